import Model

/// Reads the criteria of one tier (bộ tiêu chí) and checks that they add up.
struct CriteriaReader {
  let reader: YAMLReader
  let known: KnownIDs

  func read(_ node: YAMLNode) -> CriteriaSet? {
    let top = YAMLMapping(
      node, keys: ["title", "award", "clause", "counts", "level", "targets", "standards"],
      reader: reader)
    let standardNodes = top.list("standards")
    let outline = standardNodes.flatMap(criteriaNodes)
    guard let plan = plan(top, outline) else { return nil }
    let standards = standardNodes.map { standard($0, plan: plan) }
    checkUnique(standards, standardNodes, outline)
    checkCounts(top, standards: standards.count, outline)
    checkWithin(standards.flatMap { $0.criteria.flatMap(\.indicators) }, outline)
    checkOf(standards.flatMap { $0.criteria.flatMap(\.indicators) }, outline)
    let (title, award, clause) = (top.text("title"), top.text("award"), top.text("clause"))
    guard let rule = plan.rule else { return nil }
    return CriteriaSet(
      title: title, award: award, clause: clause, standards: standards, rule: rule)
  }

  /// A tier either awards levels or sets targets.
  private func plan(_ top: YAMLMapping, _ outline: [CriterionOutline]) -> RolePlan? {
    guard top.has("targets") else {
      return top.mapping("level", keys: ["prerequisite", "banded", "bands"]).map { mapping in
        let level = LevelReader(reader: reader, mapping: mapping)
        let rule = level.rule()
        return RolePlan(
          roles: level.roles(in: outline), floor: rule?.bands[0].from,
          rule: rule.map(JudgingRule.levels))
      }
    }
    if let level = top.optional("level") {
      reader.report(level.problem("Một cấp chỉ có “level” hoặc “targets”, không có cả hai."))
    }
    return top.mapping("targets", keys: ["horizons"]).map { mapping in
      let horizons = HorizonReader(reader: reader).read(mapping)
      let ids = outline.flatMap(\.indicators).map { IndicatorID($0.id) }
      return RolePlan(
        roles: Dictionary(ids.map { ($0, .target) }) { first, _ in first }, floor: nil,
        rule: horizons.isEmpty ? nil : .targets(horizons))
    }
  }

  private func checkUnique(
    _ standards: [Standard], _ nodes: [YAMLNode], _ outline: [CriterionOutline]
  ) {
    let indicators = outline.flatMap(\.indicators)
    reader.requireUnique(zip(standards.map(\.id), nodes).map { ($0, $1) }, what: "Tiêu chuẩn")
    reader.requireUnique(outline.map { ($0.id, $0.node) }, what: "Tiêu chí")
    reader.requireUnique(indicators, what: "Chỉ báo")
  }

  private static let standardKeys = ["id", "title", "criteria"]
  private static let criterionKeys = ["id", "title", "indicators"]

  private func standard(_ node: YAMLNode, plan: RolePlan) -> Standard {
    let mapping = YAMLMapping(node, keys: Self.standardKeys, reader: reader)
    return Standard(
      id: mapping.text("id"), title: mapping.text("title"),
      criteria: mapping.list("criteria").map { criterion($0, plan: plan) })
  }

  private func criterion(_ node: YAMLNode, plan: RolePlan) -> Criterion {
    let mapping = YAMLMapping(node, keys: Self.criterionKeys, reader: reader)
    let indicators = mapping.list("indicators").compactMap { node in
      IndicatorReader(reader: reader, known: known).read(node, plan: plan)
    }
    return Criterion(
      id: mapping.text("id"), title: mapping.text("title"), indicators: indicators)
  }

  /// The ids of a standard's criteria and indicators, read silently: the second reading reports.
  private func criteriaNodes(_ standard: YAMLNode) -> [CriterionOutline] {
    let quiet = YAMLReader()
    let mapping = YAMLMapping(standard, keys: Self.standardKeys, reader: quiet)
    return mapping.list("criteria").map { node in
      let criterion = YAMLMapping(node, keys: Self.criterionKeys, reader: quiet)
      let indicators = criterion.list("indicators").map { node in
        (id: YAMLMapping(node, keys: IndicatorReader.keys, reader: quiet).text("id"), node: node)
      }
      return CriterionOutline(id: criterion.text("id"), node: node, indicators: indicators)
    }
  }

  /// The whole of a target is those who meet other indicators of the tier.
  private func checkOf(_ indicators: [Indicator], _ outline: [CriterionOutline]) {
    let known = Set(indicators.map(\.id))
    for indicator in indicators {
      let others = indicator.measure.target?.of ?? []
      let wrong = others.filter { !known.contains($0) || $0 == indicator.id }
      guard !wrong.isEmpty,
        let node = outline.flatMap(\.indicators).first(where: { $0.id == indicator.id.rawValue })?
          .node
      else { continue }
      let names = wrong.map { "“\($0)”" }.joined(separator: ", ")
      reader.report(node.problem("“of” phải gồm các chỉ báo khác cùng cấp: \(names)."))
    }
  }

  /// A target is counted within that of another indicator of the tier.
  private func checkWithin(_ indicators: [Indicator], _ outline: [CriterionOutline]) {
    let known = Set(indicators.map(\.id))
    for indicator in indicators {
      guard let within = indicator.measure.target?.within,
        !known.contains(within) || within == indicator.id,
        let node = outline.flatMap(\.indicators).first(where: { $0.id == indicator.id.rawValue })?
          .node
      else { continue }
      reader.report(node.problem("“within” phải là một chỉ báo khác cùng cấp: “\(within)”."))
    }
  }

  private func checkCounts(
    _ top: YAMLMapping, standards: Int, _ outline: [CriterionOutline]
  ) {
    guard let counts = top.mapping("counts", keys: ["standards", "criteria", "indicators"]) else {
      return
    }
    let indicators = outline.flatMap(\.indicators)
    let actual = [
      ("standards", standards), ("criteria", outline.count), ("indicators", indicators.count),
    ]
    for (key, count) in actual {
      let text = counts.text(key)
      guard !text.isEmpty, text != "\(count)", let node = counts.optional(key) else { continue }
      reader.report(node.problem("“\(key)” ghi \(text) nhưng bộ tiêu chí có \(count)."))
    }
  }
}

/// A criterion's id with the ids and places of its indicators.
struct CriterionOutline {
  let id: String
  let node: YAMLNode
  let indicators: [(id: String, node: YAMLNode)]
}

/// What the rule of a tier asks of each indicator.
struct RolePlan {
  let roles: [IndicatorID: IndicatorRole]
  /// Where the first band begins, which every banded indicator must reach.
  let floor: ExactDecimal?
  /// `nil` when it cannot be read.
  let rule: JudgingRule?

  var horizons: [Horizon] { if case .targets(let horizons) = rule { horizons } else { [] } }
}
