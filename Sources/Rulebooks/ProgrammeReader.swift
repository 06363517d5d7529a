import Model

/// Reads the parts of a programme file.
struct ProgrammeReader {
  let reader: YAMLReader

  private static let schema = "hoctap/programme/1"
  private static let keys = [
    "schema", "id", "title", "rulebook", "province", "participants", "illustrative", "legalBases",
    "evidence", "interpretations", "milestones", "offices", "leadOffices", "letterheads",
    "requestLetterheads", "officeLetterheads", "formerNames", "limits", "smallCell",
  ]

  func read(_ root: YAMLNode) -> Programme? {
    let top = YAMLMapping(root, keys: Self.keys, reader: reader)
    reader.requireSchema(Self.schema, in: top)
    let province = top.text("province")
    let participants = participants(top, of: province)
    let milestones = milestones(top)
    let evidence = top.mapping("evidence", keys: ["from", "clause"])
    _ = evidence?.text("clause")
    guard let from = evidence?.day("from") else { return nil }
    return Programme(
      id: top.text("id"), title: top.text("title"), rulebook: top.text("rulebook"),
      province: UnitCode(province), participants: participants,
      illustrative: top.optionalText("illustrative"), legalBases: top.texts("legalBases"),
      milestones: milestones, evidenceFrom: from,
      readings: readings(top), offices: offices(top), leadOffices: leadOffices(top),
      letterheads: letterheads(top, "letterheads"),
      requestLetterheads: letterheads(top, "requestLetterheads"),
      officeLetterheads: top.has("officeLetterheads") ? letterheads(top, "officeLetterheads") : [:],
      formerNames: formerNames(top), limits: limits(top),
      smallCell: smallCell(top))
  }

  /// The units that report to the province, each once, and not the province itself.
  private func participants(_ top: YAMLMapping, of province: String) -> [UnitCode] {
    let codes = top.texts("participants", atLeastOne: "đơn vị")
    let nodes = top.optional("participants")?.items ?? []
    let named = Array(zip(codes, nodes))
    reader.requireUnique(named.map { ($0, $1) }, what: "Đơn vị tham gia")
    for (code, node) in named where !code.isEmpty && code == province {
      reader.report(
        node.problem("“\(code)” là đơn vị ở “province”, không ghi lại trong “participants”."))
    }
    return codes.map { UnitCode($0) }
  }

  private func milestones(_ top: YAMLMapping) -> [Milestone] {
    let read = top.list("milestones").compactMap { node in milestone(node).map { ($0, node) } }
    reader.requireUnique(read.map { ($0.0.id, $0.1) }, what: "Mốc thời gian")
    return read.map(\.0)
  }

  private func milestone(_ node: YAMLNode) -> Milestone? {
    let mapping = YAMLMapping(
      node,
      keys: ["id", "title", "wording", "lastDay", "tier", "report", "recipient", "clause"],
      reader: reader)
    let tier = reader.choice(mapping.required("tier"), of: Tier.self)
    let isReport = mapping.optionalText("report") ?? "false"
    if !["true", "false"].contains(isReport) {
      let node = mapping.optional("report") ?? mapping.node
      reader.report(node.problem("“report” chỉ nhận true hoặc false."))
    }
    guard let day = mapping.day("lastDay"), let tier else { return nil }
    return Milestone(
      id: mapping.text("id"), title: mapping.text("title"), wording: mapping.text("wording"),
      lastDay: day, tier: tier, isReport: isReport == "true",
      recipient: mapping.text("recipient"), clause: mapping.text("clause"))
  }

  private func readings(_ top: YAMLMapping) -> [InterpretationID: String] {
    guard let node = top.optional("interpretations") else { return [:] }
    var readings: [InterpretationID: String] = [:]
    for (key, _, value) in reader.pairs(node) {
      readings[InterpretationID(key)] = reader.text(value)
    }
    return readings
  }

  private func offices(_ top: YAMLMapping) -> [Office] {
    let read = top.list("offices").compactMap { node -> (Office, YAMLNode)? in
      let mapping = YAMLMapping(
        node, keys: ["id", "name", "tier", "clause", "symbol", "reports", "letterhead"],
        reader: reader)
      guard let tier = reader.choice(mapping.required("tier"), of: Tier.self) else { return nil }
      let office = Office(
        id: OfficeID(mapping.text("id")), name: mapping.text("name"), tier: tier,
        clause: mapping.text("clause"), reports: ownFigures(mapping),
        symbol: mapping.has("symbol") ? mapping.text("symbol") : nil,
        letterhead: mapping.optional("letterhead").map(letterhead))
      return (office, node)
    }
    reader.requireUnique(read.map { ($0.0.id.rawValue, $0.1) }, what: "Cơ quan")
    return read.map(\.0)
  }

  /// `T4`, or `T3/can-bo-tinh` for one group of people.
  private func ownFigures(_ office: YAMLMapping) -> [OwnFigure] {
    guard office.has("reports") else { return [] }
    let texts = office.texts("reports", atLeastOne: "chỉ báo")
    let figures = texts.map { text -> OwnFigure in
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      return OwnFigure(
        indicator: IndicatorID(parts.first ?? ""),
        group: parts.count > 1 ? ComponentID(parts[1]) : nil)
    }
    let nodes = office.optional("reports")?.items ?? []
    reader.requireUnique(
      zip(figures, nodes).map { ($0.indicator.rawValue, $1) }, what: "Chỉ báo của cơ quan")
    return figures
  }

  private func leadOffices(_ top: YAMLMapping) -> [Tier: OfficeID] {
    guard let node = top.required("leadOffices") else { return [:] }
    var offices: [Tier: OfficeID] = [:]
    for (_, keyNode, value) in reader.pairs(node) {
      guard let tier = reader.choice(keyNode, of: Tier.self) else { continue }
      offices[tier] = reader.text(value).map { OfficeID($0) }
    }
    return offices
  }

  private func letterheads(_ top: YAMLMapping, _ key: String) -> [Tier: Letterhead] {
    guard let node = top.required(key) else { return [:] }
    var letterheads: [Tier: Letterhead] = [:]
    for (_, keyNode, value) in reader.pairs(node) {
      guard let tier = reader.choice(keyNode, of: Tier.self) else { continue }
      letterheads[tier] = letterhead(value)
    }
    return letterheads
  }

  private func letterhead(_ node: YAMLNode) -> Letterhead {
    let mapping = YAMLMapping(
      node,
      keys: [
        "parentBody", "issuingBody", "issuerInSentence", "numberSuffix", "place", "addressees",
        "closing", "signatory", "recipients",
      ], reader: reader)
    return Letterhead(
      parentBody: mapping.optionalText("parentBody") ?? "",
      issuingBody: mapping.text("issuingBody"),
      issuerInSentence: mapping.optionalText("issuerInSentence") ?? "",
      numberSuffix: mapping.text("numberSuffix"),
      place: mapping.text("place"), addressees: mapping.texts("addressees"),
      closing: mapping.has("closing") ? mapping.text("closing") : nil,
      signatory: mapping.texts("signatory"), recipients: mapping.texts("recipients"))
  }
}
