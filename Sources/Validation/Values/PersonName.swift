/// A person as offices write one: by name, with what the person is addressed by before it and the
/// position before or behind it, or by the position alone.
///
/// Tones tell two persons apart (“Hoa”, “Hòa”); the letter of a syllable that bears one does not
/// (“Hòa”, “Hoà”).
struct PersonName {
  /// The words, spelt alike whatever their capitals.
  private let words: [String]
  private let beginsWithPosition: Bool

  init(_ text: String) {
    let parts = text.lowercased().split { ",;()–—".contains($0) }.map(Self.words)
    var words = Array(parts.joined())
    // A title that is all there is, is the name.
    while let title = titles.first(where: words.starts), title.count < words.count {
      words.removeFirst(title.count)
    }
    beginsWithPosition = positions.contains(where: words.starts)
    if !beginsWithPosition {
      let (before, behind) = (parts.first ?? [], Array(parts.dropFirst().joined()))
      if positions.contains(where: behind.starts) {
        words = Array(words.prefix(words.count - behind.count))
      } else if let end = before.indices.dropFirst(2).first(where: { index in
        positions.contains(where: before[index...].starts)
      }) {
        words.removeLast(before.count - end + behind.count)
      }
    }
    self.words = words.map(spelling(of:))
  }

  /// Whether both are, as far as they are written, one person.
  func isSame(as other: PersonName) -> Bool {
    !words.isEmpty && (words == other.words || ends(with: other) || other.ends(with: self))
  }

  /// Whether the other name stands behind a position; one word may be a part of anything.
  private func ends(with name: PersonName) -> Bool {
    beginsWithPosition && !name.beginsWithPosition && name.words.count > 1
      && words.suffix(name.words.count).elementsEqual(name.words)
  }

  /// A dash within a word is a part of it, one between blanks none.
  private static func words(of text: Substring) -> [String] {
    text.split { $0.isWhitespace || $0 == "." || $0 == ":" }.map(String.init).filter { $0 != "-" }
  }
}

/// What persons are addressed by, and degrees, as words in lower case; those without accents for
/// texts that have none.
private let titles: [[String]] = [
  "ông", "ong", "bà", "đồng chí", "dong chi", "đ/c", "d/c", "đc", "dc", "anh", "chị", "cô", "thầy",
  "thay", "ts", "ths", "gs", "pgs", "cn", "ks", "bs",
].map { $0.split(separator: " ").map(String.init) }

/// The positions of those who ask for waivers and approve them, as words in lower case.
private let positions: [[String]] = [
  "trưởng phòng", "phó trưởng phòng", "phó phòng", "tp", "trưởng ban", "phó trưởng ban", "phó ban",
  "giám đốc", "phó giám đốc", "chủ tịch", "phó chủ tịch", "chánh văn phòng",
  "phó chánh văn phòng", "hiệu trưởng", "phó hiệu trưởng", "chuyên viên", "kế toán", "cán bộ",
].map { $0.split(separator: " ").map(String.init) }
