import Model

/// Reads the parts of a programme file.
struct ProgrammeReader {
  let reader: YAMLReader

  private static let schema = "hoctap/programme/1"
  private static let keys = [
    "schema", "id", "title", "rulebook", "province", "participants", "illustrative", "legalBases",
    "evidence", "interpretations", "milestones", "offices", "leadOffices", "letterheads",
    "requestLetterheads", "formerNames", "limits", "smallCell",
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
      let mapping = YAMLMapping(node, keys: ["id", "name", "tier", "clause"], reader: reader)
      guard let tier = reader.choice(mapping.required("tier"), of: Tier.self) else { return nil }
      let office = Office(
        id: OfficeID(mapping.text("id")), name: mapping.text("name"), tier: tier,
        clause: mapping.text("clause"))
      return (office, node)
    }
    reader.requireUnique(read.map { ($0.0.id.rawValue, $0.1) }, what: "Cơ quan")
    return read.map(\.0)
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
      let mapping = YAMLMapping(
        value,
        keys: [
          "parentBody", "issuingBody", "issuerInSentence", "numberSuffix", "place", "addressees",
          "signatory", "recipients",
        ], reader: reader)
      letterheads[tier] = Letterhead(
        parentBody: mapping.optionalText("parentBody") ?? "",
        issuingBody: mapping.text("issuingBody"),
        issuerInSentence: mapping.optionalText("issuerInSentence") ?? "",
        numberSuffix: mapping.text("numberSuffix"),
        place: mapping.text("place"), addressees: mapping.texts("addressees"),
        signatory: mapping.texts("signatory"), recipients: mapping.texts("recipients"))
    }
    return letterheads
  }
}
