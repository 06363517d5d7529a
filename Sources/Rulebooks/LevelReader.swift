import Model

/// Reads which indicators are prerequisites, which are banded, and the bands.
struct LevelReader {
  private let reader: YAMLReader
  private let mapping: YAMLMapping
  private let prerequisite: YAMLMapping?
  private let banded: YAMLMapping?

  init(reader: YAMLReader, mapping: YAMLMapping) {
    self.reader = reader
    self.mapping = mapping
    let keys = ["clause", "criteria", "indicators"]
    prerequisite = mapping.mapping("prerequisite", keys: keys)
    banded = mapping.mapping("banded", keys: keys)
  }

  /// The role of every indicator; one in no role or in two is reported at its place.
  func roles(in outline: [CriterionOutline]) -> [IndicatorID: IndicatorRole] {
    var roles: [IndicatorID: IndicatorRole] = [:]
    let prerequisites = named(in: prerequisite, outline)
    let banded = named(in: banded, outline)
    for (id, node) in outline.flatMap(\.indicators) where !id.isEmpty {
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

  private func named(in role: YAMLMapping?, _ outline: [CriterionOutline]) -> Set<String> {
    guard let role else { return [] }
    var ids: Set<String> = []
    var criteria: Set<String> = []
    for node in role.list("criteria") {
      guard let id = reader.text(node) else { continue }
      guard let criterion = outline.first(where: { $0.id == id }) else {
        reader.report(node.problem("Không có tiêu chí “\(id)”."))
        continue
      }
      if !criteria.insert(id).inserted {
        reader.report(node.problem("Tiêu chí “\(id)” được nêu hai lần."))
      }
      ids.formUnion(criterion.indicators.map(\.id))
    }
    let known = Set(outline.flatMap(\.indicators).map(\.id))
    for node in role.list("indicators") {
      guard let id = reader.text(node) else { continue }
      if !known.contains(id) { reader.report(node.problem("Không có chỉ báo “\(id)”.")) }
      if !ids.insert(id).inserted {
        reader.report(node.problem("Chỉ báo “\(id)” được nêu hai lần."))
      }
    }
    return ids
  }

  /// Returns `nil`, with the problem reported, when a band cannot be read.
  func rule() -> LevelRule? {
    let clauses = [prerequisite, banded].map { $0?.text("clause") ?? "" }
    guard let list = mapping.required("bands") else { return nil }
    let nodes = reader.list(list)
    let bands = nodes.compactMap(band)
    guard bands.count == nodes.count else { return nil }
    guard !bands.isEmpty else {
      reader.report(list.problem("“bands” phải có ít nhất một khoảng."))
      return nil
    }
    check(bands, nodes)
    return LevelRule(prerequisiteClause: clauses[0], bandedClause: clauses[1], bands: bands)
  }

  private func band(_ node: YAMLNode) -> Band? {
    let band = YAMLMapping(node, keys: ["level", "from", "to", "clause"], reader: reader)
    let (level, clause) = (band.text("level"), band.text("clause"))
    guard let from = band.decimal("from"), let to = band.decimal("to") else { return nil }
    return Band(level: Int(level) ?? 0, from: from, to: to, clause: clause)
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
