import ArgumentParser
import Model
import Pipeline

/// What `explain` prints of finding codes; needs no workspace.
struct CodeExplanation {
  let options: CommonOptions
  let format: Format

  /// Prints what one code means, how it looks and how it is mended.
  ///
  /// - Throws: what is wrong with the call when there is no such code.
  func print(_ name: String) throws {
    let (terminal, catalogue) = try words()
    guard let code = FindingCode(rawValue: name.uppercased()) else {
      let codes = findingCodes(like: name).map(\.rawValue).joined(separator: ", ")
      throw ValidationError(terminal.words(.codeUnknown, ["code": name, "codes": codes]))
    }
    let page = CodePage(code: code, catalogue: catalogue, terminal: terminal)
    switch format {
    case .text: page.lines.forEach { terminal.line($0) }
    case .json: try JSONPrinter.print(page.json)
    }
  }

  /// Prints every code: as a table in Markdown, which the manual holds, or as JSON.
  func printAll() throws {
    let (terminal, catalogue) = try words()
    let pages = FindingCode.allCases.map {
      CodePage(code: $0, catalogue: catalogue, terminal: terminal)
    }
    switch format {
    case .text:
      let titles: [TerminalPhrase] = [
        .codeListCode, .codeListSeverity, .codeListMessage, .codeListHint,
      ]
      terminal.line(row(titles.map { terminal.words($0) }))
      terminal.line(row(titles.map { _ in "---" }))
      for page in pages { terminal.line(row(page.listed)) }
    case .json: try JSONPrinter.print(.array(pages.map(\.json)))
    }
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  private func words() throws -> (Terminal, FindingCatalogue) {
    do throws(Fault) {
      let reader = RequestReader(workspace: "", options: options, units: [])
      let templates = try FileTree().readWhole(try reader.templatesFolder())
      let language = options.lang.rawValue
      return (
        try Terminal(templates: templates, language: language),
        try findingCatalogue(in: templates, language: language)
      )
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
  }
}

/// One code in words.
private struct CodePage {
  let code: FindingCode
  let catalogue: FindingCatalogue
  let terminal: Terminal

  private var entry: FindingCatalogue.Entry { catalogue[code] }
  private var message: String { catalogue.readable(entry.message) }
  private var hint: String { catalogue.readable(entry.hint) }
  private var hintOfProse: String { catalogue.readable(entry.ofProse?.hint ?? "") }
  private var expected: String { catalogue.readable(entry.expected) }
  private var severity: String { terminal.text(of: entry.severity) }

  /// The cells of the code's row in the list of all.
  var listed: [String] { [code.rawValue, severity, message, hint] }

  var lines: [String] {
    let heading = terminal.words(
      .codeHeading, ["code": code.rawValue, "severity": severity])
    let details: [(TerminalPhrase, String, String)] = [
      (.codeFamily, "family", "\(code.family), \(catalogue.family(of: code))"),
      (.codeMessage, "message", message), (.codeExample, "example", entry.example),
      (.codeHint, "hint", hint), (.codeHintOfProse, "hint", hintOfProse),
      (.codeExpected, "expected", expected), (.codeClause, "clause", entry.clause),
      (.codeResponsible, "responsible", terminal.text(of: entry.responsible)),
    ]
    return [terminal.styled(heading, .bold)]
      + details.filter { !$0.2.isEmpty }.map { phrase, name, text in
        "  " + terminal.words(phrase, [name: text])
      }
  }

  var json: JSONValue {
    .object([
      "code": .string(code.rawValue), "severity": .string(entry.severity.rawValue),
      "family": .string(code.family), "familyName": .string(catalogue.family(of: code)),
      "message": .string(message), "hint": .string(hint), "hintOfProse": .string(hintOfProse),
      "expected": .string(expected),
      "example": .string(entry.example), "clause": .string(entry.clause),
      "responsible": .string(entry.responsible.rawValue),
    ])
  }
}

extension Terminal {
  func text(of severity: Severity) -> String {
    switch severity {
    case .error: words(.findingsError)
    case .warning: words(.findingsWarning)
    case .note: words(.findingsNote)
    }
  }

  fileprivate func text(of responsible: Responsible) -> String {
    switch responsible {
    case .unit: words(.responsibleUnit)
    case .office: words(.responsibleOffice)
    case .province: words(.responsibleProvince)
    case .programme: words(.responsibleProgramme)
    }
  }
}
