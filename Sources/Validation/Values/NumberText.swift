import Model

/// What a text says as a number written the Vietnamese way.
enum NumberText: Hashable, Sendable {
  /// A point that cannot stand between thousands was read as a decimal comma.
  case number(ExactDecimal, hasDecimalPoint: Bool)
  /// More digits than the pipeline takes.
  case tooLong(isWhole: Bool)
  case unreadable

  /// Reads `1.234.567,89`, `1 234`, `79,95`, and `79.95` with its point noted.
  init(_ text: String) {
    var body = text[...]
    let isNegative = body.first == "-"
    if isNegative { body.removeFirst() }
    let halves = body.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = halves.count == 2 ? halves[1] : nil
    if let whole = Self.whole(halves[0]), decimals.map(Self.isDigits) ?? true {
      self.init(whole, String(decimals ?? ""), isNegative: isNegative, hasDecimalPoint: false)
    } else if decimals == nil, let (whole, part) = Self.pointed(body) {
      self.init(whole, part, isNegative: isNegative, hasDecimalPoint: true)
    } else {
      self = .unreadable
    }
  }

  private init(
    _ whole: String, _ decimals: String, isNegative: Bool, hasDecimalPoint: Bool
  ) {
    guard let magnitude = Int64(whole + decimals),
      let number = ExactDecimal(
        significand: isNegative ? -magnitude : magnitude, scale: decimals.count)
    else {
      self = .tooLong(isWhole: decimals.isEmpty)
      return
    }
    self = .number(number, hasDecimalPoint: hasDecimalPoint)
  }

  /// The digits of a whole number, with points or blanks between its thousands or without.
  private static func whole(_ text: Substring) -> String? {
    if isDigits(text) { return String(text) }
    for isSeparator in [isPoint, isBlank] {
      let groups = text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
      guard groups.count > 1, groups.allSatisfy(isDigits), (1...3).contains(groups[0].count),
        groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { continue }
      return groups.joined()
    }
    return nil
  }

  private static func pointed(_ text: Substring) -> (String, String)? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy(isDigits) else { return nil }
    return (String(halves[0]), String(halves[1]))
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isPoint(_ character: Character) -> Bool { character == "." }

  /// A blank, also one that does not break a line: U+00A0, U+2009, U+202F.
  private static func isBlank(_ character: Character) -> Bool {
    [" ", "\u{A0}", "\u{2009}", "\u{202F}"].contains(character)
  }
}
