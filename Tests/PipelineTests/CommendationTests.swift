import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// Names of those who are proposed for commendation, which are told where they were asked for.
@Suite("Commendations") struct CommendationTests {
  private static let district = "2024/502-tam-ky/khen-thuong.csv"
  private static let office = "2024/49-quang-nam/so-tai-chinh/khen-thuong.csv"
  private static let names = ["Khối phố Mẫu 1", "Nguyễn Văn A", "Chi hội Mẫu 9"]

  private func request(
    telling: Bool, _ rows: String = "Tập thể;Chi hội Mẫu 9;;;\n"
  ) throws -> RunRequest {
    let sample = try SampleRequest.citizens().edited([
      .text(Self.office, "Loại;Tên;Đơn vị;Thành tích;Hình thức\n" + rows)
    ])
    return RunRequest(
      workspace: sample.workspace, files: sample.files, templates: sample.templates,
      period: sample.period, asOf: sample.asOf, units: [UnitCode("49"), UnitCode("502")],
      language: "vi", tool: "hoctap test", tellsCommendations: telling)
  }

  private func names(in text: String) -> [String] { Self.names.filter(text.contains) }

  @Test("stand in no file of a run that did not ask for them") func untold() throws {
    let request = try request(telling: false)
    let judged = try judge(request)
    for file in try outputs(judged, with: reportTemplates(request), of: request) {
      #expect(names(in: String(decoding: file.bytes, as: UTF8.self)) == [], "\(file.path)")
    }
    for unit in judged.chosen + judged.record.offices {
      let report = judged.composer.report(.annual, of: unit)
      let workbook = judged.composer.workbook(of: unit, as: report)
      #expect(names(in: "\(workbook)") == [], "\(unit.unit.name)")
      #expect(!"\(report)".contains("khen thưởng"))
    }
  }

