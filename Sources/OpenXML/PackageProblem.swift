/// The first thing for which a package of parts, such as an .xlsx file, cannot be used.
public struct PackageProblem: Error, Hashable, Sendable {
  /// What is wrong, by the short word that findings show.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// No zip archive, or one that is cut off or contradicts itself.
    case zip
    /// Locked by a password.
    case password
    /// More parts than any workbook has, or two of one name.
    case parts
    /// More bytes than are read, or a part that unpacks to far more than it takes.
    case size
    /// A part that is named and not there.
    case missing
    /// A part whose bytes are not those that were packed.
    case checksum
    /// Not well-formed XML.
    case xml
    /// A document type, by which XML could name files or grow without end.
    case doctype
    /// Elements nested too deeply.
    case depth
    /// A cell that stands nowhere: out of order, twice, or beyond the last cell of a sheet.
    case reference
    /// A shared text that does not exist.
    case string
    /// A cell format that does not exist.
    case style
    /// More cells than are read.
    case cells
    /// Something else than what its reader expects.
    case content
  }

  public let kind: Kind
  /// The part or the cell; for `content`, what is wrong with it.
  public let detail: String

  public init(_ kind: Kind, _ detail: String = "") {
    self.kind = kind
    self.detail = detail
  }
}
