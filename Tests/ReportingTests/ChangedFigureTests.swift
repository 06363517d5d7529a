import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// A figure that an auditor changes in the workbook leads to the level that `hoctap` gives for the
/// same figure in the file that was sent.
@Suite("A figure changed in a workbook") struct ChangedFigureTests {
  /// One change, in the sheet of figures and in the workspace.
  struct Change: Sendable {
    let unit: String
    let indicator: String
    let component: Int
    let typed: [(column: Int, value: Spreadsheet.Value)]
    let edits: [WorkspaceEdit]

    init(
      _ unit: String, _ indicator: String, component: Int = 0,
      _ typed: [(column: Int, value: Spreadsheet.Value)], _ edits: WorkspaceEdit...
    ) {
      self.unit = unit
      self.indicator = indicator
      self.component = component
      self.typed = typed
      self.edits = edits
    }
  }

  private static let (met, part, whole, percent, previous, current) = (2, 3, 4, 5, 6, 7)
  private static let baRia = "2022/748-ba-ria/so-lieu.csv"
  /// The lists of Bà Rịa as typed counts, so that the file holds every figure that changes.
  private static let typedCounts: [WorkspaceEdit] = [
    .remove("2022/748-ba-ria/co-quan.csv"), .remove("2022/748-ba-ria/xa-phuong.csv"),
    .append(baRia, "2.2.1;;;33;36;;;;;;\n2.2.2;;;34;36;;;;;;\n2.2.4;;;10;11;;;;;;\n"),
  ]

  static let changes = [
    // Below 70 %, exactly 70 % by a larger list, above 90 %.
    Change(
      "748", "2.1.1", [(part, .number(25))],
      .replace(baRia, "2.1.1;;;33;36;", with: "2.1.1;;;25;36;")),
    Change(
      "748", "2.1.1", [(part, .number(7)), (whole, .number(10))],
      .replace(baRia, "2.1.1;;;33;36;", with: "2.1.1;;;7;10;")),
    Change(
      "748", "2.1.2", [(part, .number(11))],
      .replace(baRia, "2.1.2;;;9;11;", with: "2.1.2;;;11;11;")),
    Change(
      "748", "2.1.2", [(part, .blank), (whole, .blank), (percent, .number(79.995))],
      .replace(baRia, "2.1.2;;;9;11;;", with: "2.1.2;;;;;79,995;")),
    Change(
      "748", "2.1.2", [(part, .number(12))],
      .replace(baRia, "2.1.2;;;9;11;", with: "2.1.2;;;12;11;")),
    Change(
      "748", "2.1.2", [(part, .number(0)), (whole, .number(0))],
      .replace(baRia, "2.1.2;;;9;11;", with: "2.1.2;;;0;0;")),
    // On the limit of a fall, and just under it.
    Change(
      "748", "3.1.1", [(current, .number(0.91))],
      .replace(baRia, ";2,41;0,88;", with: ";2,41;0,91;")),
    Change(
      "748", "3.1.1", [(current, .number(0.92))],
      .replace(baRia, ";2,41;0,88;", with: ";2,41;0,92;")),
    Change(
      "748", "3.1.1", [(current, .blank)], .replace(baRia, ";2,41;0,88;", with: ";2,41;;")),
    Change(
      "748", "3.1.2", component: 1, [(percent, .number(89.999999))],
      .replace(baRia, ";91,2;", with: ";89,999999;")),
    Change(
      "748", "3.1.2", component: 1, [(percent, .number(90))],
      .replace(baRia, ";91,2;", with: ";90;")),
    Change(
      "748", "3.2.1", [(met, .text("Không"))],
      .replace(baRia, "3.2.1;;Có;", with: "3.2.1;;Không;")),
    Change("748", "3.2.1", [(met, .blank)], .replace(baRia, "3.2.1;;Có;", with: "3.2.1;;;")),
    Change(
      "748", "3.2.2", [(part, .number(13))], .replace(baRia, ";6;24.860;", with: ";13;24.860;")),
    Change(
      "748", "3.2.3", [(part, .number(34))], .replace(baRia, ";42;68;", with: ";34;68;")),
    Change(
      "748", "3.2.3", [(part, .number(33))], .replace(baRia, ";42;68;", with: ";33;68;")),
  ]

  @Test("leads to the level that the same figure in the file has", arguments: changes.indices)
  func level(number: Int) throws {
    let change = Self.changes[number]
    let request = try SampleRequest.make().edited(Self.typedCounts)
    let document = try workbook(of: change.unit, judge(request))
    var spreadsheet = Spreadsheet(document)
    let row = try row(of: change, in: document)
    for (column, value) in change.typed {
      spreadsheet.type(value, in: CellReference(table: "so-lieu", row: row, column: column))
    }
    try compare(&spreadsheet, with: judge(request.edited(change.edits)), change.unit)
  }

