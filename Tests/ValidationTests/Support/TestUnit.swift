import Ingest
import Model
import Validation

/// The units, the programme and the folders that tests check.
enum TestUnit {
  static let baRia = AdministrativeUnit(
    code: UnitCode("748"), name: "Thành phố Bà Rịa", tier: .district, parent: UnitCode("77"),
    validFrom: nil, validTo: nil)
  static let province = AdministrativeUnit(
    code: UnitCode("77"), name: "Tỉnh Bà Rịa - Vũng Tàu", tier: .province, parent: nil,
    validFrom: nil, validTo: nil)

  static let register = UnitRegister([
    province, baRia,
    AdministrativeUnit(
      code: UnitCode("750"), name: "Huyện Châu Đức", tier: .district, parent: UnitCode("77"),
      validFrom: nil, validTo: nil),
    commune("26548", "Phường Phước Hưng"), commune("26551", "Phường Hòa Long"),
    commune("26554", "Xã Tân Hưng"),
    commune("26500", "Xã Cũ", to: day("2021-12-31")),
    commune("26700", "Thị trấn Ngãi Giao", parent: "750"),
  ])

  static func context(
    readings: [InterpretationID: String] = [:], formerNames: [FormerName] = [],
    limits: CheckLimits = CheckLimits(), units: UnitRegister = register,
    rulebook: Rulebook = TestRulebook.rulebook, proseSections: [ProseSection] = []
  ) -> RunContext {
    RunContext(
      programme: Programme(
        id: "test", title: "", rulebook: "test", province: UnitCode("77"),
        participants: [UnitCode("748")], illustrative: nil, legalBases: [], milestones: [],
        evidenceFrom: day("2022-01-01"), readings: readings,
        offices: [
          Office(id: OfficeID("van-phong"), name: "Văn phòng", tier: .district, clause: "V"),
          Office(id: OfficeID("phong-noi-vu"), name: "Nội vụ", tier: .district, clause: "N"),
          Office(id: OfficeID("cuc-thong-ke"), name: "Cục Thống kê", tier: .province, clause: "T"),
          Office(id: OfficeID("so-khoa-hoc"), name: "Sở KHCN", tier: .province, clause: "K"),
          Office(id: OfficeID("so-noi-vu"), name: "Sở Nội vụ", tier: .province, clause: "S"),
        ],
        leadOffices: [:], letterheads: [:], requestLetterheads: [:], formerNames: formerNames,
        limits: limits),
      rulebook: rulebook, units: units, period: 2022, asOf: day("2022-11-25"),
      proseSections: proseSections)
  }

  private static func commune(
    _ code: String, _ name: String, parent: String = "748", to last: CalendarDay? = nil
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      code: UnitCode(code), name: name, tier: .commune, parent: UnitCode(parent), validFrom: nil,
      validTo: last)
  }
}

/// A table from lines of cells set apart by `|`.
func table(_ text: String, file: String = "2022/748/so-lieu.csv") -> SourceTable {
  let rows = text.split(separator: "\n").enumerated().map { index, line in
    SourceRow(
      line: index + 1,
      cells: line.split(separator: "|", omittingEmptySubsequences: false).map {
        SourceCell(text: String($0), line: index + 1)
      })
  }
  return SourceTable(
    file: file, heading: rows.first ?? SourceRow(line: 1, cells: []),
    rows: Array(rows.dropFirst()))
}

/// Checks the folder of `unit` with these files, each named by its path below the folder.
func submission(
  _ files: [String: String], of unit: AdministrativeUnit = TestUnit.baRia,
  attachments: [String: Attachment] = [:], readings: [InterpretationID: String] = [:],
  in context: RunContext? = nil, after earlier: EarlierFigures? = nil
) -> Submission {
  let folder = "2022/\(unit.code)"
  let tables = files.map { path, text in sourceFile(folder + "/" + path, text) }
  let evidence = attachments.map { path, attachment in
    SourceFile(path: folder + "/" + path, office: nil, content: .attachment(attachment))
  }
  let sources = UnitSources(
    unit: unit, folder: folder, files: (tables + evidence).sorted { $0.path < $1.path })
  return validate(sources, in: context ?? TestUnit.context(readings: readings), after: earlier)
}

private func sourceFile(_ path: String, _ text: String) -> SourceFile {
  let parts = path.split(separator: "/").map(String.init)
  let office = parts.count > 3 ? OfficeID(parts[2]) : nil
  let content: SourceFile.Content =
    switch parts.last.flatMap(WorkspaceFileKind.init(rawValue:)) {
    case .narrative:
      ingestProse(Array(text.utf8), file: path).prose.map { .prose($0) } ?? .unknown
    case .some(let kind): .table(kind, table(text, file: path))
    case nil: .unknown
    }
  return SourceFile(path: path, office: office, content: content)
}

extension Submission {
  /// The codes of the findings, those about absences left out.
  var codes: [FindingCode] {
    let absences: Set<FindingCode> = [
      .indicatorMissing, .figureUnderOtherHeading, .rosterGivesNoFigure, .noDocument, .officeSilent,
      .rosterUncontrolled,
    ]
    return findings.map(\.code).filter { !absences.contains($0) }
  }

  func findings(_ code: FindingCode) -> [Finding] { findings.filter { $0.code == code } }

  func figures(_ id: String) -> IndicatorFigures { figures[IndicatorID(id)] ?? .none }
}
