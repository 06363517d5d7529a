public import Model

/// Reads `programme.yaml` (chương trình).
///
/// What it names outside itself is checked once the rulebook and the units are known:
/// ``checkProgramme(_:against:units:)``.
///
/// - Throws: a fault with file, line and column of every problem.
public func loadProgramme(_ text: String, file: String) throws(Fault) -> LoadedProgramme {
  let reader = YAMLReader()
  let loaded = reader.root(of: text, file: file).flatMap { root in
    ProgrammeReader(reader: reader).read(root).map { LoadedProgramme($0, root: root) }
  }
  guard let loaded, reader.problems.isEmpty else { throw Fault(reader.problems) }
  return loaded
}

/// Checks that a programme fits the rulebook and the units that it names.
///
/// - Throws: a fault with file, line and column of every name that is not known.
public func checkProgramme(
  _ loaded: LoadedProgramme, against rulebook: Rulebook, units: UnitRegister
) throws(Fault) {
  let check = ProgrammeCheck(loaded: loaded, rulebook: rulebook, units: units)
  let problems = check.problems
  guard problems.isEmpty else { throw Fault(problems) }
}

/// What a programme says against what it names.
private struct ProgrammeCheck {
  let loaded: LoadedProgramme
  let rulebook: Rulebook
  let units: UnitRegister

  private var programme: Programme { loaded.programme }

  var problems: [Fault.Problem] {
    var problems: [Fault.Problem] = []
    if programme.rulebook != rulebook.id {
      problems.append(
        loaded.problem(
          "Chương trình theo bộ quy tắc “\(programme.rulebook)” "
            + "nhưng tệp ghi id “\(rulebook.id)”.", at: "rulebook"))
    }
    problems += ([programme.province] + programme.participants).compactMap(unit)
    problems += programme.formerNames.enumerated().compactMap { formerName($1, at: $0) }
    problems += programme.readings.sorted { $0.key < $1.key }.compactMap(reading)
    for office in programme.offices { problems += ownFigures(of: office) }
    for tier in Tier.allCases {
      guard let criteria = rulebook.tiers[tier] else { continue }
      problems += criteria.indicators.compactMap { office(of: $0, tier) }
      problems += parts(of: tier)
    }
    return problems
  }

  private func unit(_ code: UnitCode) -> Fault.Problem? {
    let province = programme.province
    guard let unit = units[code] else {
      return loaded.problem("Đơn vị “\(code)” chưa có trong units.csv.", at: code)
    }
    if rulebook.tiers[unit.tier] == nil {
      return loaded.problem(
        "Bộ quy tắc “\(rulebook.id)” không có tiêu chí cho cấp “\(unit.tier.rawValue)” "
          + "của đơn vị “\(code)”.", at: code)
    }
    // Where the province itself is not known, that is said once.
    guard code != province, units[province] != nil, unit.parent != province else { return nil }
    return loaded.problem(
      "Đơn vị “\(code)” không trực thuộc “\(province)” trong units.csv.", at: code)
  }

  private func formerName(_ former: FormerName, at index: Int) -> Fault.Problem? {
    switch former.bearer {
    case .unit(let code):
      guard units[code] == nil else { return nil }
      return loaded.problem(
        "Đơn vị “\(code)” chưa có trong units.csv.", at: "formerNames", "\(index)", "unit")
    case .issuer(let id):
      guard rulebook.issuers[id] == nil else { return nil }
      return loaded.problem(
        "Cơ quan ban hành “\(id)” không có trong bộ quy tắc “\(rulebook.id)”.",
        at: "formerNames", "\(index)", "issuer")
    }
  }

