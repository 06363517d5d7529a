/// Where in the workspace something stands.
public struct SourcePlace: Hashable, Sendable, Comparable {
  /// Path from the workspace's folder, with `/`.
  public let file: String
  /// The physical line, counted from 1.
  public let line: Int?
  /// The heading of the column, as the file writes it.
  public let column: String?
  /// The column counted from 1, for spreadsheet addresses.
  public let columnNumber: Int?

  public init(
    file: String, line: Int? = nil, column: String? = nil, columnNumber: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.columnNumber = columnNumber
  }

  /// `B12`, as a spreadsheet shows the place; `nil` for a whole row or file.
  public var address: String? {
    guard let line, let columnNumber, columnNumber > 0 else { return nil }
    var letters = ""
    var rest = columnNumber
    while rest > 0 {
      let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
      rest = quotient
    }
    return "\(letters)\(line)"
  }

  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line ?? 0, left.columnNumber ?? 0, left.column ?? "")
      < (right.file, right.line ?? 0, right.columnNumber ?? 0, right.column ?? "")
  }
}

/// A value with the place that it was read from.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value
  public let place: SourcePlace

  public init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }
}
