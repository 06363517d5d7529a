import Model
import Validation

/// A unit with three indicators, to read single cells through the whole validation stage.
enum TinyUnit {
  /// The figures that a row for each kind of measure gives when `text` stands in every cell.
  static func figures(writing text: String) -> [Figure] {
    let heading = ["Chỉ báo", "Số đạt", "Tổng số", "Tỷ lệ (%)", "Năm trước", "Năm nay"]
    let rows = [
      ["1.1", "", text, "", "", ""], ["1.2", "", "", text, "", ""],
      ["1.3", "", "", "", text, text],
    ]
    let submission = submission(.figures, heading, rows)
    return submission.figures.values.filter { $0.invalid == .none }.flatMap(\.figures)
  }

  /// The day that a document has when `text` is its date.
  static func day(writing text: String) -> CalendarDay? {
    let heading = ["Chỉ báo", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"]
    return submission(.evidence, heading, [["1.1", "1/BC", text, "UBND", ""]]).evidence.first?.date
  }

  private static func submission(
    _ kind: WorkspaceFileKind, _ heading: [String], _ rows: [[String]]
  ) -> Submission {
    let path = "2022/1/\(kind.fileName)"
    let lines = ([heading] + rows).enumerated().map { index, cells in
      SourceRow(line: index + 1, cells: cells.map { SourceCell(text: $0, line: index + 1) })
    }
    let table = SourceTable(file: path, heading: lines[0], rows: Array(lines.dropFirst()))
    return validate(
      UnitSources(
        unit: unit, folder: "2022/1",
        files: [SourceFile(path: path, office: nil, content: .table(kind, table))]),
      in: context)
  }

  private static let unit = AdministrativeUnit(
    code: UnitCode("1"), name: "Huyện Một", tier: .district, parent: nil, validFrom: nil,
    validTo: nil)

  private static let context: RunContext = {
    guard let first = CalendarDay(year: 1900, month: 1, day: 1),
      let last = CalendarDay(year: 2999, month: 12, day: 31)
    else { preconditionFailure("both days exist") }
    return RunContext(
      programme: Programme(
        id: "tiny", title: "", rulebook: "tiny", province: unit.code, participants: [],
        illustrative: nil, legalBases: [], milestones: [], evidenceFrom: first, readings: [:],
        offices: [], leadOffices: [:], letterheads: [:], requestLetterheads: [:]),
      rulebook: Rulebook(
        id: "tiny", title: "", shortTitle: "", inForceFrom: first, inForceTo: nil,
        tiers: [.district: criteria], interpretations: [],
        issuers: IssuerRegister(issuers: [], abbreviations: []), digest: ""),
      units: UnitRegister([unit]), period: 2022, asOf: last)
  }()

  private static let criteria = CriteriaSet(
    title: "", award: "", clause: "",
    standards: [
      Standard(
        id: "1", title: "",
        criteria: [
          Criterion(
            id: "1", title: "",
            indicators: [
              indicator("1.1", .share(Threshold(.atLeast, ExactDecimal(70)))),
              indicator("1.2", .share(Threshold(.atLeast, ExactDecimal(70)))),
              indicator("1.3", .increase([])),
            ])
        ])
    ],
    rule: .levels(
      LevelRule(
        prerequisiteClause: "", bandedClause: "",
        bands: [
          Band(level: 1, from: ExactDecimal(70), to: ExactDecimal(100), clause: "")
        ])))

  private static func indicator(_ id: String, _ measure: Measure) -> Indicator {
    Indicator(
      id: IndicatorID(id), wording: "", shortName: "", clause: "", measure: measure,
      role: .prerequisite, source: nil, guidance: "", acceptedIssuers: [],
      office: OfficeID("van-phong"), interpretations: [], counted: nil)
  }
}
