/// `text` with every `_xHHHH_` as the UTF-16 unit that it stands for.
public func withoutEscapes(_ text: [UInt8]) -> [UInt8] {
  guard text.contains(UInt8(ascii: "_")) else { return text }
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var units: [UInt16] = []
  var index = 0
  while index < text.count {
    if let unit = escapedUnit(in: text, at: index) {
      units.append(unit)
      index += 7
      continue
    }
    result += takeText(of: &units)
    result.append(text[index])
    index += 1
  }
  return result + takeText(of: &units)
}

/// Escapes side by side may be the two halves of one character.
private func takeText(of units: inout [UInt16]) -> [UInt8] {
  defer { units.removeAll(keepingCapacity: true) }
  return units.isEmpty ? [] : Array(String(decoding: units, as: UTF16.self).utf8)
}

private func escapedUnit(in text: [UInt8], at index: Int) -> UInt16? {
  guard text[index] == UInt8(ascii: "_"), index + 6 < text.count,
    text[index + 1] | 0x20 == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
  else { return nil }
  var unit: UInt16 = 0
  for byte in text[(index + 2)..<(index + 6)] {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
    unit = unit << 4 | UInt16(digit)
  }
  return unit
}
