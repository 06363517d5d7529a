import Audit
import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// Offices of the province that report of their own people, from their files to their reports.
@Suite("The reports of offices") struct OfficeReportTests {
  private static let judged = Result { try judge(SampleRequest.citizens()) }
  private static let folder = "2024/49-quang-nam"
  private static let finance = "so-tai-chinh"
  private static let financeFigures = "\(folder)/\(finance)/so-lieu.csv"

  private func office(_ id: String, in judged: Judged? = nil) throws -> UnitRecord {
    let record = try (judged ?? Self.judged.get()).record
    return try #require(record.offices.first { $0.unit.office == OfficeID(id) })
  }

  private func edited(_ edits: [WorkspaceEdit]) throws -> Judged {
    try judge(try SampleRequest.citizens().edited(edits))
  }

  private func findings(_ code: FindingCode, in judged: Judged) -> [Finding] {
    judged.record.province.findings.map(\.finding).filter { $0.code == code }
  }

  @Test("are judged by what each reports, through its own years") func judgedAlone() throws {
    let office = try office(Self.finance)
    let indicators = office.assessment.indicators
    #expect(indicators.map(\.indicator.id.rawValue) == ["T3", "T4", "T5"])
    #expect(indicators.map(\.numerator) == [69, 61, 45])
    #expect(indicators.map(\.denominator) == [98, 69, 61])
    // 41 of 94, 54 of 94 and 69 of 98 stand in its own files of three years.
    let trend = try #require(indicators[0].progress).trend
    #expect(trend.points.map(\.numerator) == [41, 54, 69])
    #expect(indicators.allSatisfy { $0.evidence == .complete && $0.status == .met })
    let standings = try #require(indicators[0].progress).standings
    #expect(standings.map(\.more) == [0, 10], "80 % of 98 are 79")
  }

  @Test("add up, with the districts, to the province's sum") func sum() throws {
    let record = try Self.judged.get().record
    for id in ["T3", "T4", "T5"].map({ IndicatorID($0) }) {
      let sum = try #require(record.province.assessment.indicator(id)?.numerator)
      let parts = (record.offices + record.districts).compactMap {
        $0.assessment.indicator(id)?.numerator
      }
      #expect(parts.reduce(0, +) == sum, "\(id)")
    }
  }

  @Test("are written for offices that issue one and have sent figures") func written() throws {
    let paths = Set(try CitizenSample.files().map(\.path))
    for file in ["bao-cao-nam.html", "bao-cao-nam.md", "bao-cao-nam.xlsx", "result.json"] {
      #expect(paths.contains("49-quang-nam/\(Self.finance)/\(file)"))
    }
    // Bodies of the Party write by rules of their own; the lead office writes the province's report.
    for id in ["ban-tuyen-giao-tinh-uy", "ban-dan-van-tinh-uy", "hoi-khuyen-hoc-tinh"] {
      #expect(!paths.contains { $0.hasPrefix("49-quang-nam/\(id)/") }, "\(id)")
    }
  }

  @Test("are issued by the office, under its own sign") func letterhead() throws {
    let file = try #require(
      try CitizenSample.files().first {
        $0.path == "49-quang-nam/\(Self.finance)/bao-cao-nam.md"
      })
    let text = String(decoding: file.bytes, as: UTF8.self)
    for words in [
      "| UBND TỈNH QUẢNG NAM |", "| **SỞ TÀI CHÍNH** |", "/BC-STC", "**GIÁM ĐỐC**",
      "năm 2024 của Sở Tài chính**", "Kính gửi: Hội Khuyến học tỉnh Quảng Nam.",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Sở Nội vụ triển khai"))
  }

  @Test("name the office where a unit would be named") func named() throws {
    let judged = try Self.judged.get()
    let office = try office(Self.finance)
    let report = judged.composer.report(.annual, of: office)
    let workbook = judged.composer.workbook(of: office, as: report)
    #expect(!"\(workbook)\(report.sections)".contains("\"49/so-tai-chinh\""))
    #expect("\(workbook)".contains("\"Sở Tài chính\""))
  }

