/// The names in braces that a phrase may have, because something is filled in for them.
public struct Placeholders: Hashable, Sendable {
  private let allowed: Set<String>
  /// Those that may not be left out.
  private let required: Set<String>

  public init(_ allowed: Set<String> = [], required: Set<String> = []) {
    self.allowed = allowed.union(required)
    self.required = required
  }

  /// What is wrong with a phrase, in Vietnamese; `nil` is no text, of which something else is said.
  func objections(to phrase: String?) -> [String] {
    guard let phrase else { return [] }
    guard !phrase.allSatisfy(\.isWhitespace) else { return ["Cụm từ này trống."] }
    var names: Set<String> = []
    var rest = phrase[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let close = rest[brace...].firstIndex(of: "}") else {
        return ["Dấu ngoặc nhọn không đủ đôi."]
      }
      names.insert(String(rest[rest.index(after: brace)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names.subtracting(allowed).sorted().map(unknown)
      + required.subtracting(names).sorted().map { "Cụm từ này phải có {\($0)}." }
  }

  private func unknown(_ name: String) -> String {
    let known = allowed.sorted().map { "{\($0)}" }.joined(separator: ", ")
    return known.isEmpty
      ? "Không có giá trị nào cho {\(name)}; cụm từ này không có chỗ để điền."
      : "Không có giá trị nào cho {\(name)}; chỉ dùng được \(known)."
  }
}
