/// A text reduced to what two spellings of one Vietnamese name have in common.
///
/// Case, accents, tone placement (Hoà, Hòa), `đ`, punctuation and runs of blanks are dropped; what
/// stays are lower-case ASCII letters and digits in words set apart by one blank. Letters outside
/// the Vietnamese alphabet stay as they are. Takes NFC text; pure.
public func folded(_ text: String) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count)
  var pendingBlank = false
  for scalar in text.unicodeScalars {
    guard let letter = foldedLetter(scalar) else {
      pendingBlank = !result.isEmpty
      continue
    }
    if pendingBlank { result.append(UInt8(ascii: " ")) }
    pendingBlank = false
    if letter.isASCII {
      result.append(UInt8(truncatingIfNeeded: letter.value))
    } else {
      result += Array(String(letter).utf8)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Returns `nil` for what separates words.
private func foldedLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x30...0x39, 0x61...0x7A: return scalar
  case 0x41...0x5A: return Unicode.Scalar(scalar.value + 32)
  case 0..<0x80: return nil
  default:
    if let base = baseLetters[scalar] { return base }
    return scalar.properties.isAlphabetic ? scalar : nil
  }
}

private let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let families: [(Unicode.Scalar, String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
    ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
    // The Icelandic letter looks like Đ and is often typed for it.
    ("d", "đð"),
  ]
  var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
  for (base, family) in families {
    for scalar in family.unicodeScalars {
      letters[scalar] = base
      for upper in scalar.properties.uppercaseMapping.unicodeScalars { letters[upper] = base }
    }
  }
  return letters
}()
