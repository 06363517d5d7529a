import Foundation
import Model
import Testing

/// A cell of a document, named as a person would: by the headings of its table.
struct TamperedCell: CustomTestStringConvertible {
  let path: String
  let heading: String
  /// Another heading of the same table, to tell it from others.
  var beside = ""
  /// Of the rows below the heading, counted from 0.
  var row = 0
  let text: String

  var testDescription: String { "\(path) [\(beside) \(heading) \(row)] ← \(text)" }
}

extension Folder {
  mutating func tamper(_ cell: TamperedCell) throws {
    switch cell.path.split(separator: ".").last {
    case "md": try tamperMarkdown(cell)
    case "html": try tamperPage(cell)
    case "xlsx": try tamperWorkbook(cell)
    default: throw NotThere(what: cell.path)
    }
  }

  private mutating func tamperMarkdown(_ cell: TamperedCell) throws {
    var lines = try text(of: cell.path).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    func cells(_ line: String) -> [String] { line.components(separatedBy: " | ") }
    func names(_ line: String) -> [String] {
      cells(line).map { $0.trimmingCharacters(in: ["|", " "]) }
    }
    guard
      let heading = lines.firstIndex(where: {
        $0.hasPrefix("|") && names($0).contains(cell.heading)
          && (cell.beside.isEmpty || names($0).contains(cell.beside))
      }), let column = names(lines[heading]).firstIndex(of: cell.heading)
    else { throw NotThere(what: cell.testDescription) }
    let target = heading + 2 + cell.row
    var row = cells(lines[target])
    let isLast = column == row.count - 1
    row[column] = (column == 0 ? "| " : "") + cell.text + (isLast ? " |" : "")
    lines[target] = row.joined(separator: " | ")
    put(Array(lines.joined(separator: "\n").utf8), at: cell.path)
  }

  private mutating func tamperPage(_ cell: TamperedCell) throws {
    let page = try text(of: cell.path)
    for table in page.ranges(of: /<table[^>]*>[\s\S]*?<\/table>/) {
      let rows = page[table].ranges(of: /<tr[^>]*>[\s\S]*?<\/tr>/)
      guard let first = rows.first else { continue }
      let headings = page[first].ranges(of: /<th[^>]*>[\s\S]*?<\/th>/).map {
        String(page[$0].replacing(/<[^>]*>/, with: ""))
      }
      guard let column = headings.firstIndex(of: cell.heading),
        cell.beside.isEmpty || headings.contains(cell.beside)
      else { continue }
      let cells = page[rows[cell.row + 1]].ranges(of: /<t[dh][^>]*>[\s\S]*?<\/t[dh]>/)
      put(
        Array(page.replacingCharacters(in: cells[column], with: "<td>\(cell.text)</td>").utf8),
        at: cell.path)
      return
    }
    throw NotThere(what: cell.testDescription)
  }

  private mutating func tamperWorkbook(_ cell: TamperedCell) throws {
    let workbook = try Workbook(try bytes(of: cell.path))
    let texts = workbook.texts
    // The mark of a note may follow a heading.
    func place(_ heading: String, in part: String) -> (column: String, row: Int)? {
      texts.indices.filter { texts[$0] == heading || texts[$0].hasPrefix(heading + " [") }
        .compactMap { AuditTests.place(of: $0, in: part) }.first
    }
    var isDone = false
    let changed = workbook.mapParts { part in
      guard !isDone, part.contains("<worksheet"),
        let address = place(cell.heading, in: part),
        cell.beside.isEmpty || place(cell.beside, in: part)?.row == address.row
      else { return part }
      let target = "\(address.column)\(address.row + 1 + cell.row)"
      guard let pattern = try? Regex("<c r=\"\(target)\"[^>]*?(/>|>[\\s\\S]*?</c>)"),
        let range = part.firstRange(of: pattern)
      else { return part }
      isDone = true
      return part.replacingCharacters(
        in: range, with: "<c r=\"\(target)\" t=\"inlineStr\"><is><t>\(cell.text)</t></is></c>")
    }
    guard isDone else { throw NotThere(what: cell.testDescription) }
    put(changed.bytes, at: cell.path)
  }
}

/// The first cell of a sheet that holds a shared text.
private func place(of text: Int, in sheet: String) -> (column: String, row: Int)? {
  guard let pattern = try? Regex("<c r=\"([A-Z]+)([0-9]+)\"[^>]*t=\"s\"[^>]*><v>\(text)</v>"),
    let match = sheet.firstMatch(of: pattern), let column = match[1].substring,
    let row = match[2].substring.flatMap({ Int($0) })
  else { return nil }
  return (String(column), row)
}
