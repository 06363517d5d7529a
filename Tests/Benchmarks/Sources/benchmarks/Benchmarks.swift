import Evaluation
import Foundation
import Ingest
import Model
import Pipeline
import Rendering
import Reporting
import Validation

/// Times the run on a workspace: whole processes, then the stages apart in one process.
///
/// Use: `benchmarks TOOL WORKSPACE AS_OF`, from the tool's folder; `benchmarks --workbook` for the
/// workbook of a million cells alone.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.dropFirst() == ["--workbook"] { return try LargeWorkbook.report() }
    if arguments.count == 3, arguments[1] == "--read-workbook" {
      return LargeWorkbook.read(arguments[2])
    }
    if arguments.count == 5, arguments[1] == "--read", let asOf = CalendarDay(iso: arguments[4]) {
      return try LargeTable.read(arguments[2], workspace: arguments[3], asOf: asOf)
    }
    guard arguments.count == 4, let asOf = CalendarDay(iso: arguments[3]) else {
      print("usage: benchmarks TOOL WORKSPACE AS_OF | benchmarks --workbook")
      exit(64)
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    print("\(arguments[2]) as of \(asOf), \(cores) cores; medians with minimum and maximum, ms")
    try wholeProcess(arguments[1], workspace: arguments[2], asOf: asOf)
    try stages(workspace: arguments[2], asOf: asOf)
    try LargeTable.report(workspace: arguments[2], asOf: asOf)
    try LargeWorkbook.report()
  }

  /// Everything that a user waits for: start, reading, all outputs, swap.
  private static func wholeProcess(_ tool: String, workspace: String, asOf: CalendarDay) throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "hoctap-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    try report("whole process, output written anew", runs: 21) {
      try? FileManager.default.removeItem(at: scratch)
      try run(tool, ["run", workspace, "--as-of", asOf.description, "--output", scratch.path])
    }
    try report("whole process, output unchanged", runs: 21) {
      try run(tool, ["run", workspace, "--as-of", asOf.description, "--output", scratch.path])
    }
    try report("check", runs: 21) { try run(tool, ["check", workspace, "--as-of", "\(asOf)"]) }
    try report("start-up (--version)", runs: 21) { try run(tool, ["--version"]) }
    // What this machine takes for something known, so that figures of two machines compare.
    try report("yardstick: python3 -c pass", runs: 21) {
      try run("/usr/bin/python3", ["-c", "pass"])
    }
    try report("peer: CSV to workbooks by openpyxl, no checks", runs: 5) {
      try run(
        "/usr/bin/python3",
        ["Tests/Benchmarks/peer.py", "\(workspace)/\(asOf.year)", scratch.path + "/peer"])
    }
  }

  private static func stages(workspace: String, asOf: CalendarDay) throws {
    let request = try Files.request(workspace: workspace, asOf: asOf)
    let prepared = try prepare(request)
    let context = prepared.context
    let sources = ingestUnits(request, in: context).sources
    let submissions = sources.map { validate($0, in: context) }
    let judged = try judge(request)
    try report("  read files", runs: 21) {
      _ = try Files.request(workspace: workspace, asOf: asOf)
    }
    try report("  programme, rulebook, words", runs: 21) { _ = try prepare(request) }
    try report("  ingest", runs: 21) { _ = ingestUnits(request, in: context) }
    try report("  validation", runs: 21) { _ = sources.map { validate($0, in: context) } }
    try report("  evaluation", runs: 21) {
      for submission in submissions {
        guard let criteria = context.rulebook.tiers[submission.unit.tier] else { continue }
        _ = assess(submission, by: criteria, children: [], in: context)
      }
    }
    let templates = try reportTemplates(request)
    try report("  report templates", runs: 21) { _ = try reportTemplates(request) }
    try report("  reporting and rendering, workbooks checked", runs: 21) {
      _ = try outputs(judged, with: templates, of: request)
    }
    let documents = judged.chosen.map { unit in
      let file: ReportFile =
        unit.unit.code == judged.record.context.programme.province ? .province : .district
      let report = judged.composer.report(file, of: unit)
      return (report, judged.composer.workbook(of: unit, as: report))
    }
    try report("    rendering the units alone, all formats", runs: 21) {
      _ = try concurrentMap(documents) { report, workbook throws(Fault) in
        _ = try renderHTML(report, with: templates)
        _ = try renderMarkdown(report, with: templates)
        _ = try renderWorkbook(workbook)
      }
    }
  }

  private static func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus <= 1 else {
      print("\(tool) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
      exit(1)
    }
  }

  private static func report(_ name: String, runs: Int, _ work: () throws -> Void) throws {
    var times: [Double] = []
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let elapsed = try clock.measure(work)
      times.append(
        Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3)
    }
    times.sort()
    let columns = [times[runs / 2], times[0], times[runs - 1]].map { number($0) }
    print("\(name.padding(toLength: 46, withPad: " ", startingAt: 0))\(columns.joined())")
  }

  private static func number(_ milliseconds: Double) -> String {
    let text = String(format: "%.1f", milliseconds)
    return String(repeating: " ", count: max(1, 9 - text.count)) + text
  }
}
