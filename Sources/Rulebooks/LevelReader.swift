import Model

/// Reads which indicators are prerequisites, which are banded, and the bands.
struct LevelReader {
  let reader: YAMLReader
  let mapping: YAMLMapping

  private static let roleKeys = ["clause", "criteria", "indicators"]

  /// The role of every indicator; one in no role or in two is reported at its place.
  func roles(in outline: [CriterionOutline]) -> [IndicatorID: IndicatorRole] {
    var roles: [IndicatorID: IndicatorRole] = [:]
    let prerequisites = named(in: "prerequisite", outline)
    let banded = named(in: "banded", outline)
    for (id, node) in outline.flatMap(\.indicators) {
      switch (prerequisites.contains(id), banded.contains(id)) {
      case (true, false): roles[IndicatorID(id)] = .prerequisite
      case (false, true): roles[IndicatorID(id)] = .banded
      case (true, true):
        reader.report(node.problem("Chỉ báo \(id) vừa là điều kiện tiên quyết vừa được xếp mức."))
      case (false, false):
        reader.report(node.problem("Chỉ báo \(id) không thuộc vai trò nào trong “level”."))
      }
    }
    return roles
  }

  private func named(in key: String, _ outline: [CriterionOutline]) -> Set<String> {
    guard let role = mapping.mapping(key, keys: Self.roleKeys) else { return [] }
    var ids: Set<String> = []
    for node in role.list("criteria") {
      guard let id = reader.text(node) else { continue }
      guard let criterion = outline.first(where: { $0.id == id }) else {
        reader.report(node.problem("Không có tiêu chí “\(id)”."))
        continue
      }
      ids.formUnion(criterion.indicators.map(\.id))
    }
    let known = Set(outline.flatMap(\.indicators).map(\.id))
    for node in role.list("indicators") {
      guard let id = reader.text(node) else { continue }
      if !known.contains(id) { reader.report(node.problem("Không có chỉ báo “\(id)”.")) }
      if !ids.insert(id).inserted {
        reader.report(node.problem("Chỉ báo “\(id)” được nêu hai lần trong “\(key)”."))
      }
    }
    return ids
  }

  func rule() -> LevelRule? {
    let nodes = mapping.list("bands")
    let bands = nodes.map { node in
      let band = YAMLMapping(node, keys: ["level", "from", "to", "clause"], reader: reader)
      return Band(
        level: Int(band.text("level")) ?? 0, from: band.decimal("from"), to: band.decimal("to"),
        clause: band.text("clause"))
    }
    check(bands, nodes)
    let clauses = ["prerequisite", "banded"].map { key in
      mapping.mapping(key, keys: Self.roleKeys)?.text("clause") ?? ""
    }
    guard !bands.isEmpty else {
      reader.report(mapping.node.problem("“bands” phải có ít nhất một khoảng."))
      return nil
    }
    return LevelRule(prerequisiteClause: clauses[0], bandedClause: clauses[1], bands: bands)
  }

  private func check(_ bands: [Band], _ nodes: [YAMLNode]) {
    for (index, (band, node)) in zip(bands, nodes).enumerated() {
      if band.level != index + 1 {
        reader.report(node.problem("Mức độ phải lần lượt là 1, 2, 3…; ở đây là \(band.level)."))
      }
      if band.from >= band.to {
        reader.report(
          node.problem("Khoảng từ \(band.from.plain) đến \(band.to.plain) không chứa giá trị nào."))
      }
      guard index > 0 else { continue }
      let below = bands[index - 1]
      if band.from > below.to {
        reader.report(
          node.problem("Có khoảng hở giữa \(below.to.plain) và \(band.from.plain)."))
      } else if band.from < below.to {
        reader.report(
          node.problem(
            "Khoảng này chồng lên khoảng trước từ \(band.from.plain) đến \(below.to.plain)."))
      }
    }
    guard let last = bands.last, let node = nodes.last else { return }
    if last.to != ExactDecimal(100) {
      reader.report(
        node.problem("Khoảng cao nhất phải kết thúc ở 100, không phải \(last.to.plain)."))
    }
  }
}
