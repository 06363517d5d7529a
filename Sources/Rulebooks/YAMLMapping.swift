import Model
import Yams

/// A mapping whose keys are all known, with typed access to its values.
///
/// What is absent or of the wrong kind is reported at its place and read as a harmless value, so
/// that one pass names every mistake; a loader builds nothing once a problem was reported.
struct YAMLMapping {
  let node: YAMLNode
  let reader: YAMLReader
  private let entries: [String: YAMLNode]
  private let keyNodes: [(name: String, node: YAMLNode)]

  /// Reports every key that is not one of `keys`, and returns an empty mapping when `node` is none.
  init(_ node: YAMLNode, keys: [String], reader: YAMLReader) {
    self.node = node
    self.reader = reader
    guard case .mapping(let mapping) = node.node else {
      reader.report(node.problem("Ở đây phải là một nhóm khóa: \(keys.joined(separator: ", "))."))
      entries = [:]
      keyNodes = []
      return
    }
    var entries: [String: YAMLNode] = [:]
    var keyNodes: [(name: String, node: YAMLNode)] = []
    for (key, value) in mapping {
      let keyNode = YAMLNode(node: key, file: node.file)
      let name = key.scalar?.string ?? ""
      if keys.contains(name) {
        entries[name] = YAMLNode(node: value, file: node.file)
        keyNodes.append((name, keyNode))
      } else {
        reader.report(
          keyNode.problem("Khóa lạ “\(name)”. Các khóa được dùng: \(keys.joined(separator: ", ")).")
        )
      }
    }
    self.entries = entries
    self.keyNodes = keyNodes
  }

  /// Reports each known key that has no meaning beside what `subject` names.
  func allowOnly(_ keys: [String], beside subject: String) {
    for (name, node) in keyNodes where !keys.contains(name) {
      reader.report(node.problem("Khóa “\(name)” không dùng cùng “\(subject)”."))
    }
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  func optional(_ key: String) -> YAMLNode? { entries[key] }

  /// Reports when `key` is absent.
  func required(_ key: String) -> YAMLNode? {
    if let value = entries[key] { return value }
    reader.report(node.problem("Thiếu khóa “\(key)”."))
    return nil
  }

  /// The text of a required key, never empty.
  func text(_ key: String) -> String {
    guard let value = required(key), let text = reader.text(value) else { return "" }
    if text.isEmpty { reader.report(value.problem("Khóa “\(key)” không được để trống.")) }
    return text
  }

  func optionalText(_ key: String) -> String? {
    entries[key].flatMap { reader.text($0) }
  }

  func day(_ key: String) -> CalendarDay? {
    required(key).flatMap { reader.day($0) }
  }

  /// The number of a required key; one that `refusal` has words against is reported.
  func decimal(
    _ key: String, refusal: (ExactDecimal) -> String? = { _ in nil }
  ) -> ExactDecimal? {
    guard let value = required(key), let text = reader.text(value) else { return nil }
    guard let decimal = ExactDecimal(plain: text) else {
      reader.report(value.problem("“\(text)” không phải là số; viết như \"70\" hoặc \"1.5\"."))
      return nil
    }
    guard let words = refusal(decimal) else { return decimal }
    reader.report(value.problem(words))
    return nil
  }

  func list(_ key: String) -> [YAMLNode] {
    required(key).map { reader.list($0) } ?? []
  }

  /// The texts of a required list, none of them empty; `what` names what it must have one of.
  func texts(_ key: String, atLeastOne what: String? = nil) -> [String] {
    guard let node = required(key) else { return [] }
    let nodes = reader.list(node)
    if node.items?.isEmpty == true, let what {
      reader.report(node.problem("“\(key)” cần ít nhất một \(what)."))
    }
    return nodes.compactMap { node in
      let text = reader.text(node)
      if text?.isEmpty == true {
        reader.report(node.problem("Mục trong “\(key)” không được để trống."))
      }
      return text
    }
  }

  func mapping(_ key: String, keys: [String]) -> YAMLMapping? {
    required(key).map { YAMLMapping($0, keys: keys, reader: reader) }
  }
}

extension YAMLReader {
  func text(_ node: YAMLNode) -> String? {
    if let scalar = node.node.scalar { return scalar.string }
    report(node.problem("Ở đây phải là một giá trị chữ hoặc số."))
    return nil
  }

  func list(_ node: YAMLNode) -> [YAMLNode] {
    if let items = node.items { return items }
    report(node.problem("Ở đây phải là một danh sách (mỗi dòng bắt đầu bằng “- ”)."))
    return []
  }

  func day(_ node: YAMLNode) -> CalendarDay? {
    guard let text = text(node) else { return nil }
    if let day = CalendarDay(iso: text) { return day }
    report(node.problem("“\(text)” không phải là ngày; viết như 2022-11-29."))
    return nil
  }

  /// The keys and values of a mapping whose keys are free.
  func pairs(_ node: YAMLNode) -> [(key: String, keyNode: YAMLNode, value: YAMLNode)] {
    guard let mapping = node.node.mapping else {
      report(node.problem("Ở đây phải là một nhóm khóa và giá trị."))
      return []
    }
    return mapping.map { key, value in
      (
        key.scalar?.string ?? "", YAMLNode(node: key, file: node.file),
        YAMLNode(node: value, file: node.file)
      )
    }
  }

  /// Reads one of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node, let text = text(node) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(node.problem("“\(text)” không dùng được ở đây; hãy dùng một trong: \(known)."))
    return nil
  }

  /// Reports values of `nodes` that occur twice.
  func requireUnique(_ nodes: [(id: String, node: YAMLNode)], what: String) {
    var seen: Set<String> = []
    for (id, node) in nodes where !seen.insert(id).inserted {
      report(node.problem("\(what) “\(id)” bị lặp."))
    }
  }
}