  @Test("leave no office out that owes: one that is silent gets a request") func silent() throws {
    let judged = try edited([.remove("\(Self.folder)/\(Self.finance)")])
    let silent = findings(.officeSilent, in: judged).filter { $0.value == Self.finance }
    #expect(silent.map { $0.details["indicators"] } == ["T3, T4, T5"])
    let request = try #require(judged.composer.requests().first { $0.name == Self.finance })
    guard case .table(let table)? = request.document.sections.first?.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0[0].text.prefix(2) } == ["T3", "T4", "T5"])
    #expect(table.rows.allSatisfy { $0[2].text.hasPrefix("Báo cáo của Sở Tài chính (Mục ") })
    #expect(!judged.composer.issuesReport(try office(Self.finance, in: judged)))
  }

  @Test(
    "tell what an office has not sent of what it reports",
    arguments: [
      ("T4;;;61;69;", "", "Số đạt, Tổng số"), ("T4;;;61;69;", "T4;;;;69;", "Số đạt"),
      ("T4;;;61;69;", "T4;;;61;;", "Tổng số"), ("T4;;;61;69;", "T4;;;;;88,4", "Số đạt, Tổng số"),
    ])
  func partly(old: String, new: String, missing: String) throws {
    let judged = try edited([.replace(Self.financeFigures, old, with: new)])
    let found = findings(.indicatorMissing, in: judged).filter {
      $0.office == OfficeID(Self.finance)
    }
    #expect(found.map(\.indicator) == [IndicatorID("T4")])
    #expect(found.map { $0.details["missing"] } == [missing])
    #expect(found.allSatisfy { $0.place?.file == Self.financeFigures })
    let own = try office(Self.finance, in: judged)
    #expect(own.findings.map(\.finding.code).contains(.indicatorMissing))
    #expect(try office("so-noi-vu", in: judged).findings.isEmpty)
  }

  @Test("tell in the office's own report that it has no ledger") func ledgerless() throws {
    let judged = try edited([.remove("\(Self.folder)/\(Self.finance)/minh-chung.csv")])
    let own = try office(Self.finance, in: judged).findings.map(\.finding)
    #expect(
      own.filter { $0.code == .noDocument }.map(\.indicator?.rawValue) == ["T3", "T4", "T5"])
    #expect(try office("so-noi-vu", in: judged).findings.isEmpty)
  }

  @Test("charge the office with its own document, and its own cell") func charged() throws {
    let ledger = "\(Self.folder)/\(Self.finance)/minh-chung.csv"
    let judged = try edited([
      .replace(ledger, "T5;294/BC-STC", with: "T3;294/BC-STC"),
      .replace(Self.financeFigures, ";69;98;", with: ";O9;98;"),
    ])
    let documents = findings(.noDocument, in: judged).filter {
      $0.office == OfficeID(Self.finance)
    }
    #expect(documents.map(\.indicator) == [IndicatorID("T5")])
    let cells = findings(.notWholeNumber, in: judged)
    #expect(cells.map(\.office) == [OfficeID(Self.finance)])
    let own = try office(Self.finance, in: judged).assessment
    #expect(own.indicator(IndicatorID("T3"))?.status == .invalid)
    #expect(own.indicator(IndicatorID("T4"))?.status == .met)
    let other = try office("so-noi-vu", in: judged).assessment
    #expect(other.indicator(IndicatorID("T3"))?.status == .met, "another office's figure stands")
  }

  private func sum(_ id: String, in judged: Judged) throws -> IndicatorAssessment {
    try #require(judged.record.province.assessment.indicator(IndicatorID(id)))
  }

  @Test(
    "are left out of the sum and named where their figure cannot be used",
    arguments: [
      ("T3", ";69;98;", ";O9;98;"), ("T3", ";69;98;", ";99;98;"), ("T3", "T3;can-bo-tinh", "T3;x"),
      ("T4", ";61;69;", ";61;70;"), ("T5", ";45;61;", ";45;60;"),
    ])
  func leftOut(id: String, old: String, new: String) throws {
    let judged = try edited([.replace(Self.financeFigures, old, with: new)])
    let whole = try sum(id, in: Self.judged.get())
    let rest = try sum(id, in: judged)
    #expect(rest.status == whole.status && rest.status != .invalid)
    #expect(rest.evidence == .incomplete)
    let own = try #require(
      try office(Self.finance).assessment.indicator(IndicatorID(id))?.denominator)
    #expect(rest.denominator == whole.denominator.map { $0 - own })
    #expect(rest.progress?.absentOffices.contains(OfficeID(Self.finance)) == true)
    #expect(whole.progress?.absentOffices == [OfficeID("ban-dan-van-tinh-uy")])
    for other in ["T3", "T4", "T5"] {
      let status = try office(Self.finance, in: judged).assessment.indicator(IndicatorID(other))?
        .status
      #expect((status == .invalid) == (other == id), "\(other)")
    }
    let report = judged.composer.report(.annual, of: judged.record.province)
    #expect("\(report.sections)".contains("Ban Dân vận Tỉnh ủy"))
  }

  /// Anything that was found about an office once made it invalid beside another's error.
  @Test("stand beside another's error, with a warning of their own") func innocent() throws {
    let other = "\(Self.folder)/so-noi-vu/so-lieu.csv"
    let row = try #require(
      try SampleRequest.citizens().files.first { $0.path == other }.map {
        String(decoding: $0.bytes, as: UTF8.self).split(separator: "\r\n")[1]
      })
    let cells = row.split(separator: ";", omittingEmptySubsequences: false)
    let judged = try edited([
      .replace(Self.financeFigures, ";69;98;", with: ";O9;98;"),
      .replace(other, String(row), with: "T3;can-bo-tinh;;\(cells[4]);\(cells[4]);;;;;;"),
      .replace(other, "T4;", with: "T4;;;1;\(cells[4]);;;;;;\r\nx;"),
    ])
    #expect(findings(.unusualChange, in: judged).contains { $0.office == OfficeID("so-noi-vu") })
    let own = try office("so-noi-vu", in: judged).assessment
    #expect(own.indicator(IndicatorID("T3"))?.status == .met)
  }

  @Test(
    "are the whole of the sum: nothing else is added, and it is found",
    arguments: [
      ("so-tai-chinh-copy/so-lieu.csv", FindingCode.officeNotCounted),
      ("so-lieu.csv", .figureBesideOffices),
      ("hoi-khuyen-hoc-tinh/so-lieu.csv", .figureNotReported),
    ])
  func uncounted(file: String, code: FindingCode) throws {
    let rows = "Chỉ báo;Thành phần;Số đạt;Tổng số\nT3;can-bo-tinh;69;98\nT4;;61;69\nT5;;45;61\n"
    let judged = try edited([.text("\(Self.folder)/\(file)", rows)])
    #expect(findings(code, in: judged).count == (code == .officeNotCounted ? 1 : 3))
    #expect(findings(.unknownOffice, in: judged).isEmpty)
    for id in ["T3", "T4", "T5"] {
      let (before, after) = (try sum(id, in: Self.judged.get()), try sum(id, in: judged))
      #expect(before.numerator == after.numerator && before.denominator == after.denominator)
    }
  }

  @Test("tell a group that the office does not report, and count the others") func otherGroup()
    throws
  {
    let judged = try edited([.append(Self.financeFigures, "T3;can-bo-xa;;1;2;;;;;;\r\n")])
    #expect(findings(.figureNotReported, in: judged).map(\.office) == [OfficeID(Self.finance)])
    #expect(try sum("T3", in: judged).numerator == sum("T3", in: Self.judged.get()).numerator)
    #expect(
      try office(Self.finance, in: judged).assessment.indicator(IndicatorID("T3"))?.numerator == 69)
  }

  @Test("add up whatever a folder has where no office reports people of its own")
  func withoutReports() throws {
    let request = try SampleRequest.citizens { files in
      files.map { file in
        guard file.path == "programme.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
          .replacing(/, symbol: [^,}]+/, with: "").replacing(/, reports: \[[^\]]*\]/, with: "")
          .replacing(/\n +symbol: .*\n +reports: .*/, with: "")
        return WorkspaceFile(path: file.path, bytes: Array(text.utf8))
      }
    }
    let before = try judge(request)
    #expect(try sum("T3", in: before).numerator == sum("T3", in: Self.judged.get()).numerator)
    let after = try judge(
      request.edited([
        .text("\(Self.folder)/so-la/so-lieu.csv", "Chỉ báo;Số đạt;Tổng số\nT3;1;2\n")
      ]))
    #expect(try sum("T3", in: after).numerator == sum("T3", in: before).numerator.map { $0 + 1 })
    #expect(findings(.unknownOffice, in: after).count == 1)
  }

  private func roster(_ rows: Int = 98, group: String = "can-bo-tinh", more: String = "") -> String
  {
    let heading = "Mã xã,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo,Trạng thái,Ngày công nhận\n"
    let answers = (0..<rows).map { index in
      [index < 69, index < 61, index < 45].map { $0 ? "có" : "không" }.joined(separator: ",")
        + (index < 69 ? ",công nhận,01/11/2024" : ",,")
    }
    return heading + answers.map { "20656,\(group),\($0)\n" }.joined() + more
  }

  @Test("may be counted in a roster of the office's people", arguments: [false, true])
  func counted(typed: Bool) throws {
    let path = "\(Self.folder)/\(Self.finance)/cong-dan.csv"
    let judged = try edited(
      [.text(path, roster())] + (typed ? [] : [.remove(Self.financeFigures)]))
    let before = try Self.judged.get().record.province
    #expect(
      judged.record.province.findings.map(\.finding.code) == before.findings.map(\.finding.code))
    for id in ["T3", "T4", "T5"] {
      #expect(try sum(id, in: judged).numerator == sum(id, in: Self.judged.get()).numerator)
    }
    let own = try office(Self.finance, in: judged).assessment
    #expect(own.indicators.map(\.numerator) == [69, 61, 45])
    #expect(own.indicators.map(\.denominator) == [98, 69, 61])
    #expect(own.indicators.allSatisfy { $0.basis == .roster && $0.status == .met })
  }

  @Test("are compared with the office's roster, which beats them") func rosterDisagrees() throws {
    let path = "\(Self.folder)/\(Self.finance)/cong-dan.csv"
    let other = "20656,can-bo-xa,có,có,có,công nhận,01/11/2024\n"
    let judged = try edited([
      .text(path, roster(99, more: other)),
      .replace(Self.financeFigures, ";61;69;", with: ";60;69;"),
    ])
    let found = findings(.rosterDisagrees, in: judged)
    #expect(found.map(\.indicator?.rawValue) == ["T3", "T4"])
    #expect(found.allSatisfy { $0.office == OfficeID(Self.finance) })
    #expect(findings(.personsOfOtherGroups, in: judged).map { $0.details["count"] } == ["1"])
    let own = try office(Self.finance, in: judged).assessment
    #expect(own.indicators.map(\.denominator) == [99, 69, 61])
  }

  @Test("are asked for where the office's roster has no column for them") func column() throws {
    let path = "\(Self.folder)/\(Self.finance)/cong-dan.csv"
    let judged = try edited([
      .remove(Self.financeFigures),
      .text(path, "Mã xã,Nhóm,Danh hiệu\n20656,can-bo-tinh,không\n20656,can-bo-tinh,không\n"),
    ])
    let found = findings(.rosterGivesNoFigure, in: judged)
    #expect(found.map(\.indicator?.rawValue) == ["T4", "T5"])
    #expect(found.allSatisfy { $0.office == OfficeID(Self.finance) })
  }

  @Test("that have no people of their own read no roster") func rosterElsewhere() throws {
    for folder in ["", "so-la/"] {
      let judged = try edited([.text("\(Self.folder)/\(folder)cong-dan.csv", roster())])
      #expect(findings(.unknownFile, in: judged).count == 1)
    }
  }

  /// Two offices once were compared with the figure of whichever came first.
  @Test("compare an office's figures with its own of the year before") func years() throws {
    #expect(findings(.unusualChange, in: try Self.judged.get()).isEmpty)
    let judged = try edited([.replace(Self.financeFigures, ";69;98;", with: ";77;98;")])
    let found = findings(.unusualChange, in: judged)
    // 77 of 98 are 78,57 %, and 54 of 94 are 57,45 %.
    #expect(found.map(\.office) == [OfficeID(Self.finance)])
    #expect(found.map(\.indicator) == [IndicatorID("T3")])
  }

  @Test(
    "are late when something of them is missing, each office alone",
    arguments: [
      ("2024-12-13", FindingCode.reportDueSoon), ("2024-12-14", .reportDueSoon),
      ("2024-12-15", .reportOverdue),
    ])
  func deadlines(day: String, code: FindingCode) throws {
    let request = try SampleRequest.citizens(asOf: day).edited([
      .replace(Self.financeFigures, "T4;;;61;69;", with: "T4;;;;;")
    ])
    let judged = try judge(request)
    let found = findings(code, in: judged)
    #expect(
      Set(found.map(\.office)) == [OfficeID(Self.finance), OfficeID("ban-dan-van-tinh-uy")])
    #expect(found.contains { $0.details["milestone"]?.hasPrefix("Sở Tài chính: ") == true })
    let own = try office(Self.finance, in: judged)
    #expect(own.findings.map(\.finding.code).contains(code))
    #expect(try office("so-noi-vu", in: judged).findings.isEmpty)
    let board = judged.composer.board()
    let tables = board.sections.flatMap(\.blocks).compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    let owed = try #require(tables.first { $0.id == "no-theo-co-quan" })
    let silent = try #require(owed.rows.first { $0[1].text == "Ban Dân vận Tỉnh ủy" })
    #expect(silent[5].mark != .good, "\(silent[5].text)")
    let units = try #require(tables.first { $0.id == "cac-don-vi" })
    let province = try #require(units.rows.last)
    #expect(!province.contains { $0.mark == .good && $0.text.contains("Đủ hồ sơ") })
  }

  @Test("have links that lead to files") func links() throws {
    let request = try SampleRequest.citizens().edited([
      .replace(Self.financeFigures, "T4;;;61;69;", with: "T4;;;;;")
    ])
    let files = try outputs(judge(request), with: reportTemplates(request), of: request)
    let paths = Set(files.map(\.path))
    let page = try #require(files.first { $0.path == "49-quang-nam/so-tai-chinh/bao-cao-nam.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    let links = text.matches(of: /href="([^"#:]+\.[a-z]+)[^"]*"/).map { String($0.1) }
    #expect(links.contains { $0.hasSuffix("phieu-bo-sung/so-tai-chinh.html") })
    for link in links {
      let target = link.hasPrefix("../../") ? String(link.dropFirst(6)) : "?" + link
      #expect(paths.contains(target), "\(link)")
    }
  }

  @Test("are read back, with what the requests say of offices") func audited() throws {
    let request = try SampleRequest.citizens().edited([
      .replace(Self.financeFigures, "T4;;;61;69;", with: "T4;;;;;")
    ])
    let files = try outputs(judge(request), with: reportTemplates(request), of: request)
    func audit(_ change: (String, String) -> String) throws -> [Discrepancy] {
      let changed = files.map { file in
        guard file.path.hasSuffix(".md") else { return file }
        let text = change(file.path, String(decoding: file.bytes, as: UTF8.self))
        return OutputFile(path: file.path, bytes: Array(text.utf8))
      }
      let found = try discrepancies(in: changed, of: request)
      return found.filter { $0.kind != .digest && $0.kind != .size }
    }
    #expect(try audit { $1 }.isEmpty)
    let own = "49-quang-nam/\(Self.finance)/bao-cao-nam.md"
    let letter = "phieu-bo-sung/\(Self.finance).md"
    for (path, old, new) in [
      (own, "69/98 = 70,41%", "79/98 = 80,61%"), (letter, "| Số liệu |", "| Minh chứng |"),
      ("49-quang-nam/bao-cao-nam.md", "| Số liệu |", "| Minh chứng |"),
    ] {
      let found = try audit { $0 == path ? $1.replacing(old, with: new) : $1 }
      #expect(found.contains { $0.file == path }, "\(path): \(found)")
    }
  }

  @Test("have forms with the rows of what they report") func forms() throws {
    let request = try SampleRequest.citizens()
    let files = try blankForms(prepare(request), of: request)
    let form = try #require(
      files.first { $0.path == "csv/49-quang-nam/\(Self.finance)/so-lieu.csv" })
    let rows = String(decoding: form.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
    #expect(rows.map { $0.prefix(14) } == ["T3;can-bo-tinh", "T4;;Tỷ lệ ngườ", "T5;;\"Tỷ lệ ngư"])
    // A percentage cannot be added up.
    #expect(rows.allSatisfy { !$0.contains("Tỷ lệ (%)") })
  }

  @Test(
    "are refused where the rulebook or a letterhead is lacking",
    arguments: [
      ("symbol: STC, reports: [\"T3/can-bo-tinh\", T4, T5]", "symbol: STC", "thiếu “reports”"),
      (
        "STC, reports: [\"T3/can-bo-tinh\"", "STC, reports: [\"T3/can-bo\"",
        "không có nhóm “can-bo”"
      ),
      ("STC, reports: [\"T3/can-bo-tinh\"", "STC, reports: [\"T9\"", "báo cáo “T9”"),
      ("STC, reports: [\"T3/can-bo-tinh\"", "STC, reports: [T4", "Chỉ báo của cơ quan"),
      ("officeLetterheads:\n  province:", "officeLetterheads:\n  district:", "“officeLetterheads”"),
    ])
  func refused(old: String, new: String, words: String) throws {
    let request = try SampleRequest.citizens().edited([
      .replace("programme.yaml", old, with: new)
    ])
    do throws(Fault) {
      _ = try prepare(request)
      Issue.record("accepted")
    } catch {
      #expect(error.problems.contains { $0.message.contains(words) }, "\(error.problems)")
    }
  }
}
