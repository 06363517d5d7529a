import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// The report of a horizon's year looks back on the years until then.
@Suite("The review of a horizon") struct ReviewTests {
  /// The sample with its last year once more as the year of the horizon.
  private static func request(
    _ year: Int = 2025, dropping dropped: [String] = [], edits: [WorkspaceEdit] = []
  ) throws -> RunRequest {
    try SampleRequest.citizens(asOf: "\(year + 1)-05-20", period: year) { files in
      files.filter { file in !dropped.contains { file.path.hasPrefix($0) } }
        + files.filter { $0.path.hasPrefix("2024/") }.map {
          WorkspaceFile(path: "\(year)" + $0.path.dropFirst(4), bytes: $0.bytes)
        }
    }.edited(edits)
  }

  private static let judged = Result { try judge(request()) }

  private func review(_ report: ReportDocument) -> Section? {
    report.sections.first { $0.id == "tong-ket" }
  }

  private func report(
    of code: String, in judged: Judged? = nil
  ) throws -> ReportDocument {
    let judged = try judged ?? Self.judged.get()
    let unit = try #require(
      (judged.record.units + judged.record.offices).first { $0.unit.code == UnitCode(code) })
    return judged.composer.report(.annual, of: unit)
  }

  private func table(_ id: String, of section: Section?) throws -> Table {
    let tables = (section?.subsections ?? []).flatMap(\.blocks).compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first { $0.id == id })
  }

  @Test("stands in the report of that year alone", arguments: ["49", "502", "49/so-tai-chinh"])
  func year(code: String) throws {
    let own = try report(of: code)
    #expect(review(own)?.title == "Sơ kết 5 năm thực hiện Chương trình")
    #expect(own.subject.hasSuffix("; sơ kết 5 năm thực hiện Chương trình"))
    let before = try report(of: code, in: judge(SampleRequest.citizens()))
    #expect(review(before) == nil && !before.subject.contains(";"))
    let last = try report(of: code, in: judge(Self.request(2030)))
    #expect(review(last)?.title == "Tổng kết 10 năm thực hiện Chương trình")
  }

  @Test("compares the first year with the last, of units and offices")
  func change() throws {
    let table = try table("thay-doi-trong-giai-doan", of: review(report(of: "49/so-tai-chinh")))
    let row = table.rows[0].map(\.text)
    // 41/94 are 43,617… %, 54/94 57,446… % and 69/98 70,408… %; the last year repeats the one before.
    #expect(row[2] == "2022: 41/94 = 43,62%" && row[3] == "69/98 = 70,41%")
    #expect(row[4] == "+26,79" && row[5] == "2023: +13,83")
    #expect(row[6] == "60%: đạt")
  }

  @Test("leaves years apart out of what rose most from one year to the next") func gap() throws {
    let judged = try judge(Self.request(dropping: ["2023/"]))
    let table = try table(
      "thay-doi-trong-giai-doan", of: review(report(of: "49/so-tai-chinh", in: judged)))
    #expect(table.rows[0][2].text == "2022: 41/94 = 43,62%")
    #expect(table.rows[0][5].text.isEmpty, "2024 is not the year after 2022, and 2025 repeats it")
  }

  @Test("says that there is but one year, and compares nothing") func single() throws {
    let judged = try judge(Self.request(dropping: ["2022/", "2023/", "2024/"]))
    let section = try #require(review(try report(of: "502", in: judged)))
    #expect(section.subsections.isEmpty)
    #expect("\(section.blocks)".contains("chỉ có số liệu của năm 2025"))
  }

  @Test("counts the districts that met a target, among those with a result") func attained() throws
  {
    let judged = try Self.judged.get()
    let table = try table("so-huyen-dat-muc-tieu", of: review(report(of: "49")))
    for (row, id) in zip(table.rows, ["T1", "T2", "T3", "T4", "T5"]) {
      for (cell, year) in zip(row.dropFirst(2), [2022, 2023, 2024, 2025]) {
        let results = judged.record.districts.compactMap { unit -> Bool? in
          let all = year == 2025 ? unit.assessment : judged.record.history[unit.unit.code]?[year]
          let indicator = all?.indicator(IndicatorID(id))
          let target = indicator?.indicator.measure.target?.values[HorizonID("2025")]
          guard let value = indicator?.value, let target else { return nil }
          return value >= target.rational
        }
        #expect(cell.text == "\(results.count { $0 })/\(results.count)", "\(id) \(year)")
      }
    }
    #expect(table.rows[1][4].text == "6/17")
  }

  @Test("says who sent figures in which year") func sent() throws {
    let table = try table("gui-so-lieu-qua-cac-nam", of: review(report(of: "49")))
    let rows = Dictionary(table.rows.map { ($0[0].text, $0.dropFirst().map(\.text)) }) { $1 }
    #expect(rows["Huyện Nam Giang"] == ["Đã gửi", "Đã gửi", "Chưa gửi", "Chưa gửi"])
    #expect(rows["Ban Dân vận Tỉnh ủy"] == ["Chưa gửi", "Chưa gửi", "Chưa gửi", "Chưa gửi"])
    #expect(rows.count == 27)
  }

  @Test("takes the unit's own words under its title") func prose() throws {
    let words = "\n# Sơ kết 5 năm thực hiện Chương trình\n\nLời của đơn vị về năm năm.\n"
    let path = "2025/502-tam-ky/thuyet-minh.md"
    let judged = try judge(Self.request(edits: [.append(path, words)]))
    let section = review(try report(of: "502", in: judged))
    #expect("\(try #require(section?.blocks.first))".contains("Lời của đơn vị về năm năm."))
    let early = try judge(
      SampleRequest.citizens().edited([.append("2024/502-tam-ky/thuyet-minh.md", words)]))
    let report = try report(of: "502", in: early)
    #expect("\(report.sections)".contains("Lời của đơn vị về năm năm."), "never lost")
  }

  @Test("is in every format, and agrees", arguments: [2025, 2030])
  func formats(year: Int) throws {
    let request = try Self.request(year)
    let files = try outputs(judge(request), with: reportTemplates(request), of: request)
    let found = try discrepancies(in: files, of: request)
    #expect(found.isEmpty, "\(found)")
    let html = try #require(files.first { $0.path == "49-quang-nam/bao-cao-nam.html" })
    #expect(String(decoding: html.bytes, as: UTF8.self).contains("gui-so-lieu-qua-cac-nam"))
  }
}
