import Model

/// Reads how an indicator is measured (phép đo).
struct MeasureReader {
  let reader: YAMLReader
  /// The horizons that every target names.
  let horizons: [Horizon]

  private enum Kind: String, CaseIterable {
    case attestation
    case share
    case compositeShare
    case decrease
    case increase
    case target

    var keys: [String] {
      switch self {
      case .attestation: []
      case .share: ["atLeast", "below"]
      case .compositeShare: ["atLeast", "below", "components"]
      case .decrease: ["by"]
      case .increase: ["components"]
      case .target: ["values", "components", "within", "of"]
      }
    }
  }

  /// Returns `nil`, with the problem reported, when the measure cannot be built.
  func read(_ node: YAMLNode) -> Measure? {
    if node.isScalar {
      guard let kind = reader.choice(node, of: Kind.self) else { return nil }
      if kind == .attestation { return .attestation }
      reader.report(node.problem("Phép đo “\(kind.rawValue)” cần thêm ngưỡng hoặc thành phần."))
      return nil
    }
    let mapping = YAMLMapping(
      node, keys: ["kind", "atLeast", "below", "by", "components", "values", "within", "of"],
      reader: reader)
    guard let kind = reader.choice(mapping.required("kind"), of: Kind.self) else { return nil }
    mapping.allowOnly(["kind"] + kind.keys, beside: kind.rawValue)
    switch kind {
    case .attestation: return .attestation
    case .share: return threshold(mapping).map(Measure.share)
    case .compositeShare:
      let components = components(mapping, required: true)
      return threshold(mapping).map { .compositeShare($0, components) }
    case .decrease:
      return mapping.decimal("by") { $0 > ExactDecimal(0) ? nil : "Mức giảm phải lớn hơn 0." }
        .map(Measure.decrease)
    case .increase: return .increase(components(mapping, required: false))
    case .target: return target(mapping)
    }
  }

  private func target(_ mapping: YAMLMapping) -> Measure? {
    if horizons.isEmpty {
      reader.report(mapping.node.problem("Phép đo “target” chỉ dùng ở cấp có “targets”."))
    }
    let values = values(mapping)
    let groups = components(mapping, required: false, keys: ["id", "name", "values"])
    let nodes = mapping.optional("components")?.items ?? []
    var own: [ComponentID: [HorizonID: ExactDecimal]] = [:]
    for (group, node) in zip(groups, nodes) {
      let mapping = YAMLMapping(node, keys: ["id", "name", "values"], reader: YAMLReader())
      if mapping.has("values") {
        own[group.id] = self.values(
          YAMLMapping(node, keys: ["id", "name", "values"], reader: reader))
      }
    }
    let within = mapping.has("within") ? IndicatorID(mapping.text("within")) : nil
    return .target(
      Target(
        values: values, groups: groups, groupValues: own, within: within, of: others(mapping)))
  }

  /// The indicators whose parts are the whole.
  private func others(_ mapping: YAMLMapping) -> [IndicatorID] {
    guard mapping.has("of") else { return [] }
    let nodes = mapping.list("of")
    let ids = mapping.texts("of", atLeastOne: "chỉ báo")
    reader.requireUnique(Array(zip(ids, nodes)), what: "Chỉ báo")
    return ids.map { IndicatorID($0) }
  }

  /// One percentage for each horizon.
  private func values(_ mapping: YAMLMapping) -> [HorizonID: ExactDecimal] {
    let ids = horizons.map(\.id)
    guard let values = mapping.mapping("values", keys: ids.map(\.rawValue)) else { return [:] }
    return ids.reduce(into: [:]) { result, id in
      result[id] = values.decimal(id.rawValue, refusal: percentageProblem)
    }
  }

  private func percentageProblem(_ limit: ExactDecimal) -> String? {
    limit >= ExactDecimal(0) && limit <= ExactDecimal(100)
      ? nil : "Ngưỡng \(limit.plain) % nằm ngoài 0 đến 100 %."
  }

  private func threshold(_ mapping: YAMLMapping) -> Threshold? {
    guard mapping.has("atLeast") != mapping.has("below") else {
      reader.report(mapping.node.problem("Tỷ lệ cần đúng một ngưỡng: “atLeast” hoặc “below”."))
      return nil
    }
    let comparison = mapping.has("atLeast") ? Threshold.Comparison.atLeast : .below
    return mapping.decimal(comparison.rawValue, refusal: percentageProblem).map {
      Threshold(comparison, $0)
    }
  }

  private func components(
    _ mapping: YAMLMapping, required: Bool, keys: [String] = ["id", "name"]
  ) -> [MeasureComponent] {
    guard required || mapping.has("components") else { return [] }
    let nodes = mapping.list("components")
    let components = nodes.map { node in
      let component = YAMLMapping(node, keys: keys, reader: reader)
      return MeasureComponent(id: ComponentID(component.text("id")), name: component.text("name"))
    }
    reader.requireUnique(zip(components, nodes).map { ($0.id.rawValue, $1) }, what: "Thành phần")
    if components.count < 2 {
      reader.report(mapping.node.problem("“components” cần ít nhất hai thành phần."))
    }
    return components
  }
}
