public import Model

/// Reads `findings.yaml`: the words and the severity of every finding code.
///
/// `language` is the key of the language, such as `"vi"`.
///
/// - Throws: a fault when a code lacks its words, or words stand there for no code.
public func loadFindingCatalogue(
  _ text: String, file: String, language: String
) throws(Fault) -> FindingCatalogue {
  let reader = YAMLReader()
  var entries: [FindingCode: FindingCatalogue.Entry] = [:]
  var families: [String: String] = [:]
  var placeholders: [String: String] = [:]
  var terms: [String: String] = [:]
  if let root = reader.root(of: text, file: file) {
    let top = YAMLMapping(
      root, keys: ["schema", "families", "placeholders", "terms", "findings"], reader: reader)
    reader.requireSchema("hoctap/findings/1", in: top)
    let names = FindingCode.allCases.map(\.family)
    families = top.namedWords("families", of: Set(names), in: language)
    placeholders = top.namedWords("placeholders", in: language)
    if top.has("terms") { terms = top.namedWords("terms", in: language) }
    let findings = top.required("findings").map { reader.pairs($0) } ?? []
    for (_, keyNode, value) in findings {
      guard let code = reader.choice(keyNode, of: FindingCode.self) else { continue }
      entries[code] = catalogueEntry(value, language: language, reader: reader)
    }
    for code in FindingCode.allCases where entries[code] == nil {
      reader.report(top.node.problem("Thiếu lời của phát hiện \(code.rawValue)."))
    }
  }
  guard reader.problems.isEmpty else { throw Fault(reader.problems) }
  return FindingCatalogue(entries, families: families, placeholders: placeholders, terms: terms)
}

private let languages = ["vi", "en"]

extension YAMLMapping {
  /// The words in one language; those of every language must be there.
  fileprivate func words(in language: String) -> String {
    let words = languages.map { ($0, text($0)) }
    return words.first { $0.0 == language }?.1 ?? ""
  }

  /// The words of each name of a required group; `names`, where they are given, must be there and
  /// no others.
  fileprivate func namedWords(
    _ key: String, of names: Set<String>? = nil, in language: String
  ) -> [String: String] {
    guard let group = required(key) else { return [:] }
    var words: [String: String] = [:]
    for (name, keyNode, value) in reader.pairs(group) {
      if names?.contains(name) == false {
        reader.report(keyNode.problem("Tên lạ “\(name)” trong “\(key)”."))
      }
      words[name] = YAMLMapping(value, keys: languages, reader: reader).words(in: language)
    }
    for name in (names ?? []).sorted() where words[name] == nil {
      reader.report(group.problem("Thiếu “\(name)” trong “\(key)”."))
    }
    return words
  }
}

private func catalogueEntry(
  _ node: YAMLNode, language: String, reader: YAMLReader
) -> FindingCatalogue.Entry? {
  let mapping = YAMLMapping(
    node,
    keys: [
      "severity", "responsible", "clause", "example", "message", "hint", "expected", "prose",
    ],
    reader: reader)
  func words(_ key: String) -> String? {
    mapping.mapping(key, keys: languages)?.words(in: language)
  }
  guard let severity = reader.choice(mapping.required("severity"), of: Severity.self),
    let responsible = reader.choice(mapping.required("responsible"), of: Responsible.self)
  else { return nil }
  return FindingCatalogue.Entry(
    severity: severity, message: words("message") ?? "", hint: words("hint") ?? "",
    expected: mapping.has("expected") ? words("expected") ?? "" : "",
    example: words("example") ?? "", clause: mapping.has("clause") ? words("clause") ?? "" : "",
    responsible: responsible,
    ofProse: mapping.has("prose") ? wordsOfProse(mapping, language: language) : nil)
}

/// The message of tables may well fit prose; the hint is what differs.
private func wordsOfProse(
  _ entry: YAMLMapping, language: String
) -> FindingCatalogue.Entry.Words? {
  entry.mapping("prose", keys: ["message", "hint"]).map { prose in
    func words(_ key: String, in mapping: YAMLMapping) -> String {
      mapping.mapping(key, keys: languages)?.words(in: language) ?? ""
    }
    return FindingCatalogue.Entry.Words(
      message: words("message", in: prose.has("message") ? prose : entry),
      hint: words("hint", in: prose))
  }
}

/// Reads a file of phrases in groups, and returns them by `group.key`.
///
/// With a `language`, each phrase is written in several and that one is returned.
///
/// With `placeholders`, each phrase may have only the names in braces that stand there for it, none
/// where it is not there; without, nothing is asked of phrases.
///
/// - Throws: a fault when a phrase of `required` is missing or blank, one stands there that no code
///   asks for, or one has a name that nothing is filled in for.
public func loadPhrases(
  _ text: String, file: String, required: [String], language: String? = nil,
  placeholders: [String: Placeholders]? = nil
) throws(Fault) -> [String: String] {
  let reader = YAMLReader()
  var phrases: [String: String] = [:]
  if let root = reader.root(of: text, file: file) {
    let expected = Set(required)
    for (group, _, members) in reader.pairs(root) {
      for (key, keyNode, value) in reader.pairs(members) {
        let name = "\(group).\(key)"
        if !expected.contains(name) { reader.report(keyNode.problem("Cụm từ lạ “\(name)”.")) }
        let phrase =
          language.map { YAMLMapping(value, keys: languages, reader: reader).words(in: $0) }
          ?? reader.text(value)
        phrases[name] = phrase
        guard let placeholders, expected.contains(name) else { continue }
        let objections = (placeholders[name] ?? Placeholders()).objections(to: phrase)
        objections.forEach { reader.report(value.problem($0)) }
      }
    }
    for name in required where phrases[name] == nil {
      reader.report(root.problem("Thiếu cụm từ “\(name)”."))
    }
  }
  guard reader.problems.isEmpty else { throw Fault(reader.problems) }
  return phrases
}
