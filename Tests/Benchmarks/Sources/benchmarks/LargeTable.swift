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

  /// What one process says of its reading.
  private struct Reading {
    let rows: Int
    let total: Int
    /// - Unit: seconds of CPU; the start of a peer, under a tenth of a second, is in it.
    let seconds: Double
    /// - Unit: MiB.
    let peak: Int

    init?(_ line: String) {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 4, let rows = Int(words[0]), let total = Int(words[1]),
        let seconds = Double(words[2]), let peak = Int(words[3])
      else { return nil }
      self.rows = rows
      self.total = total
      self.seconds = seconds
      self.peak = peak
    }
  }

  /// Prints the best of several runs of each reader; one that is not installed is left out.
  static func report(workspace: String, asOf: CalendarDay) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "hoctap-bench-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try LargeTableText.bytes(megabytes: megabytes).write(to: file)
    let peers = "Tests/Benchmarks/csv_peers.py"
    let readers: [(String, [String])] = [
      (
        "hoctap, checked rows with their lines",
        [CommandLine.arguments[0], "--read", file.path, workspace, asOf.description]
      ),
      ("peer: python3 csv, no checks", ["/usr/bin/env", "python3", peers, "csv", file.path]),
      (
        "peer: DuckDB, one thread, no checks",
        ["/usr/bin/env", "python3", peers, "duckdb", file.path]
      ),
    ]
    print("a table of figures of \(megabytes) MB; best of \(runs): MB/s of CPU, peak MiB")
    var best: [Reading?] = Array(repeating: nil, count: readers.count)
    for _ in 0..<runs {
      for (index, reader) in readers.enumerated() {
        guard let reading = Reading(try output(of: reader.1)) else { continue }
        if reading.seconds < best[index]?.seconds ?? .infinity { best[index] = reading }
      }
    }
    for (reader, reading) in zip(readers, best) {
      guard let reading else { continue }
      let speed = String(format: "%9.1f%9d", Double(megabytes) / reading.seconds, reading.peak)
      let name = reader.0.padding(toLength: 46, withPad: " ", startingAt: 0)
      print("\(name)\(speed)   \(reading.rows) rows, sum \(reading.total)")
    }
  }

  /// Reads `path` as validation does, in this process, and prints what it took.
  static func read(_ path: String, workspace: String, asOf: CalendarDay) throws {
    let context = try prepare(try Files.request(workspace: workspace, asOf: asOf)).context
    let units = context.programme.participants.compactMap { context.units[$0] }
    guard let unit = units.first, let handle = fopen(path, "r") else { exit(66) }
    defer { fclose(handle) }
    fseek(handle, 0, SEEK_END)
    let size = ftell(handle)
    rewind(handle)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, handle)
    }
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

  private static func usage() -> (seconds: Double, peak: Int) {
    var usage = rusage()
    getrusage(0, &usage)
    let times = [usage.ru_utime, usage.ru_stime].map {
      Double($0.tv_sec) + Double($0.tv_usec) / 1e6
    }
    return (times[0] + times[1], usage.ru_maxrss / 1024)
  }

  private static func output(of command: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
