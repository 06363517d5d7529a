import Ingest
import Model

/// Prose has its blocks in the order of their lines, each in the form that the model promises, and
/// a file without prose says why.
func brokenPromiseOfProse(_ bytes: [UInt8]) -> String? {
  let result = ingestProse(bytes, file: "2022/748-ba-ria/thuyet-minh.md")
  guard let prose = result.prose else {
    return result.findings.isEmpty ? "no prose and no finding" : nil
  }
  let lastLine = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  var line = 1
  for element in prose.elements {
    guard element.line >= line, element.line <= lastLine else {
      return "block of line \(element.line) after line \(line) of \(lastLine)"
    }
    line = element.line
    if let broken = brokenPromise(of: element.block) { return "line \(line): \(broken)" }
  }
  return nil
}

private func brokenPromise(of block: ProseBlock) -> String? {
  switch block {
  case .heading(let level, let text):
    return (1...6).contains(level) && !text.isEmpty ? controlCharacter(in: text) : "no heading"
  case .paragraph(let runs):
    return runs.isEmpty ? "an empty paragraph" : brokenPromise(of: runs)
  case .table(let table):
    let fits = table.rows.allSatisfy { $0.count == table.columns.count }
    return fits && !table.columns.isEmpty ? nil : "a row that does not fit"
  case .list(let items):
    var level = 0
    for item in items {
      let most = item.marker == .none ? level : level + 1
      guard (1...min(most, 6)).contains(item.level) else { return "level \(item.level)" }
      level = item.level
      if let broken = brokenPromise(of: item.runs) { return broken }
    }
    return items.isEmpty ? "an empty list" : nil
  }
}

private func brokenPromise(of runs: [ProseRun]) -> String? {
  for (index, run) in runs.enumerated() {
    let blanks = run.text.unicodeScalars.map(\.properties.isWhitespace)
    if blanks.isEmpty || blanks.first == true || blanks.last == true { return "blank at an end" }
    if index == 0, run.lead != .nothing { return "a lead before the first run" }
    if let control = controlCharacter(in: run.text) { return control }
  }
  return nil
}