  @Test(
    "are an annex of who proposes them and of the province, where they were asked for",
    arguments: [
      ("502-tam-ky", ["Khối phố Mẫu 1", "Nguyễn Văn A"]),
      ("49-quang-nam/so-tai-chinh", ["Chi hội Mẫu 9"]),
      ("49-quang-nam", ["Khối phố Mẫu 1", "Nguyễn Văn A", "Chi hội Mẫu 9"]),
      ("49-quang-nam/so-noi-vu", []),
    ])
  func told(folder: String, names expected: [String]) throws {
    let request = try request(telling: true)
    let judged = try judge(request)
    let files = try outputs(judged, with: reportTemplates(request), of: request)
    for ending in ["html", "md"] {
      let file = try #require(files.first { $0.path == "\(folder)/bao-cao-nam.\(ending)" })
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(names(in: text) == expected)
      #expect(text.contains("đề nghị khen thưởng") == !expected.isEmpty)
    }
    let result = try #require(files.first { $0.path == "\(folder)/result.json" })
    #expect(names(in: String(decoding: result.bytes, as: UTF8.self)) == [])
    let unit = try #require(
      (judged.chosen + judged.record.offices).first { $0.folderName == folder })
    let workbook = judged.composer.workbook(of: unit, as: judged.composer.report(.annual, of: unit))
    #expect(names(in: "\(workbook.sheets)") == expected)
    #expect(try discrepancies(in: files, of: request).isEmpty)
  }

  @Test("name in the province's annex who proposes them") func proposers() throws {
    let judged = try judge(try request(telling: true))
    let report = judged.composer.report(.annual, of: judged.record.province)
    let annex = try #require(report.annexes.last)
    guard case .table(let table)? = annex.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(
      table.rows.map { $0[0].text } == ["Tập thể", "Tập thể", "Tập thể", "Cá nhân", "Cá nhân"])
    #expect(Set(table.rows.map { $0[5].text }) == ["Sở Tài chính", "Thành phố Tam Kỳ"])
  }

  @Test("make the outputs private, told or not") func privacy() throws {
    let pilot = { (telling: Bool, name: String) throws -> RunRequest in
      let sample = try SampleRequest.make().edited([
        .text("2022/748-ba-ria/\(name)", "Loại;Tên\ncá nhân;Người Mẫu\n")
      ])
      return RunRequest(
        workspace: sample.workspace, files: sample.files, templates: sample.templates,
        period: 2022, asOf: sample.asOf, units: [], language: "vi", tool: "hoctap test",
        tellsCommendations: telling)
    }
    #expect(try pilot(false, "khen-thuong.csv").holdsPersons)
    #expect(try pilot(true, "Khen-Thuong.XLSX").holdsPersons)
    #expect(try !pilot(true, "khen.csv").holdsPersons)
  }

  @Test(
    "are never quoted where a row is wrong, nor shown",
    arguments: [
      ("đoàn thể;Người Mẫu;;;\n", FindingCode.notInList), (";Người Mẫu;;;\n", .requiredCellEmpty),
      ("cá nhân;;Người Mẫu;;\n", .requiredCellEmpty), ("Người Mẫu;cá nhân;;;\n", .notInList),
      ("cá nhân;Người Mẫu;;;;;Người Mẫu\n", .wrongCellCount),
      ("cá nhân;#REF!;;;\n", .spreadsheetError),
    ])
  func wrong(row: String, code: FindingCode) throws {
    let request = try request(telling: true, row)
    let judged = try judge(request)
    let found = judged.record.province.findings.filter {
      $0.finding.place?.file == Self.office
    }
    #expect(found.map(\.finding.code) == [code])
    #expect(found.allSatisfy { !"\($0)".contains("Người Mẫu") }, "\(found)")
    let places = found.compactMap(\.finding.place)
    let excerpts = SourceExcerpts(of: request, at: places)
    #expect(places.allSatisfy { excerpts[$0] == nil })
    let office = try #require(judged.record.offices.first { $0.unit.name == "Sở Tài chính" })
    #expect(office.submission.commendations.isEmpty)
  }

  @Test(
    "are told in no word where the file itself is amiss",
    arguments: [
      "cá nhân;Người Mẫu;Xã;Việc;Giấy khen\ncá nhân;Người Mẫu;Xã;Việc;Giấy khen\n",
      "Loại;Tên;Người Mẫu\ncá nhân;A;B\n", "Loại;Tên\ncá nhân;\"Người Mẫu;A\n",
      "Loại;Tên\ncá nhân;Người Mẫu\"A\n", "Loại;Tên;Người Mẫu\ncá nhân;A;B;C\n",
      "Chỉ báo;Số đạt;Tổng số;Người Mẫu\nT4;1;2;3\n", "Loại;Tên;Tên\ncá nhân;Người Mẫu;B\n",
      "Loại;Tên;Tênn Người Mẫu\ncá nhân;A;B\n",
    ])
  func amiss(text: String) throws {
    let request = try SampleRequest.citizens().edited([.text(Self.office, text)])
    let judged = try judge(request)
    let found = judged.findings.filter { $0.finding.place?.file == Self.office }
    #expect(!found.isEmpty)
    #expect(!"\(found)".contains("Người Mẫu"), "\(found)")
    for file in try outputs(judged, with: reportTemplates(request), of: request) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Người Mẫu"), "\(file.path)")
    }
    let excerpts = SourceExcerpts(of: request, at: found.compactMap(\.finding.place))
    #expect(found.compactMap(\.finding.place).allSatisfy { excerpts[$0] == nil })
  }

  @Test("have rows as hidden as those of waivers, which name persons too") func waivers() throws {
    let path = "2024/502-tam-ky/mien-tru.csv"
    let request = try SampleRequest.citizens().edited([
      .text(
        path,
        "Mã phát hiện;Chỉ báo;Lý do;Người đề nghị;Người duyệt;Đến ngày\n"
          + "X999;;Lý do;Người Mẫu;Người Khác;31/12/2024\n")
    ])
    let judged = try judge(request)
    let places = judged.findings.compactMap(\.finding.place).filter { $0.file == path }
    #expect(!places.isEmpty)
    let excerpts = SourceExcerpts(of: request, at: places)
    #expect(places.allSatisfy { excerpts[$0] == nil })
  }
}
