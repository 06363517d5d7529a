/// The id of a kind of issuer (cơ quan ban hành), such as `"ubnd-huyen"`.
public struct IssuerID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: IssuerID, right: IssuerID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A kind of body that issues documents.
public struct Issuer: Hashable, Sendable {
  public let id: IssuerID
  /// As reports print it.
  public let name: String
  /// The words by which it is known, without the place: `Ủy ban nhân dân`.
  public let bodies: [String]

  public init(id: IssuerID, name: String, bodies: [String]) {
    self.id = id
    self.name = name
    self.bodies = bodies
  }
}

/// An abbreviation that offices write for the words: `UBND` for `Ủy ban nhân dân`.
public struct Abbreviation: Hashable, Sendable {
  public let short: String
  public let words: String

  public init(short: String, words: String) {
    self.short = short
    self.words = words
  }
}

/// The issuers of a rulebook, with the abbreviations that stand for their words.
public struct IssuerRegister: Hashable, Sendable {
  public let issuers: [Issuer]
  public let abbreviations: [Abbreviation]

  public init(issuers: [Issuer], abbreviations: [Abbreviation]) {
    self.issuers = issuers
    self.abbreviations = abbreviations
  }

  public subscript(id: IssuerID) -> Issuer? { issuers.first { $0.id == id } }
}
