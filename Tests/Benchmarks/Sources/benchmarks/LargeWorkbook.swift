import Foundation
import Ingest
import Model

/// Times the reading of a workbook of a million cells into a table beside a script that does it, each
/// in a process of its own.
enum LargeWorkbook {
  private static let runs = 7

  /// Prints the best of several runs of each reader.
  static func report() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "hoctap-bench-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(try Workbooks.million()).write(to: file)
    let readers = [
      Reader(
        name: "hoctap, cells as text with their places",
        command: [CommandLine.arguments[0], "--read-workbook", file.path]),
      Reader(
        name: "peer: openpyxl, read only, no checks",
        command: ["/usr/bin/python3", "Tests/Benchmarks/read_workbook.py", file.path]),
    ]
    print("a workbook of 1,000,000 cells; best of \(runs): seconds of CPU, peak MiB")
    for (reader, reading) in try Reader.best(of: readers, runs: runs) {
      let figures = String(format: "%9.2f%9d", reading.seconds, reading.peak)
      let name = reader.name.padding(toLength: 46, withPad: " ", startingAt: 0)
      print("\(name)\(figures)   \(reading.rows) rows, \(reading.total) cells")
    }
  }

  /// Reads `path` into a table in this process, visits every cell, and prints what it took.
  static func read(_ path: String) {
    guard let bytes = contents(of: path) else { exit(66) }
    let start = usage()
    let ingested = ingestWorkbook(
      bytes, file: "bang.xlsx", recognising: TableHeadings(Workbooks.recognised))
    guard let table = ingested.table, table.rows.count == Workbooks.rows else { exit(65) }
    let cells = table.rows.reduce(0) { $0 + $1.cells.count }
    let end = usage()
    print(table.rows.count, cells, end.seconds - start.seconds, end.peak)
  }
}
