/// The rows of a table: a list, or the text in which they stand, from which each is made when it is
/// asked for.
public struct SourceRows: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case listed([SourceRow])
    case text(RowText)
  }

  private let storage: Storage

  public init(_ rows: [SourceRow]) { storage = .listed(rows) }

  public init(_ text: RowText) { storage = .text(text) }

  /// The text of the rows, for readers that need no strings; `nil` for a list.
  public var text: RowText? {
    if case .text(let text) = storage { text } else { nil }
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .listed(let rows): rows.count
    case .text(let text): text.starts.count
    }
  }

  public subscript(index: Int) -> SourceRow {
    switch storage {
    case .listed(let rows): rows[index]
    case .text(let text): text.row(at: text.starts[index])
    }
  }
}

extension SourceRows: Hashable {
  public static func == (left: SourceRows, right: SourceRows) -> Bool {
    left.elementsEqual(right)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

/// The text of a table's rows, and where in it each begins.
///
/// Rows that are blank or cannot be read have no start.
public struct RowText: Sendable {
  /// Where a row begins.
  public struct Start: Hashable, Sendable {
    public let offset: Int
    /// The physical line, counted from 1.
    public let line: Int

    public init(offset: Int, line: Int) {
      self.offset = offset
      self.line = line
    }
  }

  /// UTF-8 in NFC; the rows stand somewhere in it.
  public let bytes: [UInt8]
  /// The byte between two cells.
  public let separator: UInt8
  public let starts: RowStarts

  public init(bytes: [UInt8], separator: UInt8, starts: RowStarts) {
    self.bytes = bytes
    self.separator = separator
    self.starts = starts
  }

  /// The row that begins at `start`, its cells as text.
  public func row(at start: Start) -> SourceRow {
    var scanner = CellScanner(bytes, separator: separator, from: start.offset, line: start.line)
    var cells: [SourceCell] = []
    repeat {
      let cell = scanner.next(after: cells.count)
      cells.append(SourceCell(text: cell.text(in: bytes), line: cell.line))
    } while scanner.skipSeparator()
    return SourceRow(line: start.line, cells: cells)
  }
}
