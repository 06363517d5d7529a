import Foundation
import Pipeline
import SampleSupport
import Testing

/// The workbooks of `hoctap forms`, filled in by spreadsheet programs and sent in.
@Suite("A filled-in .xlsx form") struct FilledWorkbookTests {
  @Test("reads back without a finding, for every unit and office", arguments: [1, 2] as [UInt64])
  func every(seed: UInt64) throws {
    try withSandbox { sandbox in
      let kinds = try fillForms(of: sandbox, seed: seed)
      #expect(kinds["int", default: 0] > 100 && kinds["float", default: 0] > 8)
      #expect(kinds["date", default: 0] > 60 && kinds["str", default: 0] > 300)
      let sent = try bytes(below: sandbox.workspace.appending(path: "2022")).keys
      #expect(sent.filter { $0.hasSuffix(".xlsx") }.count > 40)
      #expect(!sent.contains { $0.hasSuffix(".csv") })
      let found = try check(sandbox)
      #expect(found.findings == [] && found.status == 0)
    }
  }

  @Test("gives the results that the same values give as CSV") func likeCSV() throws {
    try withSandbox { sandbox in
      _ = try fillForms(of: sandbox, seed: 3)
      let asWorkbooks = try results(of: sandbox)
      try sandbox.remove("2022")
      try FileManager.default.copyItem(
        at: sandbox.folder.appending(path: "da-dien/2022"),
        to: sandbox.workspace.appending(path: "2022"))
      let asCSV = try results(of: sandbox)
      #expect(asWorkbooks == asCSV && asCSV.count == SampleUnits.codes.count)
      #expect(asCSV["748"]?.indicators.contains { $0.numerator != nil } == true)
    }
  }

  @Test(
    "that LibreOffice has opened and saved reads back without a finding", .timeLimit(.minutes(5)))
  func libreOffice() throws {
    try withSandbox { sandbox in
      _ = try fillForms(of: sandbox, seed: 4)
      let filled = try bytes(below: sandbox.workspace.appending(path: "2022"))
        .filter { $0.key.hasSuffix(".xlsx") }
      #expect(filled.count > 40)
      for (path, rewritten) in try savedByLibreOffice(filled, in: sandbox.folder) {
        #expect(rewritten != filled[path], "\(path)")
        try sandbox.write(rewritten, to: "2022/\(path)")
      }
      let found = try check(sandbox)
      #expect(found.findings == [] && found.status == 0)
    }
  }

  /// A cell of Bà Rịa with what is put there, and the code that is found; none when it is right.
  private struct Typing {
    let cell: (file: String, address: String)
    let kind: String
    let value: String
    var format: String?
    let code: String?

    init(
      _ file: String, _ address: String, _ kind: String, _ value: String, as format: String? = nil,
      gives code: String?
    ) {
      cell = (file, address)
      (self.kind, self.value, self.format, self.code) = (kind, value, format, code)
    }
  }

  private static let typings = [
    Typing("so-lieu", "G19", "text", "tám mươi", gives: "V104"),
    Typing("so-lieu", "G19", "text", "8/10", gives: "V104"),
    // What a spreadsheet makes of 8/10.
    Typing("so-lieu", "G19", "day", "2022-10-08", as: "d/m", gives: "V104"),
    Typing("so-lieu", "G19", "number", "12.5", gives: "V104"),
    Typing("so-lieu", "G19", "number", "0.7995", as: "0.00%", gives: "V104"),
    Typing("so-lieu", "H19", "number", "-3", gives: "V106"),
    Typing("so-lieu", "F2", "text", "chắc là có", gives: "V109"),
    Typing("so-lieu", "J13", "text", "59.95%", gives: "V102"),
    Typing("so-lieu", "J13", "text", "59,95%", gives: nil),
    Typing("so-lieu", "J13", "number", "0.5995", as: "0.00%", gives: nil),
    Typing("so-lieu", "K13", "text", "bốn mươi", gives: "V105"),
    Typing("so-lieu", "K13", "number", "120", gives: "V107"),
    Typing("minh-chung", "D2", "text", "31/02/2022", gives: "V110"),
    Typing("minh-chung", "D2", "text", "8/10", gives: "V110"),
    Typing("minh-chung", "D2", "number", "44866", as: "General", gives: "V110"),
    Typing("minh-chung", "D2", "text", "8/7/2022", gives: nil),
    Typing("co-quan", "B2", "text", "Giỏi", gives: "V111"),
  ]

