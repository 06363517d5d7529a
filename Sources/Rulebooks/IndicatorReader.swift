import Model

/// Reads one indicator (chỉ báo).
struct IndicatorReader {
  let reader: YAMLReader
  let known: KnownIDs

  static let keys = [
    "id", "wording", "shortName", "clause", "measure", "source", "counted", "guidance", "issuers",
    "office", "interpretations",
  ]

  /// Returns `nil`, with the problem reported, when the measure or the role is not known.
  func read(_ node: YAMLNode, roles: [IndicatorID: IndicatorRole]) -> Indicator? {
    let mapping = YAMLMapping(node, keys: Self.keys, reader: reader)
    let id = IndicatorID(mapping.text("id"))
    let source = mapping.optional("source").flatMap(source)
    let measure = mapping.required("measure").flatMap {
      MeasureReader(reader: reader).read($0)
    }
    let counted = mapping.optionalText("counted")
    if case .share = measure, counted == nil {
      reader.report(mapping.node.problem("Chỉ báo tỷ lệ \(id) cần khóa “counted”: đếm cái gì."))
    }
    let (wording, shortName) = (mapping.text("wording"), mapping.text("shortName"))
    let (clause, guidance) = (mapping.text("clause"), mapping.text("guidance"))
    let office = OfficeID(mapping.text("office"))
    let issuers = issuers(mapping, computed: source == .childOutcomes)
    let interpretations = interpretations(mapping)
    guard let measure, let role = roles[id] else { return nil }
    return Indicator(
      id: id, wording: wording, shortName: shortName, clause: clause, measure: measure,
      role: role, source: source, guidance: guidance, acceptedIssuers: issuers, office: office,
      interpretations: interpretations, counted: counted)
  }

  private func issuers(_ mapping: YAMLMapping, computed: Bool) -> [IssuerID] {
    let nodes = mapping.list("issuers")
    if nodes.isEmpty, !computed {
      reader.report(mapping.node.problem("“issuers” cần ít nhất một cơ quan ban hành minh chứng."))
    }
    return nodes.compactMap { node in
      guard let text = reader.text(node) else { return nil }
      let id = IssuerID(text)
      if !known.issuers.contains(id) {
        reader.report(node.problem("Cơ quan ban hành “\(text)” chưa có trong “issuers”."))
      }
      return id
    }
  }

  private func interpretations(_ mapping: YAMLMapping) -> [InterpretationID] {
    mapping.list("interpretations").compactMap { node in
      guard let text = reader.text(node) else { return nil }
      let id = InterpretationID(text)
      if !known.interpretations.contains(id) {
        reader.report(node.problem("Cách hiểu “\(text)” chưa có trong “interpretations”."))
      }
      return id
    }
  }

  private func source(_ node: YAMLNode) -> FigureSource? {
    let mapping = YAMLMapping(node, keys: ["roster", "test", "children"], reader: reader)
    if let children = mapping.optional("children") {
      guard reader.text(children) == "outcomes", !mapping.has("roster") else {
        reader.report(children.problem("“children” chỉ nhận giá trị “outcomes”, đứng một mình."))
        return nil
      }
      return .childOutcomes
    }
    guard let roster = reader.choice(mapping.required("roster"), of: RosterKind.self),
      let test = reader.choice(mapping.required("test"), of: RosterTest.self)
    else { return nil }
    return .roster(roster, test)
  }
}
