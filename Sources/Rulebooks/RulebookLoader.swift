public import Model

/// Reads one rulebook (bộ quy tắc) and refuses it unless it is sound.
///
/// `digest` is the SHA-256 of the file. Every problem of the file is named at once.
///
/// - Throws: a fault with file, line and column of each: a key that is unknown, doubled or
///   missing, an indicator in no role or two, a gap or an overlap of bands, a wrong count.
public func loadRulebook(_ text: String, file: String, digest: String) throws(Fault) -> Rulebook {
  let reader = YAMLReader()
  let rulebook = reader.root(of: text, file: file).flatMap { root in
    RulebookReader(root: root, reader: reader, digest: digest).read()
  }
  guard let rulebook, reader.problems.isEmpty else { throw Fault(reader.problems) }
  return rulebook
}

/// The parts of a rulebook file, in the order in which later parts need earlier ones.
struct RulebookReader {
  let root: YAMLNode
  let reader: YAMLReader
  let digest: String

  static let schema = "hoctap/rulebook/1"

  func read() -> Rulebook? {
    let top = YAMLMapping(
      root,
      keys: [
        "schema", "id", "title", "shortTitle", "inForce", "abbreviations", "issuers",
        "interpretations", "tiers",
      ], reader: reader)
    reader.requireSchema(Self.schema, in: top)
    let inForce = top.mapping("inForce", keys: ["from", "to"])
    let from = inForce?.day("from")
    let to = inForce?.optional("to").flatMap { reader.day($0) }
    if let from, let to, to < from, let node = inForce?.optional("to") {
      reader.report(node.problem("Ngày hết hiệu lực \(to) đứng trước ngày có hiệu lực \(from)."))
    }
    let register = IssuerRegister(
      issuers: issuers(top.list("issuers")), abbreviations: abbreviations(top))
    let questions = top.list("interpretations")
    let interpretations = InterpretationsReader(reader: reader).read(questions)
    let known = KnownIDs(
      issuers: Set(register.issuers.map(\.id)),
      interpretations: Set(
        questions.compactMap { $0.scalar(of: "id") }.map { InterpretationID($0) }))
    let tiers = readTiers(top, known: known)
    guard let from else { return nil }
    return Rulebook(
      id: top.text("id"), title: top.text("title"), shortTitle: top.text("shortTitle"),
      inForceFrom: from, inForceTo: to, tiers: tiers, interpretations: interpretations,
      issuers: register, digest: digest)
  }

  private func issuers(_ nodes: [YAMLNode]) -> [Issuer] {
    let issuers = nodes.map { node in
      let mapping = YAMLMapping(node, keys: ["id", "name", "bodies"], reader: reader)
      return Issuer(
        id: IssuerID(mapping.text("id")), name: mapping.text("name"),
        bodies: mapping.texts("bodies", atLeastOne: "tên cơ quan"))
    }
    reader.requireUnique(
      zip(issuers, nodes).map { ($0.id.rawValue, $1) }, what: "Cơ quan ban hành")
    return issuers
  }

  private func abbreviations(_ top: YAMLMapping) -> [Abbreviation] {
    top.list("abbreviations").map { node in
      let mapping = YAMLMapping(node, keys: ["short", "words"], reader: reader)
      return Abbreviation(short: mapping.text("short"), words: mapping.text("words"))
    }
  }

  private func readTiers(_ top: YAMLMapping, known: KnownIDs) -> [Tier: CriteriaSet] {
    var tiers: [Tier: CriteriaSet] = [:]
    guard let node = top.required("tiers") else { return tiers }
    let pairs = reader.pairs(node)
    if pairs.isEmpty { reader.report(node.problem("“tiers” cần ít nhất một cấp.")) }
    for (name, keyNode, value) in pairs {
      guard let tier = reader.choice(keyNode, of: Tier.self) else { continue }
      // Those of the other tiers, which an indicator may include.
      let others = pairs.filter { $0.0 != name }.flatMap {
        indicatorIDs(in: $0.2)
      }
      let criteria = CriteriaReader(reader: reader, known: known.with(indicators: others)).read(
        value)
      if let criteria { tiers[tier] = criteria }
    }
    return tiers
  }

  /// Read silently: the reading of the tier itself reports what is wrong with it.
  private func indicatorIDs(in tier: YAMLNode) -> [String] {
    tier.list("standards").flatMap { $0.list("criteria") }.flatMap { $0.list("indicators") }
      .compactMap { $0.scalar(of: "id") }
  }
}

/// Ids that later parts of a rulebook may name.
struct KnownIDs {
  let issuers: Set<IssuerID>
  let interpretations: Set<InterpretationID>
  /// Of the other tiers.
  var indicators: Set<IndicatorID> = []

  func with(indicators ids: [String]) -> KnownIDs {
    var known = self
    known.indicators = Set(ids.map { IndicatorID($0) })
    return known
  }
}

extension YAMLReader {
  func requireSchema(_ schema: String, in mapping: YAMLMapping) {
    guard let node = mapping.required("schema"), let text = text(node), text != schema else {
      return
    }
    report(node.problem("Mẫu tệp “\(text)” không dùng được; bản này đọc mẫu “\(schema)”."))
  }
}
