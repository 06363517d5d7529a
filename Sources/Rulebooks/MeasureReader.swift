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
    switch reader.choice(mapping.required("kind"), of: Kind.self) {
    case .attestation: return .attestation
    case .share: return threshold(mapping).map(Measure.share)
    case .compositeShare:
      guard let threshold = threshold(mapping) else { return nil }
      return .compositeShare(threshold, components(mapping, required: true))
    case .decrease: return .decrease(by: mapping.decimal("by"))
    case .increase: return .increase(components(mapping, required: false))
    case nil: return nil
    }
  }

  private func threshold(_ mapping: YAMLMapping) -> Threshold? {
    guard mapping.has("atLeast") != mapping.has("below") else {
      reader.report(mapping.node.problem("Tỷ lệ cần đúng một ngưỡng: “atLeast” hoặc “below”."))
      return nil
    }
    let threshold =
      mapping.has("atLeast")
      ? Threshold(.atLeast, mapping.decimal("atLeast"))
      : Threshold(.below, mapping.decimal("below"))
    if threshold.value < ExactDecimal(0) || threshold.value > ExactDecimal(100) {
      reader.report(
        mapping.node.problem("Ngưỡng \(threshold.value.plain) % nằm ngoài 0 đến 100 %."))
    }
    return threshold
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