  @Test("with a cell typed wrong has its finding, with the cell's address") func typedWrong() throws
  {
    try withSandbox { sandbox in
      _ = try fillForms(of: sandbox, seed: 5, "--unit", "748")
      for typing in Self.typings {
        let (file, address) = typing.cell
        let path = "2022/748-ba-ria/\(file).xlsx"
        let url = sandbox.workspace.appending(path: path)
        let filled = try Data(contentsOf: url)
        _ = try read(
          withScript: "fill.py",
          ["cell", url.path, address, typing.kind, typing.value]
            + (typing.format.map { [$0] } ?? []),
          scratch: sandbox.folder)
        // Another figure may well contradict the wrong one; in the cell itself there is one finding.
        let found = try check(sandbox, "--unit", "748").findings
        let own = found.filter { $0.file == path && $0.cell == address }
        #expect(own.map(\.code) == (typing.code.map { [$0] } ?? []), "\(typing) \(found)")
        if typing.code == nil { #expect(found == [], "\(typing)") }
        try filled.write(to: url)
      }
    }
  }
}

/// Workbooks by their path, opened and saved by LibreOffice, which is started once for all.
private func savedByLibreOffice(_ books: [String: Data], in folder: URL) throws -> [String: Data] {
  let copies = folder.appending(path: "ban-sao")
  let saved = folder.appending(path: "luu-lai")
  try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
  // Side by side, so that each has a name of its own.
  let name = { (path: String) in path.replacing("/", with: "__") }
  for (path, bytes) in books { try bytes.write(to: copies.appending(path: name(path))) }
  _ = try read(
    with: "/usr/bin/soffice",
    [
      "-env:UserInstallation=file://\(folder.path)/ho-so", "--headless", "--norestore",
      "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved.path,
    ] + books.keys.sorted().map { copies.appending(path: name($0)).path }, scratch: folder)
  return try Dictionary(
    uniqueKeysWithValues: books.keys.map { path in
      (path, try Data(contentsOf: saved.appending(path: name(path))))
    })
}

private struct CellFinding: Decodable, Equatable {
  let code: String
  let file: String?
  let cell: String?
  let message: String
}

/// What `hoctap check` finds, and the status that it ends with.
private func check(
  _ sandbox: Sandbox, _ options: String...
) throws -> (findings: [CellFinding], status: Int32) {
  let ending = try sandbox.hoctap(
    ["check", sandbox.workspace.path, "--as-of", Tool.asOf, "--format", "json"] + options)
  let findings = try JSONDecoder().decode([CellFinding].self, from: Data(ending.output.utf8))
  return (findings, ending.status)
}

/// What a whole run says of every unit of the sandbox's workspace, with every workbook called by
/// the name of its twin in CSV.
private func results(of sandbox: Sandbox) throws -> [String: UnitResult] {
  let ending = try sandbox.run()
  #expect(ending.status == 0, "\(ending.everything)")
  return try SampleUnits.folders.mapValues {
    let json = try String(
      contentsOf: sandbox.period.appending(path: "\($0)/result.json"), encoding: .utf8)
    // The trace of a workbook's figure names its sheet too, which no CSV file has.
    let likeCSV = json.replacing(".xlsx", with: ".csv")
      .replacing(/, trang tính “[^”]*”/, with: "")
    return try UnitResult(Data(likeCSV.utf8))
  }
}

/// Sends the tool's own workbooks as all that the workspace has of the period, filled in with the
/// values of ``FilledForms``.
///
/// - Returns: how many cells hold each of Python's types.
private func fillForms(
  of sandbox: Sandbox, seed: UInt64, _ options: String...
) throws -> [String: Int] {
  let ending = try sandbox.forms(options)
  #expect(ending.status == 0, "\(ending.everything)")
  let suffix = options.last.map { "-\($0)" } ?? ""
  let blank = sandbox.output.appending(path: "\(Sample.name)/2022-bieu-mau\(suffix)/xlsx")
  let filled = sandbox.folder.appending(path: "da-dien")
  var generator = SeededGenerator(seed: seed)
  for file in try FilledForms.filled(by: &generator) {
    let target = filled.appending(path: file.path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: target)
  }
  try sandbox.remove("2022")
  let kinds = try read(
    withScript: "fill.py",
    [
      "forms", filled.appending(path: "2022").path, blank.path,
      sandbox.workspace.appending(path: "2022").path,
    ], scratch: sandbox.folder)
  return try JSONDecoder().decode([String: Int].self, from: kinds)
}
