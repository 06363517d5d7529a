import Model

/// A heading of prose, compared with the titles of sections whatever its number: `II.`, `2)`,
/// `Phần thứ hai`, `Mục 2 -`.
struct ProseHeading {
  private let text: String
  private let words: [String]
  /// The words after each number that the heading may begin with, the first of all as it stands.
  private let readings: [[String]]

  init(_ text: String) {
    self.text = text
    words = foldedWords(text)
    var rest = words[...]
    var readings = [words]
    while let shorter = afterNumber(rest) {
      readings.append(Array(shorter))
      rest = shorter
    }
    self.readings = readings
  }

  func names(_ title: [String]) -> Bool { readings.contains(title) }

  /// Whether it says the same in more or fewer words, or one letter in four differs at most.
  func nearlyNames(_ title: [String]) -> Bool {
    // A heading that is longer than any title is none that was mistyped.
    guard let name = readings.last, name.count >= 2, name.count <= mostWords else { return false }
    let (one, other) = (Set(name), Set(title))
    if one.isSubset(of: other) || other.isSubset(of: one) { return true }
    let (letters, wanted) = (name.joined(), title.joined())
    let limit = wanted.count / 4
    return abs(letters.count - wanted.count) <= limit && editDistance(letters, wanted) <= limit
  }

  /// The heading as it was typed, without its number.
  var withoutNumber: String {
    var rest = text[...]
    while let blank = rest.firstIndex(where: \.isWhitespace), isNumber(rest[..<blank]) {
      rest = rest[blank...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty ? text : String(rest)
  }

  /// A number with its mark, as `I.`, `2.1`, `a)`, or the mark alone.
  private func isNumber(_ word: Substring) -> Bool {
    let isMarked = word.contains(".") || word.last.map { ")/:-–".contains($0) } ?? false
    guard isMarked, !word.dropLast().contains(where: { "/-–".contains($0) }) else { return false }
    let parts = foldedWords(String(word))
    return parts.allSatisfy { isNumeral($0) || $0.count == 1 && $0 < "i" }
  }
}

/// The words of a text without case, accents and punctuation.
func foldedWords(_ text: String) -> [String] {
  folded(text).split(separator: " ").map(String.init)
}

/// Words of a heading that can be meant for a title.
private let mostWords = 20

/// What follows one number; `nil` where there is none or nothing follows.
private func afterNumber(_ words: ArraySlice<String>) -> ArraySlice<String>? {
  var rest = words
  let isNamed = rest.first.map(["phan", "muc", "chuong", "dieu", "khoan"].contains) ?? false
  if isNamed { rest = rest.dropFirst() }
  if isNamed, rest.first == "thu" { rest = rest.dropFirst() }
  guard let number = rest.first else { return nil }
  let isOrdinal = isNamed && ordinals.contains(number)
  guard isOrdinal || isNumeral(number) || number.count == 1 else { return nil }
  rest = rest.dropFirst()
  return rest.isEmpty ? nil : rest
}

private let ordinals: Set<String> = [
  "nhat", "mot", "hai", "ba", "tu", "bon", "nam", "sau", "bay", "tam", "chin", "muoi",
]

private func isNumeral(_ word: String) -> Bool {
  word.allSatisfy { ("0"..."9").contains($0) } || word.allSatisfy("ivx".contains)
}
