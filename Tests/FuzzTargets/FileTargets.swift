import Ingest
import Model
import Rulebooks
import Validation

private let file = "2022/748-ba-ria/so-lieu.csv"

/// A table stands in the order of its lines, and a file without one says why.
func brokenPromiseOfTable(_ bytes: [UInt8]) -> String? {
  let result = ingestTable(bytes, file: file, recognising: headingVocabulary(of: .figures))
  guard let table = result.table else {
    return result.findings.isEmpty ? "no table and no finding" : nil
  }
  var line = table.heading.line
  for row in table.rows {
    guard row.line > line else { return "row of line \(row.line) after line \(line)" }
    line = row.line
    for cell in row.cells {
      guard cell.line >= row.line else { return "cell above its row, line \(row.line)" }
      if let control = controlCharacter(in: cell.text) { return "\(control) on line \(cell.line)" }
    }
  }
  let last = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  return line > last ? "line \(line) of \(last)" : nil
}

/// A text has no control characters and one kind of line end, and a file without one says why.
func brokenPromiseOfText(_ bytes: [UInt8]) -> String? {
  let result = ingestText(bytes, file: file)
  guard let text = result.text else {
    return result.findings.isEmpty ? "no text and no finding" : nil
  }
  return controlCharacter(in: text)
}

/// A rulebook is read, or refused with at least one problem, each with words.
func brokenPromiseOfRulebook(_ bytes: [UInt8]) -> String? {
  brokenPromise { () throws(Fault) in
    _ = try loadRulebook(String(decoding: bytes, as: UTF8.self), file: "a.yaml", digest: "")
  }
}

/// The same of a programme.
func brokenPromiseOfProgramme(_ bytes: [UInt8]) -> String? {
  brokenPromise { () throws(Fault) in
    _ = try loadProgramme(String(decoding: bytes, as: UTF8.self), file: "a.yaml")
  }
}

private func brokenPromise(of load: () throws(Fault) -> Void) -> String? {
  do throws(Fault) {
    try load()
    return nil
  } catch {
    guard !error.problems.isEmpty else { return "refused without a problem" }
    return error.problems.contains { $0.message.isEmpty } ? "a problem without words" : nil
  }
}

func controlCharacter(in text: String) -> String? {
  let found = text.unicodeScalars.first {
    $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
  }
  return found.map { "control character \($0.value)" }
}
