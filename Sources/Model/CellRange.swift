/// Cells of a sheet that are merged into one, which holds the value of the first alone.
public struct CellRange: Hashable, Sendable {
  /// Physical lines, counted from 1.
  public let lines: ClosedRange<Int>
  /// Counted from 1.
  public let columns: ClosedRange<Int>

  public init(lines: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.lines = lines
    self.columns = columns
  }

  /// `D3:D5`, as a spreadsheet shows it.
  public var address: String {
    let corners = [(lines.lowerBound, columns.lowerBound), (lines.upperBound, columns.upperBound)]
    return corners.compactMap { line, column in
      SourcePlace(file: "", line: line, columnNumber: column).address
    }.joined(separator: ":")
  }

  /// Whether the cell has lost what it would say to the first of the range.
  public func covers(line: Int, column: Int) -> Bool {
    lines.contains(line) && columns.contains(column)
      && (line, column) != (lines.lowerBound, columns.lowerBound)
  }
}
