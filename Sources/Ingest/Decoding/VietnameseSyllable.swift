/// Whether `word` is one Vietnamese syllable by its letters: an initial, a rhyme and at most one
/// tone, in any case.
///
/// Chance seldom makes syllables: text read in a wrong encoding has next to none, which is how it is
/// told apart. Takes NFC text.
func isVietnameseSyllable(_ word: String) -> Bool {
  var toneless = String.UnicodeScalarView()
  var tones = 0
  for scalar in word.unicodeScalars {
    guard let letter = letters[scalar] else { return false }
    toneless.append(letter.base)
    if letter.hasTone { tones += 1 }
  }
  let syllable = String(toneless)
  return tones < 2
    && initials.contains { initial in
      syllable.hasPrefix(initial) && rhymes.contains(String(syllable.dropFirst(initial.count)))
    }
}

/// Whether `scalar` is a letter of the Vietnamese alphabet, with or without tone, in either case.
func isVietnameseLetter(_ scalar: Unicode.Scalar) -> Bool { letters[scalar] != nil }

private struct Letter {
  /// In lower case, without tone.
  let base: Unicode.Scalar
  let hasTone: Bool
}

private let letters: [Unicode.Scalar: Letter] = {
  let families = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "q", "r",
    "s", "t", "v", "x",
  ]
  var letters: [Unicode.Scalar: Letter] = [:]
  for family in families {
    guard let base = family.unicodeScalars.first else { continue }
    for scalar in family.unicodeScalars {
      let letter = Letter(base: base, hasTone: scalar != base)
      letters[scalar] = letter
      for upper in scalar.properties.uppercaseMapping.unicodeScalars { letters[upper] = letter }
    }
  }
  return letters
}()

private let initials = [
  "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
  "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
]

private let rhymes = Set(
  """
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
  o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op \
  ot oăc oăm oăn oăng oăt ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
  u ua uc ui um un ung up ut uy uya uych uynh uyt uyu uyên uyêt uân uâng uât uây uê uêch uênh \
  uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
  y yêm yên yêng yêt yêu ynh yt
  """.split(separator: " ").map(String.init))
