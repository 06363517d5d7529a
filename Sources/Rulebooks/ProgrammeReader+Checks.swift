import Model

/// The parts of a programme that only the checks of a submission need; each may be left out.
extension ProgrammeReader {
  func formerNames(_ top: YAMLMapping) -> [FormerName] {
    guard let node = top.optional("formerNames") else { return [] }
    return reader.list(node).compactMap(formerName)
  }

  private func formerName(_ node: YAMLNode) -> FormerName? {
    let mapping = YAMLMapping(node, keys: ["unit", "issuer", "name", "until"], reader: reader)
    let name = mapping.text("name")
    let until = mapping.day("until")
    guard mapping.has("unit") != mapping.has("issuer") else {
      reader.report(node.problem("Tên cũ cần đúng một trong hai khóa “unit”, “issuer”."))
      return nil
    }
    let bearer: FormerName.Bearer =
      mapping.has("unit")
      ? .unit(UnitCode(mapping.text("unit"))) : .issuer(IssuerID(mapping.text("issuer")))
    return until.map { FormerName(name, of: bearer, until: $0) }
  }

  /// Counts of fewer people than this are not published; 5 where nothing is said.
  func smallCell(_ top: YAMLMapping) -> Int {
    guard let node = top.optional("smallCell"), let text = reader.text(node) else { return 5 }
    guard let number = Int(text), (0...1_000).contains(number) else {
      reader.report(node.problem("“smallCell” là một số nguyên từ 0 đến 1000."))
      return 5
    }
    return number
  }

  func limits(_ top: YAMLMapping) -> CheckLimits {
    let standard = CheckLimits()
    guard top.has("limits"),
      let mapping = top.mapping(
        "limits", keys: ["documentIndicators", "sharePoints", "valuePercent"])
    else { return standard }
    return CheckLimits(
      documentIndicators: documentIndicators(mapping) ?? standard.documentIndicators,
      sharePoints: change("sharePoints", of: mapping) ?? standard.sharePoints,
      valuePercent: change("valuePercent", of: mapping) ?? standard.valuePercent)
  }

  private func documentIndicators(_ mapping: YAMLMapping) -> Int? {
    guard let node = mapping.optional("documentIndicators"), let text = reader.text(node)
    else { return nil }
    if let count = Int(text), (1...1000).contains(count) { return count }
    reader.report(node.problem("“\(text)” không phải là số chỉ báo; viết như \"5\"."))
    return nil
  }

  private func change(_ key: String, of mapping: YAMLMapping) -> ExactDecimal? {
    guard mapping.has(key) else { return nil }
    return mapping.decimal(key) { limit in
      limit > ExactDecimal(0) ? nil : "“\(key)” phải lớn hơn 0."
    }
  }
}
