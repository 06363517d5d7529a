import Foundation
import Ingest
import Model
import Pipeline
import Validation

/// Times the reading of one large table of figures beside other readers of CSV, each in a process of
/// its own.
enum LargeTable {
  private static let megabytes = 100
  private static let runs = 5

  /// Prints the best of several runs of each reader.
  static func report(workspace: String, asOf: CalendarDay) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "hoctap-bench-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try LargeTableText.bytes(megabytes: megabytes).write(to: file)
    let peers = "Tests/Benchmarks/csv_peers.py"
    let readers = [
      Reader(
        name: "hoctap, checked rows with their lines",
        command: [CommandLine.arguments[0], "--read", file.path, workspace, asOf.description]),
      Reader(
        name: "peer: python3 csv, no checks",
        command: ["/usr/bin/env", "python3", peers, "csv", file.path]),
      Reader(
        name: "peer: DuckDB, one thread, no checks",
        command: ["/usr/bin/env", "python3", peers, "duckdb", file.path]),
    ]
    print("a table of figures of \(megabytes) MB; best of \(runs): MB/s of CPU, peak MiB")
    for (reader, reading) in try Reader.best(of: readers, runs: runs) {
      let speed = String(format: "%9.1f%9d", Double(megabytes) / reading.seconds, reading.peak)
      let name = reader.name.padding(toLength: 46, withPad: " ", startingAt: 0)
      print("\(name)\(speed)   \(reading.rows) rows, sum \(reading.total)")
    }
  }

  /// Reads `path` as validation does, in this process, and prints what it took.
  static func read(_ path: String, workspace: String, asOf: CalendarDay) throws {
    let context = try prepare(try Files.request(workspace: workspace, asOf: asOf)).context
    let units = context.programme.participants.compactMap { context.units[$0] }
    guard let unit = units.first, let bytes = contents(of: path) else { exit(66) }
    let start = usage()
    let ingested = ingestTable(
      bytes, file: "so-lieu.csv", recognising: headingVocabulary(of: .figures))
    guard let table = ingested.table else { exit(65) }
    var (rows, total, lines) = (0, 0, 0)
    let findings = readFigures(table, of: unit, in: context) { row in
      rows += 1
      total += row.numerator ?? 0
      lines += row.line ?? 0
    }
    guard findings.isEmpty, ingested.findings.isEmpty, lines > rows else { exit(65) }
    let end = usage()
    print(rows, total, end.seconds - start.seconds, end.peak)
  }
}