  @Test("that is a limit leads to the level that the changed rulebook gives", arguments: [75, 65])
  func threshold(limit: Int) throws {
    let rulebook = "templates/rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml"
    let request = try SampleRequest.make()
    let text = try #require(request.templates.first { "templates/\($0.path)" == rulebook })
    let changed = String(decoding: text.bytes, as: UTF8.self)
      .replacing("atLeast: \"70\"", with: "atLeast: \"\(limit)\"")
      .replacing("from: \"70\"", with: "from: \"\(limit)\"")
    let judged = try judge(request.edited([.text(rulebook, changed)]))
    for unit in ["748", "754", "752", "750"] {
      var spreadsheet = try Spreadsheet(workbook(of: unit, SampleRequest.judged()))
      spreadsheet.type(.number(Double(limit)), inNamed: "NGUONG_MUC_1")
      try compare(&spreadsheet, with: judged, unit)
    }
  }

  @Test("that is a district's level leads to the province's, in each direction")
  func children() throws {
    let judged = try SampleRequest.judged()
    for levels in [[1, 1, 1, 0], [1, 1, 0, 0], [3, 2, 1, 1], [0, 0, 0, 0]] {
      var spreadsheet = try Spreadsheet(workbook(of: "77", judged))
      for (row, level) in levels.enumerated() {
        for column in [2, 3] {
          spreadsheet.type(
            .number(Double(level)),
            in: CellReference(table: "muc-do-cac-huyen", row: row, column: column))
        }
      }
      let recognised = levels.count { $0 > 0 }
      let row = try #require(
        judged.record.province.assessment.indicators.firstIndex {
          $0.indicator.id == IndicatorID("2.1.2")
        })
      let status = spreadsheet.value(of: CellReference(table: "ket-qua", row: row, column: 8))
      #expect(status == .text(recognised * 10 >= 28 ? "Đạt" : "Không đạt"), "\(levels)")
      let evidence = spreadsheet.value(of: CellReference(table: "ket-qua", row: row, column: 11))
      #expect(evidence == .text("Đủ"))
    }
  }

  private func row(of change: Change, in workbook: WorkbookDocument) throws -> Int {
    let table = try #require(workbook.sheets.compactMap(\.table).first { $0.id == "so-lieu" })
    let first = try #require(table.rows.firstIndex { $0[0].text == change.indicator })
    return first + change.component
  }

  private func workbook(of unit: String, _ judged: Judged) throws -> WorkbookDocument {
    let record = try #require(judged.record.units.first { $0.unit.code == UnitCode(unit) })
    let kind: ReportFile = unit == "77" ? .province : .district
    return judged.composer.workbook(of: record, as: judged.composer.report(kind, of: record))
  }

  /// Everything that is concluded: levels, outcome, what decides, and each indicator's status.
  private func compare(
    _ spreadsheet: inout Spreadsheet, with judged: Judged, _ unit: String
  ) throws {
    let expected = try #require(judged.record.units.first { $0.unit.code == UnitCode(unit) })
      .assessment
    var conclusion: [Spreadsheet.Value] = []
    for row in 0..<4 {
      conclusion.append(
        spreadsheet.value(of: CellReference(table: "ket-luan", row: row, column: 1)))
    }
    #expect(conclusion[0] == .number(Double(expected.level)))
    #expect(conclusion[1] == .number(Double(expected.possibleLevel)))
    let outcome =
      switch expected.outcome {
      case .recognised: "Đạt mức độ \(expected.level)"
      case .pending: "Chưa kết luận"
      case .notRecognised: "Không đạt"
      }
    #expect(conclusion[2] == .text(outcome))
    let binding = expected.binding.map(\.rawValue).joined(separator: ", ")
    #expect(conclusion[3] == .text(binding))
    let statuses: [IndicatorStatus: String] = [
      .met: "Đạt", .notMet: "Không đạt", .noData: "Chưa có số liệu", .invalid: "Số liệu lỗi",
      .notApplicable: "Không áp dụng",
    ]
    for (row, indicator) in expected.indicators.enumerated() {
      let status = spreadsheet.value(of: CellReference(table: "ket-qua", row: row, column: 8))
      #expect(status == .text(statuses[indicator.status] ?? ""), "\(indicator.indicator.id)")
    }
  }
}
