/// Where in the workspace something stands.
public struct SourcePlace: Hashable, Sendable, Comparable {
  /// Path from the workspace's folder, with `/`.
  public let file: String
  /// The sheet of a workbook that has more than one.
  public let sheet: String?
  /// The physical line, counted from 1.
  public let line: Int?
  /// The heading of the column, as the file writes it.
  public let column: String?
  /// The column counted from 1, for spreadsheet addresses.
  public let columnNumber: Int?

  public init(
    file: String, sheet: String? = nil, line: Int? = nil, column: String? = nil,
    columnNumber: Int? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.columnNumber = columnNumber
  }

  /// The place of a line of the same file and sheet, or of a cell on it.
  public func cell(
    line: Int?, column: String? = nil, columnNumber: Int? = nil
  ) -> SourcePlace {
    SourcePlace(
      file: file, sheet: sheet, line: line, column: column, columnNumber: columnNumber)
  }

  /// The office in whose folder it stands, by that folder's name; `nil` in the unit's own folder, which
  /// `folder` is, and elsewhere.
  public func office(in folder: String) -> OfficeID? {
    guard file.hasPrefix(folder + "/") else { return nil }
    let names = file.dropFirst(folder.count + 1).split(separator: "/", maxSplits: 1)
    return names.count > 1 ? OfficeID(String(names[0])) : nil
  }

  /// The same place without the file's own names of sheet and column.
  var withoutWords: SourcePlace {
    SourcePlace(file: file, line: line, columnNumber: columnNumber)
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
    left.key < right.key
  }

  private var key: (String, String, Int, Int, String) {
    (file, sheet ?? "", line ?? 0, columnNumber ?? 0, column ?? "")
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
