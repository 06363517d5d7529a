import Model

/// Reads one indicator (chỉ báo).
struct IndicatorReader {
  let reader: YAMLReader
  let known: KnownIDs

  static let keys = [
    "id", "wording", "shortName", "clause", "measure", "source", "counted", "guidance", "issuers",
    "office", "interpretations", "whole", "includes",
  ]

  /// Returns `nil`, with the problem reported, when the measure or the role is not known.
  func read(_ node: YAMLNode, plan: RolePlan) -> Indicator? {
    let mapping = YAMLMapping(node, keys: Self.keys, reader: reader)
    let id = IndicatorID(mapping.text("id"))
    let source = mapping.optional("source").flatMap(source)
    let measure = mapping.required("measure").flatMap {
      MeasureReader(reader: reader, horizons: plan.horizons).read($0)
    }
    let role = plan.roles[id]
    check(measure, source, plan, floor: role == .banded ? plan.floor : nil, in: mapping)
    let (wording, shortName) = (mapping.text("wording"), mapping.text("shortName"))
    let (clause, guidance) = (mapping.text("clause"), mapping.text("guidance"))
    let counted = mapping.has("counted") ? mapping.text("counted") : nil
    let office = OfficeID(mapping.text("office"))
    let issuers = issuers(mapping, computed: source == .childOutcomes || source == .childFigures)
    let interpretations = interpretations(mapping)
    let whole = whole(mapping, of: measure)
    let includes = includes(mapping, of: measure)
    guard let measure, let role else { return nil }
    return Indicator(
      id: id, wording: wording, shortName: shortName, clause: clause, measure: measure,
      role: role, source: source, guidance: guidance, acceptedIssuers: issuers, office: office,
      interpretations: interpretations, counted: counted, whole: whole,
      includedChild: includes)
  }

  /// A share says what it counts, nothing else is counted, and a band needs a share of its floor.
  private func check(
    _ measure: Measure?, _ source: FigureSource?, _ plan: RolePlan, floor: ExactDecimal?,
    in mapping: YAMLMapping
  ) {
    guard let measure else { return }
    checkTarget(measure, plan, in: mapping)
    if measure.isCounted {
      if !mapping.has("counted") {
        reader.report(mapping.node.problem("Chỉ báo tỷ lệ cần khóa “counted”: đếm cái gì."))
      }
    } else if source != nil, let node = mapping.optional("source") {
      reader.report(node.problem("“source” chỉ dùng cho phép đo “share”, “target”."))
    }
    if let floor, measure != .share(Threshold(.atLeast, floor)),
      let node = mapping.optional("measure")
    {
      reader.report(
        node.problem(
          "Chỉ báo được xếp mức phải đo bằng share với atLeast: \"\(floor.plain)\", "
            + "là đầu của khoảng thấp nhất."))
    }
  }

  /// Where targets are set, every indicator has one.
  private func checkTarget(_ measure: Measure, _ plan: RolePlan, in mapping: YAMLMapping) {
    guard !plan.horizons.isEmpty, measure.target == nil, let node = mapping.optional("measure")
    else { return }
    reader.report(node.problem("Cấp có “targets” chỉ dùng phép đo “target”."))
  }

  /// Only a share that is typed has a whole to compare with the register.
  private func whole(_ mapping: YAMLMapping, of measure: Measure?) -> Tier? {
    guard let node = mapping.optional("whole") else { return nil }
    guard case .share = measure else {
      reader.report(node.problem("“whole” chỉ dùng cho phép đo “share”."))
      return nil
    }
    return reader.choice(node, of: Tier.self)
  }

  /// Only counts can be part of other counts.
  private func includes(_ mapping: YAMLMapping, of measure: Measure?) -> IndicatorID? {
    guard let node = mapping.optional("includes") else { return nil }
    let id = IndicatorID(mapping.text("includes"))
    switch measure {
    case .share, .compositeShare:
      guard !known.indicators.contains(id) else { return id }
      reader.report(node.problem("Không cấp nào khác trong bộ quy tắc có chỉ báo “\(id)”."))
    default:
      reader.report(node.problem("“includes” chỉ dùng cho phép đo “share”, “compositeShare”."))
    }
    return nil
  }

  private func issuers(_ mapping: YAMLMapping, computed: Bool) -> [IssuerID] {
    let what = computed ? nil : "cơ quan ban hành minh chứng"
    return ids("issuers", of: mapping, atLeastOne: what, name: "Cơ quan ban hành") {
      known.issuers.contains(IssuerID($0))
    }.map { IssuerID($0) }
  }

  private func interpretations(_ mapping: YAMLMapping) -> [InterpretationID] {
    ids("interpretations", of: mapping, atLeastOne: nil, name: "Cách hiểu") {
      known.interpretations.contains(InterpretationID($0))
    }.map { InterpretationID($0) }
  }

  /// The ids of a list, each known in the rulebook's list of the same name and named once.
  private func ids(
    _ key: String, of mapping: YAMLMapping, atLeastOne what: String?, name: String,
    isKnown: (String) -> Bool
  ) -> [String] {
    let texts = mapping.texts(key, atLeastOne: what)
    let nodes = mapping.optional(key)?.items ?? []
    guard texts.count == nodes.count else { return texts }
    let named = Array(zip(texts, nodes)).map { (id: $0, node: $1) }
    reader.requireUnique(named, what: name)
    for (id, node) in named where !id.isEmpty && !isKnown(id) {
      reader.report(node.problem("\(name) “\(id)” chưa có trong “\(key)”."))
    }
    return texts
  }

  private func source(_ node: YAMLNode) -> FigureSource? {
    let mapping = YAMLMapping(node, keys: ["roster", "test", "children"], reader: reader)
    if let children = mapping.optional("children") {
      if mapping.has("roster") || mapping.has("test") {
        reader.report(node.problem("“children” phải đứng một mình."))
        return nil
      }
      switch reader.text(children) {
      case "outcomes": return .childOutcomes
      case "figures": return .childFigures
      default:
        reader.report(children.problem("“children” chỉ nhận “outcomes” hoặc “figures”."))
        return nil
      }
    }
    if mapping.optional("roster").flatMap({ YAMLReader().text($0) }) == "citizens" {
      return reader.choice(mapping.required("test"), of: CitizenTest.self).map(
        FigureSource.citizens)
    }
    let roster = reader.choice(mapping.required("roster"), of: RosterKind.self)
    let test = reader.choice(mapping.required("test"), of: RosterTest.self)
    guard let roster, let test else { return nil }
    return .roster(roster, test)
  }
}

extension Measure {
  /// Whether it counts something, and so says what.
  fileprivate var isCounted: Bool {
    switch self {
    case .share, .target: true
    case .attestation, .compositeShare, .decrease, .increase: false
    }
  }
}
