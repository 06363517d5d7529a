import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// The sample of plan 4742/KH-UBND, from its files to the result of each target.
///
/// The sums were made apart, by another reader of the same files.
@Suite("The sample of learning citizens") struct CitizenTargetTests {
  private static let judged = Result { try judge(SampleRequest.citizens()) }

  private func unit(_ code: String) throws -> UnitAssessment {
    let units = try Self.judged.get().record.units
    return try #require(units.first { $0.unit.code == UnitCode(code) }).assessment
  }

  private func met(_ code: String, by horizon: String) throws -> [String] {
    try unit(code).indicators.filter {
      $0.progress?.standing(HorizonID(horizon))?.isMet == true
    }.map(\.indicator.id.rawValue)
  }

  @Test(
    "meets the targets of 2025 where they are met",
    arguments: [
      ("502", ["T1", "T2", "T3", "T4", "T5"]), ("503", ["T1", "T2", "T3", "T4", "T5"]),
      ("507", ["T1", "T2", "T3", "T4", "T5"]), ("518", ["T1", "T2", "T3", "T4", "T5"]),
      ("506", ["T2", "T3"]), ("508", ["T3", "T4"]), ("517", ["T2", "T3", "T4", "T5"]),
      ("504", []), ("510", []), ("516", []),
    ])
  func districts(code: String, expected: [String]) throws {
    #expect(try met(code, by: "2025") == expected)
    #expect(try unit(code).conclusion == nil)
  }

  @Test(
    "decides on the edge exactly",
    arguments: [
      ("507", "T2", 65_200, 163_000, 0), ("518", "T3", 1_845, 3_075, 0),
      ("508", "T2", 36_603, 91_508, 1), ("517", "T1", 28_261, 28_262, 1),
    ])
  func edges(code: String, id: String, part: Int, whole: Int, more: Int) throws {
    let indicator = try #require(try unit(code).indicator(IndicatorID(id)))
    #expect(indicator.numerator == part && indicator.denominator == whole)
    let standing = try #require(indicator.progress?.standing(HorizonID("2025")))
    #expect(standing.more == more && standing.isMet == (more == 0))
  }

