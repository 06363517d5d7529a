extension Character {
  /// The columns that a terminal gives the character: 2 for East Asian letters and pictures.
  var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    return wideLetters.contains { $0.contains(first.value) } ? 2 : 1
  }
}

extension StringProtocol {
  /// The columns that a terminal gives the text.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text with nothing in it that could steer a terminal or turn its direction.
  ///
  /// A tab becomes an arrow and a line end the sign of one, so that they have a width; other control
  /// and format characters become U+FFFD.
  var printable: String {
    var view = String.UnicodeScalarView()
    for character in self {
      if character.isNewline {
        view.append("⏎")
      } else {
        view.append(contentsOf: character.unicodeScalars.map(shown))
      }
    }
    return String(view)
  }
}

private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar == "\t" { return "→" }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return "\u{FFFD}"
  default: return scalar
  }
}

private let wideLetters: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F9FF,
  0x20000...0x3FFFD,
]
