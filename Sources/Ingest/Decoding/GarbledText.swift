import Model

/// Text in Unicode that was once read in a wrong encoding, or copied with a wrong letter.
struct GarbledText {
  /// What happened, which decides how it is mended.
  let code: FindingCode
  let encoding: String
  /// The code page that shows the original file rightly, as spreadsheets name it.
  let codePage: String?
  /// The first line that shows it, and the word.
  let line: Int
  let word: String

  func finding(at file: SourcePlace) -> Finding {
    var details = ["encoding": encoding, "line": String(line)]
    details["codePage"] = codePage
    return Finding(
      code, place: file.cell(line: line), value: word, details: details)
  }
}

/// Finds words that are no Vietnamese as they stand and are Vietnamese syllables when their letters
/// are taken for the bytes of another encoding; `nil` for readable text.
///
/// Three different words make it certain, two in a text without any letter that only Vietnamese has,
/// if they are half of the words that have a foreign letter or sign: a name or a footnote mark never
/// does. Takes valid UTF-8.
func garbledText(in utf8: [UInt8]) -> GarbledText? {
  var search = GarbledWords()
  var lines = PhysicalLines(of: utf8)
  let text = utf8.span
  while !search.isCertain, let range = lines.next() {
    search.take(text.extracting(range), line: lines.line)
  }
  return search.conclusion
}

/// Looks for such words in one line of text after another.
struct GarbledWords {
  private var line = 1
  private var hasVietnamese = false
  private var suspects: Set<String> = []
  private var words: [LegacyEncoding: Set<String>] = [:]
  private var first: [LegacyEncoding: GarbledText] = [:]
  private var copied: GarbledText?

  /// Whether nothing that follows can change the conclusion.
  var isCertain: Bool { copied != nil }

  var conclusion: GarbledText? {
    if let copied { return copied }
    let needed = max(hasVietnamese ? 3 : 2, (suspects.count + 1) / 2)
    let found = LegacyEncoding.allCases.filter { (words[$0]?.count ?? 0) >= needed }
    return found.max { (words[$0]?.count ?? 0) < (words[$1]?.count ?? 0) }.flatMap { first[$0] }
  }

  /// Takes the next line.
  mutating func take(_ text: Span<UInt8>, line: Int) {
    guard hasSuspect(text) else { return }
    self.line = line
    var word = String.UnicodeScalarView()
    for scalar in string(of: text).unicodeScalars {
      if isInsideWord(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        inspect(word)
        word = String.UnicodeScalarView()
      }
    }
    inspect(word)
  }

  /// Looks at bytes only, for nearly every line has none.
  private mutating func hasSuspect(_ utf8: Span<UInt8>) -> Bool {
    var index = 0
    var previous: UInt8 = TableByte.blank
    while index + 1 < utf8.count {
      let byte = utf8[index]
      if (0xC2...0xC9).contains(byte) {
        let value = UInt32(byte & 0x1F) << 6 | UInt32(utf8[index + 1] & 0x3F)
        let isPlain = isPlainLatinLetter[Int(value) - 0x80]
        let isTone = (value == 0xCC || value == 0xD2) && (0x61...0x7A).contains(previous)
        if !isPlain || isTone { return true }
        if byte > 0xC3 { hasVietnamese = true }
        index += 1
      } else if byte == 0xE1 {
        hasVietnamese = true
      }
      previous = byte
      index += 1
    }
    return false
  }

  private mutating func inspect(_ word: String.UnicodeScalarView) {
    var previous: Unicode.Scalar = " "
    var isSuspicious = false
    for scalar in word {
      isSuspicious = isSuspicious || isForeign(scalar, after: previous)
      previous = scalar
    }
    if isSuspicious { judge(word) }
  }

  private mutating func judge(_ word: String.UnicodeScalarView) {
    let spelling = String(word)
    guard suspects.insert(spelling).inserted else { return }
    if let mended = withoutCopyArtefact(word), isVietnameseSyllable(mended) {
      copied = GarbledText(
        code: .lookAlikeLetter, encoding: "ƣ (U+01A3)", codePage: nil, line: line, word: spelling)
    }
    let bytes = word.compactMap(CodePage.byte(ofWindows1252:))
    guard bytes.count == word.count, bytes.contains(where: { $0 < 0x80 }) else { return }
    for encoding in LegacyEncoding.allCases {
      guard let candidate = encoding.word(bytes), isVietnameseSyllable(candidate) else { continue }
      words[encoding, default: []].insert(spelling)
      if first[encoding] == nil {
        let codePage = encoding.codePage
        first[encoding] = GarbledText(
          code: codePage == nil ? .encodingNotSupported : .textMisread,
          encoding: encoding.nameWhenGarbled, codePage: codePage, line: line, word: spelling)
      }
    }
  }
}

extension LegacyEncoding {
  fileprivate var nameWhenGarbled: String {
    switch self {
    case .windows1258: "Windows-1258 → Windows-1252"
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .utf8: "UTF-8 → Windows-1252"
    }
  }

  /// The code page to choose when the file is opened anew; `nil` for a font's own encoding.
  fileprivate var codePage: String? {
    switch self {
    case .windows1258: "1258: Vietnamese (Windows)"
    case .tcvn3, .vni: nil
    case .utf8: "65001: Unicode (UTF-8)"
    }
  }
}

private func string(of text: Span<UInt8>) -> String {
  text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
}

/// ASCII letters, and everything beyond ASCII but blanks: the bytes of a letter that was read wrongly
/// may look like signs.
private func isInsideWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x80: Byte.isLetter(UInt8(scalar.value))
  case 0xA0, 0x2000...0x200F, 0x202F, 0x2060, 0x3000, 0xFEFF: false
  default: true
  }
}

/// For U+0080 to U+027F: whether it is a letter or blank that readable Vietnamese may have.
let isPlainLatinLetter: [Bool] = (0x80..<0x280).map { (value: UInt32) in
  Unicode.Scalar(value).map { $0 == "\u{A0}" || !isForeign($0, after: " ") } ?? false
}

/// Whether `scalar` is a Latin letter or sign that no Vietnamese word has.
private func isForeign(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
  switch scalar {
  // Looks like Đ and is often typed for it.
  case "\u{D0}", "\u{F0}": false
  // Capitals after a small letter are the tones of Windows-1258.
  case "\u{CC}", "\u{D2}": ("a"..."z").contains(previous)
  case "\u{80}"..."\u{24F}": !isVietnameseLetter(scalar)
  default: false
  }
}

/// `word` with ƯƠ letters in place of the look-alike `ƣ` that copying from some PDF files gives.
private func withoutCopyArtefact(_ word: String.UnicodeScalarView) -> String? {
  guard word.contains(where: { $0 == "\u{1A3}" || $0 == "\u{1A2}" }) else { return nil }
  return String(
    String.UnicodeScalarView(word.map { $0 == "\u{1A3}" || $0 == "\u{1A2}" ? "ư" : $0 })
  )
  .lowercased()
}
