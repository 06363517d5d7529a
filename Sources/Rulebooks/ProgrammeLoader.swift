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
  for code in [programme.province] + programme.participants where units[code] == nil {
    messages.append("Đơn vị “\(code)” chưa có trong units.csv.")
  }
  for code in programme.participants where units[code]?.parent != programme.province {
    messages.append("Đơn vị “\(code)” không trực thuộc “\(programme.province)” trong units.csv.")
  }
  for (id, reading) in programme.readings.sorted(by: { $0.key < $1.key }) {
    guard let interpretation = rulebook.interpretations.first(where: { $0.id == id }) else {
      messages.append("Cách hiểu “\(id)” không có trong bộ quy tắc “\(rulebook.id)”.")
      continue
    }
    if !interpretation.readings.contains(where: { $0.id == reading }) {
      let known = interpretation.readings.map(\.id).joined(separator: ", ")
      messages.append("Cách hiểu “\(id)” không có lựa chọn “\(reading)”; hãy dùng: \(known).")
    }
  }
  let offices = Set(programme.offices.map(\.id))
  for tier in Tier.allCases {
    for indicator in rulebook.tiers[tier]?.indicators ?? []
    where !offices.contains(indicator.office) {
      messages.append("Thiếu cơ quan “\(indicator.office)” phụ trách chỉ báo \(indicator.id).")
    }
    if let lead = programme.leadOffices[tier], !offices.contains(lead) {
      messages.append("Cơ quan đầu mối “\(lead)” chưa có trong “offices”.")
    }
    if rulebook.tiers[tier] != nil, programme.leadOffices[tier] == nil {
      messages.append("“leadOffices” thiếu cấp “\(tier.rawValue)”.")
    }
    if rulebook.tiers[tier] != nil, programme.letterheads[tier] == nil {
      messages.append("“letterheads” thiếu cấp “\(tier.rawValue)”.")
    }
    if rulebook.tiers[tier] != nil, programme.requestLetterheads[tier] == nil {
      messages.append("“requestLetterheads” thiếu cấp “\(tier.rawValue)”.")
    }
  }
  guard messages.isEmpty else {
    throw Fault(messages.map { Fault.Problem(file: file, message: $0) })
  }
}
