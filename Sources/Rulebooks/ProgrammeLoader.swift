public import Model

/// Reads `programme.yaml` (chương trình).
///
/// What it names outside itself is checked once the rulebook and the units are known:
/// ``checkProgramme(_:file:against:units:)``.
///
/// - Throws: a fault with file, line and column of every problem.
public func loadProgramme(_ text: String, file: String) throws(Fault) -> Programme {
  let reader = YAMLReader()
  let programme = reader.root(of: text, file: file).flatMap { root in
    ProgrammeReader(reader: reader).read(root)
  }
  guard let programme, reader.problems.isEmpty else { throw Fault(reader.problems) }
  return programme
}

/// Checks that a programme fits the rulebook and the units that it names.
///
/// - Throws: a fault with every name that is not known.
public func checkProgramme(
  _ programme: Programme, file: String, against rulebook: Rulebook, units: UnitRegister
) throws(Fault) {
  var messages: [String] = []
  if programme.rulebook != rulebook.id {
    messages.append(
      "Chương trình theo bộ quy tắc “\(programme.rulebook)” nhưng tệp ghi id “\(rulebook.id)”.")
  }
  messages += unknownUnits(of: programme, in: units)
  messages += unknownReadings(of: programme, in: rulebook)
  for tier in Tier.allCases {
    guard let criteria = rulebook.tiers[tier] else { continue }
    messages += missingOffices(of: programme, for: criteria, tier)
  }
  guard messages.isEmpty else {
    throw Fault(messages.map { Fault.Problem(file: file, message: $0) })
  }
}

private func unknownUnits(of programme: Programme, in units: UnitRegister) -> [String] {
  let province = programme.province
  return ([province] + programme.participants).compactMap { code in
    guard let unit = units[code] else { return "Đơn vị “\(code)” chưa có trong units.csv." }
    // Where the province itself is not known, that is said once.
    guard code != province, units[province] != nil, unit.parent != province else { return nil }
    return "Đơn vị “\(code)” không trực thuộc “\(province)” trong units.csv."
  }
}

private func unknownReadings(of programme: Programme, in rulebook: Rulebook) -> [String] {
  programme.readings.sorted { $0.key < $1.key }.compactMap { id, reading in
    guard let interpretation = rulebook.interpretations.first(where: { $0.id == id }) else {
      return "Cách hiểu “\(id)” không có trong bộ quy tắc “\(rulebook.id)”."
    }
    let known = interpretation.readings.map(\.id)
    return known.contains(reading)
      ? nil
      : "Cách hiểu “\(id)” không có lựa chọn “\(reading)”; hãy dùng: "
        + known.joined(separator: ", ") + "."
  }
}

private func missingOffices(
  of programme: Programme, for criteria: CriteriaSet, _ tier: Tier
) -> [String] {
  var messages = criteria.indicators.compactMap { indicator -> String? in
    guard let office = programme.office(indicator.office) else {
      return "Thiếu cơ quan “\(indicator.office)” phụ trách chỉ báo \(indicator.id)."
    }
    return office.tier == tier
      ? nil
      : "Cơ quan “\(office.id)” không thuộc cấp “\(tier.rawValue)” của chỉ báo \(indicator.id)."
  }
  if let lead = programme.leadOffices[tier] {
    if programme.office(lead) == nil {
      messages.append("Cơ quan đầu mối “\(lead)” chưa có trong “offices”.")
    }
  } else {
    messages.append("“leadOffices” thiếu cấp “\(tier.rawValue)”.")
  }
  if programme.letterheads[tier] == nil {
    messages.append("“letterheads” thiếu cấp “\(tier.rawValue)”.")
  }
  if programme.requestLetterheads[tier] == nil {
    messages.append("“requestLetterheads” thiếu cấp “\(tier.rawValue)”.")
  }
  return messages
}
