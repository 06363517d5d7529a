import Model

/// The words that a column takes, each with what it stands for; compared folded.
struct Vocabulary<Value: Sendable>: Sendable {
  /// The first spelling of each value is the one that messages show.
  let words: [(spelling: String, value: Value)]
  private let values: [String: Value]

  init(_ words: KeyValuePairs<String, Value>) {
    self.words = words.map { ($0.key, $0.value) }
    values = Dictionary(
      words.map { (folded($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `text` stands for, whatever its case and accents; `nil` for another text.
  subscript(text: String) -> Value? {
    // Folding drops signs, which would make "-1" a yes.
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace }) else { return nil }
    return values[folded(text)]
  }
}

extension Vocabulary where Value == Bool {
  static let yesNo = Vocabulary([
    "có": true, "không": false, "đạt": true, "không đạt": false, "x": true, "yes": true,
    "no": false, "true": true, "false": false, "1": true, "0": false,
  ])
}

extension Vocabulary where Value == FigureState {
  static let states = Vocabulary([
    "sơ bộ": .preliminary, "chính thức": .final, "preliminary": .preliminary, "final": .final,
  ])
}

extension Vocabulary where Value == Grade {
  static let grades = Vocabulary([
    "Tốt": Grade("Tốt", isFairOrBetter: true), "Khá": Grade("Khá", isFairOrBetter: true),
    "Trung bình": Grade("Trung bình"), "Không đạt": Grade("Không đạt"),
    "Chưa xếp loại": Grade("Chưa xếp loại"),
  ])
}

extension Vocabulary where Value == Feedback.Suitability {
  static let suitabilities = Vocabulary([
    "phù hợp": .suitable, "cần điều chỉnh": .needsAdjustment, "không phù hợp": .unsuitable,
    "suitable": .suitable, "needs adjustment": .needsAdjustment, "unsuitable": .unsuitable,
  ])
}

extension Vocabulary where Value == String {
  static let fundingSources = Vocabulary([
    "ngân sách nhà nước": "ngân sách nhà nước", "xã hội hóa": "xã hội hóa",
    "nguồn hợp pháp khác": "nguồn hợp pháp khác",
  ])
}

extension Vocabulary where Value == Commendation.Kind {
  static let commendationKinds = Vocabulary([
    "tập thể": .collective, "cá nhân": .person, "collective": .collective, "person": .person,
  ])
}

extension Vocabulary where Value == Tier {
  static let tiers = Vocabulary([
    "province": .province, "district": .district, "commune": .commune, "tỉnh": .province,
    "huyện": .district, "xã": .commune, "cấp tỉnh": .province, "cấp huyện": .district,
    "cấp xã": .commune,
  ])
}

/// How a body was graded (xếp loại).
struct Grade: Hashable, Sendable {
  /// As the rulebook writes it.
  let name: String
  /// Khá trở lên.
  let isFairOrBetter: Bool

  init(_ name: String, isFairOrBetter: Bool = false) {
    self.name = name
    self.isFairOrBetter = isFairOrBetter
  }
}
