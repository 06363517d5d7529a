import Model

/// Reads the criteria of one tier (bộ tiêu chí) and checks that they add up.
struct CriteriaReader {
  let reader: YAMLReader
  let known: KnownIDs
  let tier: String

  func read(_ node: YAMLNode) -> CriteriaSet? {
    let top = YAMLMapping(
      node, keys: ["title", "award", "clause", "counts", "level", "standards"], reader: reader)
    let standardNodes = top.list("standards")
    let outline = standardNodes.flatMap(criteriaNodes)
    guard
      let level = top.mapping("level", keys: ["prerequisite", "banded", "bands"]).map({
        LevelReader(reader: reader, mapping: $0)
      })
    else { return nil }
    let roles = level.roles(in: outline)
    let standards = standardNodes.map { standard($0, roles: roles) }
    let indicators = standards.flatMap { $0.criteria.flatMap(\.indicators) }
    checkCounts(top, standards: standards)
    reader.requireUnique(
      indicators.map { ($0.id.rawValue, top.node) }, what: "Chỉ báo của \(tier)")
    guard let rule = level.rule() else { return nil }
    return CriteriaSet(
      title: top.text("title"), award: top.text("award"), clause: top.text("clause"),
      standards: standards, levelRule: rule)
  }

  private static let standardKeys = ["id", "title", "criteria"]
  private static let criterionKeys = ["id", "title", "indicators"]

  private func standard(_ node: YAMLNode, roles: [IndicatorID: IndicatorRole]) -> Standard {
    let mapping = YAMLMapping(node, keys: Self.standardKeys, reader: reader)
    return Standard(
      id: mapping.text("id"), title: mapping.text("title"),
      criteria: mapping.list("criteria").map { criterion($0, roles: roles) })
  }

  private func criterion(_ node: YAMLNode, roles: [IndicatorID: IndicatorRole]) -> Criterion {
    let mapping = YAMLMapping(node, keys: Self.criterionKeys, reader: reader)
    let indicators = mapping.list("indicators").compactMap { node in
      IndicatorReader(reader: reader, known: known).read(node, roles: roles)
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
      return CriterionOutline(id: criterion.text("id"), indicators: indicators)
    }
  }

  private func checkCounts(_ top: YAMLMapping, standards: [Standard]) {
    guard let counts = top.mapping("counts", keys: ["standards", "criteria", "indicators"]) else {
      return
    }
    let criteria = standards.flatMap(\.criteria)
    let actual = [
      ("standards", standards.count), ("criteria", criteria.count),
      ("indicators", criteria.flatMap(\.indicators).count),
    ]
    for (key, count) in actual where counts.text(key) != "\(count)" {
      let node = counts.optional(key) ?? counts.node
      reader.report(
        node.problem("“\(key)” ghi \(counts.text(key)) nhưng bộ tiêu chí có \(count)."))
    }
  }
}

/// A criterion's id with the ids and places of its indicators.
struct CriterionOutline {
  let id: String
  let indicators: [(id: String, node: YAMLNode)]
}
