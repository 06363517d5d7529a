import Model

/// Reads how an indicator is measured (phép đo).
struct MeasureReader {
  let reader: YAMLReader

  private enum Kind: String, CaseIterable {
    case attestation
    case share
    case compositeShare
    case decrease
    case increase

    var keys: [String] {
      switch self {
      case .attestation: []
      case .share: ["atLeast", "below"]
      case .compositeShare: ["atLeast", "below", "components"]
      case .decrease: ["by"]
      case .increase: ["components"]
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
      node, keys: ["kind", "atLeast", "below", "by", "components"], reader: reader)
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
    }
  }

  private func threshold(_ mapping: YAMLMapping) -> Threshold? {
    guard mapping.has("atLeast") != mapping.has("below") else {
      reader.report(mapping.node.problem("Tỷ lệ cần đúng một ngưỡng: “atLeast” hoặc “below”."))
      return nil
    }
    let comparison = mapping.has("atLeast") ? Threshold.Comparison.atLeast : .below
    return mapping.decimal(comparison.rawValue) { limit in
      limit >= ExactDecimal(0) && limit <= ExactDecimal(100)
        ? nil : "Ngưỡng \(limit.plain) % nằm ngoài 0 đến 100 %."
    }.map { Threshold(comparison, $0) }
  }

  private func components(_ mapping: YAMLMapping, required: Bool) -> [MeasureComponent] {
    guard required || mapping.has("components") else { return [] }
    let nodes = mapping.list("components")
    let components = nodes.map { node in
      let component = YAMLMapping(node, keys: ["id", "name"], reader: reader)
      return MeasureComponent(id: ComponentID(component.text("id")), name: component.text("name"))
    }
    reader.requireUnique(zip(components, nodes).map { ($0.id.rawValue, $1) }, what: "Thành phần")
    if components.count < 2 {
      reader.report(mapping.node.problem("“components” cần ít nhất hai thành phần."))
    }
    return components
  }
}