  private func reading(_ id: InterpretationID, _ reading: String) -> Fault.Problem? {
    guard let interpretation = rulebook.interpretations.first(where: { $0.id == id }) else {
      return loaded.problem(
        "Cách hiểu “\(id)” không có trong bộ quy tắc “\(rulebook.id)”.",
        at: "interpretations", id.rawValue)
    }
    let known = interpretation.readings.map(\.id)
    guard !known.contains(reading) else { return nil }
    return loaded.problem(
      "Cách hiểu “\(id)” không có lựa chọn “\(reading)”; hãy dùng: "
        + known.joined(separator: ", ") + ".", at: "interpretations", id.rawValue)
  }

  private func office(of indicator: Indicator, _ tier: Tier) -> Fault.Problem? {
    guard let office = programme.office(indicator.office) else {
      return loaded.problem(
        "Thiếu cơ quan “\(indicator.office)” phụ trách chỉ báo \(indicator.id).",
        at: indicator.office)
    }
    guard office.tier != tier else { return nil }
    return loaded.problem(
      "Cơ quan “\(office.id)” không thuộc cấp “\(tier.rawValue)” của chỉ báo \(indicator.id).",
      at: office.id)
  }

  /// An office reports a part of what is added up from the units below and the offices.
  private func ownFigures(of office: Office) -> [Fault.Problem] {
    var problems = office.reports.compactMap { own -> Fault.Problem? in
      let indicator = rulebook.tiers[office.tier]?.indicator(own.indicator)
      guard let indicator, indicator.source == .childFigures else {
        return loaded.problem(
          "Cơ quan “\(office.id)” báo cáo “\(own.indicator)”, nhưng bộ quy tắc “\(rulebook.id)” "
            + "không có chỉ báo này tính bằng tổng (source: {children: figures}) "
            + "ở cấp “\(office.tier.rawValue)”.", at: office.id)
      }
      let groups = indicator.measure.components.map(\.id)
      guard let group = own.group, !groups.contains(group) else { return nil }
      return loaded.problem(
        "Chỉ báo \(indicator.id) không có nhóm “\(group)” mà cơ quan “\(office.id)” báo cáo; các "
          + "nhóm: \(groups.map(\.rawValue).joined(separator: ", ")).", at: office.id)
    }
    let hasLetterhead =
      office.letterhead != nil || programme.officeLetterheads[office.tier] != nil
    if office.symbol != nil, office.reports.isEmpty || !hasLetterhead {
      problems.append(
        loaded.problem(
          "Cơ quan “\(office.id)” có “symbol” để ra báo cáo riêng nhưng thiếu "
            + (office.reports.isEmpty
              ? "“reports”, là các chỉ báo của báo cáo đó."
              : "“letterhead”, hoặc “officeLetterheads” chung của cấp “\(office.tier.rawValue)”."),
          at: office.id))
    }
    return problems
  }

  /// What reports and requests of a tier cannot be written without.
  private func parts(of tier: Tier) -> [Fault.Problem] {
    let name = tier.rawValue
    var problems: [Fault.Problem] = []
    if let lead = programme.leadOffices[tier] {
      if programme.office(lead) == nil {
        problems.append(
          loaded.problem(
            "Cơ quan đầu mối “\(lead)” chưa có trong “offices”.", at: "leadOffices", name))
      }
    } else {
      problems.append(loaded.problem("“leadOffices” thiếu cấp “\(name)”.", at: "leadOffices"))
    }
    if programme.letterheads[tier] == nil {
      problems.append(loaded.problem("“letterheads” thiếu cấp “\(name)”.", at: "letterheads"))
    }
    if programme.requestLetterheads[tier] == nil {
      problems.append(
        loaded.problem("“requestLetterheads” thiếu cấp “\(name)”.", at: "requestLetterheads"))
    }
    if !programme.milestones.contains(where: { $0.isReport && $0.tier == tier }) {
      problems.append(
        loaded.problem(
          "“milestones” thiếu mốc có “report: true” của cấp “\(name)”, là hạn của báo cáo "
            + "và của phiếu đề nghị bổ sung.", at: "milestones"))
    }
    return problems
  }
}