  @Test("adds the districts and the province's own offices up") func sums() throws {
    let province = try unit("49")
    let first = try #require(province.indicator(IndicatorID("T1")))
    #expect(first.numerator == 256_050 && first.denominator == 260_032)
    let third = try #require(province.indicator(IndicatorID("T3")))
    let offices = try #require(third.progress).parts.filter {
      if case .office = $0.body { true } else { false }
    }
    #expect(offices.count > 5, "each office counts people of its own")
    #expect(third.progress?.absent.contains(UnitCode("510")) == true)
    #expect(third.basis == .sum && third.status != .invalid)
  }

  @Test("has a trend through three years, and none from the first alone") func trend() throws {
    let progress = try #require(try unit("507").indicator(IndicatorID("T2"))?.progress)
    #expect(progress.trend.points.map(\.year) == [2022, 2023, 2024])
    let early = try judge(SampleRequest.citizens(asOf: "2022-12-14", period: 2022))
    for unit in early.record.units {
      for indicator in unit.assessment.indicators {
        #expect(indicator.progress?.trend.pace == nil)
      }
    }
  }

  @Test("is late by the report of its own year alone") func deadlines() throws {
    for unit in try Self.judged.get().record.units {
      let late = unit.findings.filter { $0.finding.code == .reportOverdue }
      #expect(late.count <= 1, "\(unit.unit.name)")
    }
  }

  @Test("takes the holders as the base by the other reading, which no district reaches")
  func otherReading() throws {
    let request = try SampleRequest.citizens { files in
      files.map { file in
        guard file.path == "programme.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
        return WorkspaceFile(
          path: file.path,
          bytes: Array(
            text.replacing("proficient-base: skilled", with: "proficient-base: holders").utf8))
      }
    }
    let judged = try judge(request)
    for unit in judged.record.districts {
      let last = unit.assessment.indicator(IndicatorID("T5"))?.progress
      #expect(last?.standing(HorizonID("2025"))?.isMet != true, "\(unit.unit.name)")
    }
  }

  @Test("says of a percentage alone what it meets, in every format") func percentage() throws {
    let request = try SampleRequest.citizens().edited([
      .replace("2024/506-dai-loc/so-lieu.csv", "T4;;;32.363;46.499;;", with: "T4;;;;;75;")
    ])
    let judged = try judge(request)
    let unit = try #require(judged.record.districts.first { $0.unit.code == UnitCode("506") })
    let workbook = judged.composer.workbook(of: unit, as: judged.composer.report(.annual, of: unit))
    let results = try #require(workbook.sheets.compactMap(\.table).first { $0.id == "ket-qua" })
    let row = try #require(results.rows.first { $0[0].text == "T4" }).map(\.text)
    #expect(row[5] == "Đạt" && row[7] == "Không đạt", "\(row)")
    let files = try outputs(judged, with: reportTemplates(request), of: request)
    let found = try discrepancies(in: files, of: request)
    #expect(found.isEmpty, "\(found)")
  }

  /// T4 of Tam Kỳ is 34.198 of 44.739 holders.
  @Test(
    "counts the proficient among those with skills, and tells another whole",
    arguments: [
      ("skilled", "22.603;34.198", nil), ("skilled", "34.198;34.198", nil),
      ("skilled", "22.603;34.197", "Tổng số"), ("skilled", "22.603;34.199", "Tổng số"),
      ("skilled", "22.603;44.739", "Tổng số"), ("holders", "22.603;44.739", nil),
      ("holders", "22.603;34.198", nil), ("holders", "22.603;44.738", "Tổng số"),
      ("holders", "34.198;44.739", nil), ("holders", "34.199;44.739", "Số đạt"),
    ] as [(String, String, String?)])
  func countedWithin(reading: String, counts: String, column: String?) throws {
    let request = try SampleRequest.citizens().edited([
      .replace("2024/502-tam-ky/so-lieu.csv", "T5;;;22.603;34.198", with: "T5;;;" + counts),
      .replace("programme.yaml", "proficient-base: skilled", with: "proficient-base: \(reading)"),
    ])
    let unit = try #require(try judge(request).record.districts.first)
    let found = unit.findings.filter { $0.finding.code == .countedWithinDisagrees }
    #expect(found.map(\.finding.place?.column) == [column].compactMap(\.self))
    #expect(found.allSatisfy { $0.severity == .error && $0.message.contains("34.198") })
    let status = unit.assessment.indicator(IndicatorID("T5"))?.status
    #expect((status == .invalid) == (column != nil))
    #expect(unit.assessment.indicator(IndicatorID("T4"))?.status == .met)
  }

  /// T2 and T3 of Tam Kỳ have 41.275 and 3.464 holders.
  @Test(
    "counts digital skills among the holders of T2 and T3, of whom some may be in both",
    arguments: [
      ("44.739", true), ("44.740", false), ("41.275", true), ("41.274", false), ("43.000", true),
    ])
  func countedOf(whole: String, isRight: Bool) throws {
    let request = try SampleRequest.citizens().edited([
      .replace(
        "2024/502-tam-ky/so-lieu.csv", "T4;;;34.198;44.739;", with: "T4;;;34.198;\(whole);")
    ])
    let unit = try #require(try judge(request).record.districts.first)
    let found = unit.findings.filter { $0.finding.code == .countedOfDisagrees }
    #expect(found.isEmpty == isRight)
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(found.allSatisfy { $0.message.contains("T2 41.275, T3 3.464") })
    #expect(
      (unit.assessment.indicator(IndicatorID("T4"))?.status == .invalid) == !isRight)
  }

  @Test(
    "takes as the whole of an office's skills its holders alone", arguments: [68, 69, 70])
  func countedOfOffice(whole: Int) throws {
    let request = try SampleRequest.citizens().edited([
      .replace("2024/49-quang-nam/so-tai-chinh/so-lieu.csv", ";61;69;", with: ";61;\(whole);")
    ])
    let found = try judge(request).record.province.findings.map(\.finding).filter {
      $0.code == .countedOfDisagrees
    }
    #expect(found.map(\.office) == (whole == 69 ? [] : [OfficeID("so-tai-chinh")]))
    #expect(found.allSatisfy { $0.expected == "69" })
  }

  /// T2 of Hội An is 31.960 of 71.189 in three groups.
  @Test(
    "compares a whole that is typed beside its groups with their sum",
    arguments: [
      ("T2;;;31.960;71.189;;;;;;", true), ("T2;;;31.961;71.189;;;;;;", false),
      ("T2;;;31.960;71.190;;;;;;", false), ("T2;;;;;44,9;;;;;", true),
      ("T2;;;;;45,9;;;;;", false), ("T2;;;31.960;;;;;;;", true),
    ])
  func wholeAndGroups(row: String, isRight: Bool) throws {
    let request = try SampleRequest.citizens().edited([
      .append("2024/503-hoi-an/so-lieu.csv", row + "\r\n")
    ])
    let unit = try #require(
      try judge(request).record.districts.first { $0.unit.code == UnitCode("503") })
    let found = unit.findings.filter { $0.finding.code == .wholeDisagreesWithGroups }
    #expect(found.isEmpty == isRight)
    #expect(found.allSatisfy { $0.severity == .error })
    let result = unit.assessment.indicator(IndicatorID("T2"))
    #expect((result?.status == .invalid) == !isRight)
    #expect(isRight == (result?.numerator == 31_960))
  }

  @Test("shows no group's share as that of the whole while another is missing")
  func incompleteGroups() throws {
    let request = try SampleRequest.citizens().edited([
      .replace(
        "2024/502-tam-ky/so-lieu.csv", "T2;cong-dong;;5.952;13.894;", with: "T2;cong-dong;;;;")
    ])
    let judged = try judge(request)
    let files = try outputs(judged, with: reportTemplates(request), of: request)
    for file in files where file.path.hasPrefix("502-") && file.path.hasSuffix(".md") {
      let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      #expect(
        !rows.contains { $0.hasPrefix("| T2 ") && $0.contains("30.398/65.269") }, "\(file.path)")
    }
    let unit = try #require(judged.record.districts.first)
    #expect(unit.assessment.indicator(IndicatorID("T2"))?.status == .noData)
  }

  @Test("tells it of the office whose figures they are") func countedWithinOffice() throws {
    let request = try SampleRequest.citizens().edited([
      .replace("2024/49-quang-nam/so-tai-chinh/so-lieu.csv", ";45;61;", with: ";45;60;")
    ])
    let found = try judge(request).record.province.findings.map(\.finding).filter {
      $0.code == .countedWithinDisagrees
    }
    #expect(found.map(\.office) == [OfficeID("so-tai-chinh")])
  }

  /// Another province with other targets: the files of the workspace and its rulebook are changed,
  /// and nothing else.
  @Test("becomes the programme of another province by its data alone")
  func thirdProgramme() throws {
    let renamed = { (text: String) in
      text.replacing("Quảng Nam", with: "Hòa Phong").replacing("Tam Kỳ", with: "Yên Lạc")
        .replacing("4742-kh-ubnd-quang-nam-2022", with: "kh-thu-nghiem")
        .replacing("quang-nam-2021-2030", with: "hoa-phong-2021-2030")
        .replacing("\"2025\": \"40\"", with: "\"2025\": \"50\"")
    }
    let request = try SampleRequest.citizens(
      change: { files in
        files.map { file in
          guard ["programme.yaml", "units.csv"].contains(file.path) else { return file }
          let text = renamed(String(decoding: file.bytes, as: UTF8.self))
          return WorkspaceFile(path: file.path, bytes: Array(text.utf8))
        }
      },
      templates: { files in
        files.map { file in
          guard file.path.hasPrefix("rulebooks/4742") else { return file }
          return WorkspaceFile(
            path: "rulebooks/kh-thu-nghiem.yaml",
            bytes: Array(renamed(String(decoding: file.bytes, as: UTF8.self)).utf8))
        }
      })
    let judged = try judge(request)
    let files = try outputs(judged, with: reportTemplates(request), of: request)
    let board = try #require(files.first { $0.path == "index.html" })
    #expect(String(decoding: board.bytes, as: UTF8.self).contains("Hòa Phong"))
    let first = try #require(judged.record.districts.first)
    let standing = first.assessment.indicator(IndicatorID("T2"))?.progress?.standing(
      HorizonID("2025"))
    #expect(standing?.target == ExactDecimal(50) && standing?.isMet == false)
  }
}
