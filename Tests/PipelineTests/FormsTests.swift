import Ingest
import Model
import Pipeline
import SampleSupport
import Testing
import Validation

/// The blank forms of every unit and office, and how they read back.
@Suite("Blank forms") struct FormsTests {
  @Test("that are filled in read back without a finding", arguments: 1...12 as ClosedRange<UInt64>)
  func filled(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let judged = try judge(FilledForms.request(FilledForms.filled(by: &generator)))
    #expect(judged.findings.map(\.finding).map { "\($0)" } == [])
    for unit in judged.record.units {
      for assessment in unit.assessment.indicators where assessment.indicator.source == nil {
        #expect(assessment.status != .noData && assessment.evidence == .complete)
      }
    }
  }

  @Test("that nobody has touched say what is missing, and give no figure") func untouched() throws {
    let judged = try judge(FilledForms.request(FilledForms.blank()))
    let known: Set<FindingCode> = [
      .unitWithoutFigures, .noRows, .reportDueSoon, .proseMissing,
    ]
    for unit in judged.record.units {
      let codes = judged.codes(of: unit.unit.code.rawValue)
      #expect(Set(codes).subtracting(known) == [], "\(unit.unit.name)")
      #expect(codes.filter { $0 == .unitWithoutFigures }.count == 1)
      #expect(unit.submission.evidence.isEmpty && unit.submission.feedback.isEmpty)
      #expect(unit.submission.funding.isEmpty)
      for assessment in unit.assessment.indicators
      where assessment.indicator.source != .childOutcomes {
        #expect(assessment.status == .noData && assessment.evidence == .missing)
      }
    }
  }

  @Test("of which one row is filled in name every other indicator once") func oneRow() throws {
    let figures = "2022/748-ba-ria/so-lieu.csv"
    let files = try FilledForms.blank().map { file in
      guard file.path == figures else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return WorkspaceFile(
        path: file.path, bytes: Array(text.replacing(";Có;Đạt;;", with: ";Có;Đạt;có;").utf8))
    }
    let judged = try judge(FilledForms.request(files))
    let unit = try #require(judged.record.districts.first)
    let counts = Dictionary(grouping: unit.findings, by: \.finding.code).mapValues(\.count)
    let all = unit.assessment.indicators.count
    // What a roster gives is asked of the roster.
    #expect(counts[.rosterGivesNoFigure] == 6)
    #expect(counts[.indicatorMissing] == all - 12)
    #expect(counts[.noDocument] == all)
    #expect(counts[.documentNumberMissing] == nil && counts[.unitWithoutFigures] == nil)
  }

  @Test("have no other sheets beside their table than those that reading passes over")
  func sideSheets() throws {
    let request = try SampleRequest.make()
    let forms = try blankForms(prepare(request), of: request)
    for file in forms where file.path.hasSuffix("/so-lieu.xlsx") {
      let table = ingestWorkbook(
        file.bytes, file: file.path, recognising: tableHeadings(of: .figures))
      #expect(table.table?.sheet == "Số liệu")
      #expect(!table.findings.contains { $0.code == .sheetUnread })
    }
    let words = try #require(request.templates.first { $0.path == "forms.yaml" })
    let text = String(decoding: words.bytes, as: UTF8.self)
    for key in ["guide", "lists"] {
      let name = try #require(text.split(separator: "\n").first { $0.hasPrefix("  \(key): ") })
      let folded = folded(String(name.dropFirst(key.count + 4)))
      #expect(tableHeadings(of: .figures).sideSheets.contains(folded))
    }
  }

  @Test(
    "say a fall in the unit of the reading taken",
    arguments: [
      ("points", "Giảm ít nhất 1,5 điểm phần trăm so với năm trước"),
      ("relative", "Giảm ít nhất 1,5% của giá trị năm trước"),
    ])
  func fall(reading: String, words: String) throws {
    let key = "poverty-decrease: "
    let request = try SampleRequest.make().edited([
      .replace("programme.yaml", key + "points", with: key + reading)
    ])
    let forms = try blankForms(prepare(request), of: request)
    let form = try #require(forms.first { $0.path.hasSuffix("748-ba-ria/so-lieu.csv") })
    #expect(String(decoding: form.bytes, as: UTF8.self).contains(words))
  }

  @Test("are the same whatever has been sent and whatever the day") func repeatable() throws {
    let files = { (request: RunRequest) in try blankForms(prepare(request), of: request) }
    let sent = try files(SampleRequest.make())
    #expect(sent == (try files(SampleRequest.make(asOf: "2022-03-01"))))
    let nothing = try SampleRequest.make { $0.filter { !$0.path.hasPrefix("2022/7") } }
    #expect(sent == (try files(nothing)))
    #expect(Set(sent.map(\.path)).count == sent.count)
  }

  @Test("of one unit are those of all for it, in the folder that it has")
  func oneUnit() throws {
    let all = try SampleRequest.make()
    let paths = try blankForms(prepare(all), of: all).map(\.path)
    let one = try SampleRequest.make(units: ["752"]) { files in
      files.map {
        WorkspaceFile(
          path: $0.path.replacing("752-long-dien", with: "752-ten-khac"), bytes: $0.bytes)
      }
    }
    let own = paths.filter { $0.contains("/752-long-dien/") }
      .map { $0.replacing("752-long-dien", with: "752-ten-khac") }
    #expect(try blankForms(prepare(one), of: one).map(\.path) == own + ["manifest.json"])
  }

  @Test(
    "whose words are missing or unknown are a fault",
    arguments: [
      ("  centres: danh sách trung tâm\n", "", "Thiếu cụm từ “title.centres”."),
      ("sheet:\n", "sheet:\n  la: x\n", "Cụm từ lạ “sheet.la”."),
      ("  grade: \"Chọn Tốt", "  grad: \"Chọn Tốt", "Thiếu cụm từ “column.grade”."),
    ])
  func words(old: String, new: String, says: String) throws {
    let whole = try SampleRequest.make()
    let templates = whole.templates.map { file in
      guard file.path == "forms.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return WorkspaceFile(path: file.path, bytes: Array(text.replacing(old, with: new).utf8))
    }
    #expect(templates != whole.templates)
    let request = RunRequest(
      workspace: whole.workspace, files: whole.files, templates: templates, period: whole.period,
      asOf: whole.asOf, units: [], language: "vi", tool: whole.tool)
    let fault = try #require(throws: Fault.self) {
      try blankForms(prepare(request), of: request)
    }
    #expect(fault.problems.contains { $0.message == says }, "\(fault)")
  }

  @Test("that are as they were written show no change, and any other file does")
  func changes() throws {
    let request = try SampleRequest.make(units: ["748"])
    let written = try blankForms(prepare(request), of: request).map {
      WorkspaceFile(path: $0.path, bytes: $0.bytes)
    }
    #expect(firstChange(among: written) == nil)
    #expect(firstChange(among: []) == nil)
    #expect(firstChange(among: Array(written.dropFirst(3))) == nil)
    let filled = WorkspaceFile(path: written[2].path, bytes: written[2].bytes + [65])
    #expect(
      firstChange(among: written.map { $0.path == filled.path ? filled : $0 }) == filled.path)
    let added = WorkspaceFile(path: "csv/ghi-chu.txt", bytes: [65])
    #expect(firstChange(among: written + [added]) == added.path)
    #expect(firstChange(among: written.filter { $0.path != "manifest.json" }) == written[0].path)
  }
}
