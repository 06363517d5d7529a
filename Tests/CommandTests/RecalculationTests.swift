import Foundation
import SampleSupport
import Testing

/// LibreOffice calculates every formula anew, and finds what was stored.
@Suite("LibreOffice, calculating every formula anew,", .serialized) struct RecalculationTests {
  private struct Comparison: Decodable {
    let formulas: Int
    let different: [String]
  }

  @Test("finds the stored values of the sample", .timeLimit(.minutes(10))) func sample() throws {
    let run = try SampleRun.get()
    let books = try Dictionary(
      uniqueKeysWithValues: SampleUnits.codes.map { code in
        (code, try #require(run.files[SampleUnits.report(of: code) + ".xlsx"]))
      })
    let found = try compare(books)
    #expect(found.different == [])
    #expect(found.formulas > 1_400)
  }

  @Test("finds the stored values of the sample with targets", .timeLimit(.minutes(10)))
  func targets() throws {
    let books = try CitizenSample.files().filter { $0.path.hasSuffix(".xlsx") }
    #expect(books.count == 25)
    let found = try compare(
      Dictionary(
        uniqueKeysWithValues: books.map {
          ($0.path.replacing("/", with: "-"), Data($0.bytes))
        }))
    #expect(found.different == [])
    #expect(found.formulas > 400)
  }

  @Test("finds the stored values of two hundred random workspaces", .timeLimit(.minutes(20)))
  func random() throws {
    let books = try Dictionary(
      uniqueKeysWithValues: (0..<200).map { number in
        ("\(number)", Data(try RandomWorkspace.workbook(number)))
      })
    let found = try compare(books)
    #expect(found.different == [])
    #expect(found.formulas > 40_000)
  }

  /// A number typed into a workbook, and the same in the files that were sent or in the rulebook.
  private struct Change {
    let unit: String
    let sheet: String
    let row: String
    let column: String
    let number: String
    let file: String
    let old: String
    let new: String
  }

  private static let rulebook = "rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml"
  private static let changes = [
    Change(
      unit: "748", sheet: "Số liệu", row: "3.1.1", column: "Năm nay", number: "0.92",
      file: "748-ba-ria/so-lieu.csv", old: ";2,41;0,88;", new: ";2,41;0,92;"),
    Change(
      unit: "748", sheet: "Số liệu", row: "3.2.3", column: "Số đạt", number: "33",
      file: "748-ba-ria/so-lieu.csv", old: ";42;68;", new: ";33;68;"),
    Change(
      unit: "748", sheet: "Số liệu", row: "3.1.2", column: "Tổng số", number: "42934",
      file: "748-ba-ria/so-lieu.csv", old: ";38.640;39.125;", new: ";38.640;42.934;"),
    Change(
      unit: "750", sheet: "Số liệu", row: "3.1.1", column: "Năm nay", number: "2.55",
      file: "750-chau-duc/so-lieu.csv", old: ";4,05;2,85;", new: ";4,05;2,55;"),
    Change(
      unit: "752", sheet: "Số liệu", row: "3.2.3", column: "Số đạt", number: "29",
      file: "752-long-dien/so-lieu.csv", old: "\t33\t60\t", new: "\t29\t60\t"),
    Change(
      unit: "77", sheet: "Số liệu", row: "3.1.4", column: "Số đạt", number: "379583",
      file: "77-ba-ria-vung-tau/cuc-thong-ke/so-lieu.csv", old: "\t391.086\t",
      new: "\t379.583\t"),
    Change(
      unit: "77", sheet: "Số liệu", row: "3.2.4", column: "Tổng số", number: "117",
      file: "77-ba-ria-vung-tau/so-noi-vu/so-lieu.csv", old: "\t58\t94\t", new: "\t58\t117\t"),
    Change(
      unit: "748", sheet: "Ngưỡng", row: "NGUONG_MUC_3", column: "Giá trị", number: "81",
      file: rulebook, old: "90", new: "81"),
    Change(
      unit: "748", sheet: "Ngưỡng", row: "NGUONG_MUC_2", column: "Giá trị", number: "82",
      file: rulebook, old: "80", new: "82"),
    Change(
      unit: "754", sheet: "Ngưỡng", row: "NGUONG_MUC_1", column: "Giá trị", number: "79",
      file: rulebook, old: "70", new: "79"),
  ]

  @Test(
    "finds the level that the tool gives for the same change", .timeLimit(.minutes(15)))
  func changes() throws {
    let run = try SampleRun.get()
    try withSandbox { sandbox in
      let typed = sandbox.folder.appending(path: "sua")
      try FileManager.default.createDirectory(at: typed, withIntermediateDirectories: true)
      for (number, change) in Self.changes.enumerated() {
        let source = sandbox.folder.appending(path: "mau.xlsx")
        try #require(run.files[SampleUnits.report(of: change.unit) + ".xlsx"]).write(to: source)
        _ = try read(
          withScript: "retype.py",
          [
            source.path, typed.appending(path: "\(number).xlsx").path, change.sheet, change.row,
            change.column, change.number,
          ], scratch: sandbox.folder)
      }
      let calculated = try recalculate(typed, in: sandbox.folder)
      for (number, change) in Self.changes.enumerated() {
        let path = calculated.appending(path: "\(number).xlsx").path
        let json = try read(withScript: "workbooks.py", [path], scratch: sandbox.folder)
        let books = try JSONDecoder().decode([String: [String: [[String]]]].self, from: json)
        let conclusion = try #require(books[path]?["Kết luận"])
        let result = try result(after: change)
        for (label, level) in [
          ("Mức độ", result.level), ("Mức có thể đạt", result.possibleLevel),
        ] {
          let row = conclusion.first { $0.first == label }
          #expect(row?[1] == "\(level)", "\(change)")
        }
        let binding = conclusion.first { $0.first == "Chỉ báo quyết định" }
        #expect(binding?[1] == result.binding.joined(separator: ", "), "\(change)")
        let before = try run.result(of: change.unit)
        #expect(before != result, "the change changes something: \(change)")
      }
    }
  }

  /// What the tool concludes from the changed files.
  private func result(after change: Change) throws -> UnitResult {
    try withSandbox { sandbox in
      let templates = sandbox.folder.appending(path: "templates")
      try FileManager.default.copyItem(at: Sample.templates, to: templates)
      let isRulebook = change.file == Self.rulebook
      let file =
        isRulebook
        ? templates.appending(path: change.file)
        : sandbox.workspace.appending(path: "2022/\(change.file)")
      // The edges of the bands, and the limit of the indicators that must reach the first.
      let places =
        isRulebook ? ["from: \"", "to: \""] + (change.old == "70" ? ["atLeast: \""] : []) : [""]
      let end = isRulebook ? "\"" : ""
      let edits = places.map { ($0 + change.old + end, $0 + change.new + end) }
      let bytes = try Data(contentsOf: file)
      let edited = edits.reduce(bytes) { replaced($1.0, by: $1.1, in: $0) }
      try #require(edited != bytes, "\(change)")
      try edited.write(to: file)
      let ending = try sandbox.run("--templates", templates.path)
      try #require(ending.status <= 1, "\(ending.everything)")
      let folder = try #require(SampleUnits.folders[change.unit])
      return try UnitResult(
        Data(contentsOf: sandbox.period.appending(path: "\(folder)/result.json")))
    }
  }

  /// Replaces ASCII, whichever encoding the file is in.
  private func replaced(_ old: String, by new: String, in bytes: Data) -> Data {
    for encoding in [String.Encoding.isoLatin1, .utf16LittleEndian] {
      guard let text = String(data: bytes, encoding: encoding), text.contains(old) else { continue }
      return text.replacing(old, with: new).data(using: encoding) ?? bytes
    }
    return bytes
  }

  private func compare(_ books: [String: Data]) throws -> Comparison {
    try withSandbox { sandbox in
      let original = sandbox.folder.appending(path: "goc")
      try FileManager.default.createDirectory(at: original, withIntermediateDirectories: true)
      for (name, bytes) in books {
        try bytes.write(to: original.appending(path: "\(name).xlsx"))
      }
      let calculated = try recalculate(original, in: sandbox.folder)
      let json = try read(
        withScript: "recalculated.py", [original.path, calculated.path], scratch: sandbox.folder)
      return try JSONDecoder().decode(Comparison.self, from: json)
    }
  }
}

/// Has LibreOffice open the workbooks of a folder, calculate everything, and save them to another;
/// two of them at a time, one for each core.
func recalculate(_ folder: URL, in scratch: URL) throws -> URL {
  let target = scratch.appending(path: "tinh-lai")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  let halves = [names.prefix(names.count / 2), names.dropFirst(names.count / 2)]
  let running = try halves.enumerated().filter { !$1.isEmpty }.map { number, half in
    let profile = scratch.appending(path: "ho-so-tinh-\(number)")
    let settings = profile.appending(path: "user/registrymodifications.xcu")
    try FileManager.default.createDirectory(
      at: settings.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(alwaysRecalculate.utf8).write(to: settings)
    return try start(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(profile.path)", "--headless", "--norestore",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target.path,
      ] + half.map { folder.appending(path: $0).path }, scratch: scratch)
  }
  for program in running {
    let ending = try program.wait()
    guard ending.status == 0 else { throw ReaderFailure(description: ending.everything) }
  }
  return target
}

/// LibreOffice trusts the values of files that it knows, unless it is told to.
private let alwaysRecalculate = """
  <?xml version="1.0" encoding="UTF-8"?>
  <oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
  <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
  </oor:items>
  """
