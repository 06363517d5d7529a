import Ingest
import Model
public import Roster

/// Counts a roster of persons that is in memory: as text, in a workbook, or in an encoding that can
/// only be read as a whole.
///
/// Memory grows with the file, unlike with the text that is counted while it is read; a workbook has
/// a million rows at most.
///
/// - Parameters:
///   - bytes: the whole file.
///   - path: from the workspace's folder.
///   - rules: those of `personRules`.
///   - reading: how it is done.
/// - Returns: what was found, without a word of the file.
public func readPersons(
  of bytes: [UInt8], at path: String, by rules: RosterRules,
  reading: RosterReading = RosterReading()
) -> ReadPersons {
  if isWorkbook(path) {
    let sheet = ingestWorkbook(bytes, file: path, recognising: rosterTableHeadings)
    return ReadPersons(
      of: bytes, sheet.findings,
      counted: sheet.table.map { countedPersons(in: SheetText($0), by: rules, reading) })
  }
  let read = readPersons(from: MemorySource(bytes), by: rules, reading: reading)
  guard read.isOfOtherEncoding else { return read }
  let text = ingestText(bytes, file: path)
  return ReadPersons(
    of: bytes, text.findings,
    counted: text.text.map { countedPersons(in: MemorySource(Array($0.utf8)), by: rules, reading) })
}

extension ReadPersons {
  /// Whether the text may be read once the whole file is decoded: it says so, or its headings were not
  /// found in bytes that are no UTF-8.
  public var isOfOtherEncoding: Bool {
    switch result {
    case .failure(.encoding): true
    case .failure(.columnMissing), .failure(.noHeadings): !beginsInUnicode
    case .failure, .success: false
    }
  }

  fileprivate init(
    of bytes: [UInt8], _ findings: [Finding],
    counted: Result<CountedCitizens, RosterFault.Reason>?
  ) {
    self.init(
      size: bytes.count, digest: sha256(bytes), result: counted ?? .failure(.noHeadings),
      findings: findings.map(\.withoutWords), isRead: counted != nil)
  }
}

/// The table of a sheet as text, each row on the line that has its number.
final class SheetText: TextSource {
  private let table: SourceTable
  private var next = -1
  private var line = 1
  private var waiting: [UInt8] = []
  private var position = 0

  init(_ table: SourceTable) { self.table = table }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < buffer.count {
      if position == waiting.count, !fetch() { break }
      let part = min(buffer.count - count, waiting.count - position)
      UnsafeMutableRawBufferPointer(rebasing: buffer[count..<count + part])
        .copyBytes(from: waiting[position..<position + part])
      position += part
      count += part
    }
    return count
  }

  /// The next row, below as many empty lines as there are rows between.
  private func fetch() -> Bool {
    guard next < table.rows.count else { return false }
    let row = next < 0 ? table.heading : table.rows[next]
    next += 1
    waiting.removeAll(keepingCapacity: true)
    position = 0
    while line < row.line {
      waiting.append(UInt8(ascii: "\n"))
      line += 1
    }
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { waiting.append(UInt8(ascii: ",")) }
      append(cell.text)
    }
    waiting.append(UInt8(ascii: "\n"))
    line += 1
    return true
  }

  /// A line break within a cell would count as a line.
  private func append(_ text: String) {
    let quote = UInt8(ascii: "\"")
    waiting.append(quote)
    for byte in text.utf8 {
      switch byte {
      case quote: waiting += [quote, quote]
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): waiting.append(UInt8(ascii: " "))
      default: waiting.append(byte)
      }
    }
    waiting.append(quote)
  }
}
