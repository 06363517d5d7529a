import Foundation
import Model

/// Text in NFC.
struct ComposedText {
  let utf8: [UInt8]
  /// The first line with letters that were written as a base and marks.
  let firstDecomposedLine: Int?
}

/// Valid UTF-8 in NFC, line by line, so that only lines that need it are made anew.
func composed(_ utf8: [UInt8]) -> ComposedText {
  guard !isKnownNFC(utf8[...]) else { return ComposedText(utf8: utf8, firstDecomposedLine: nil) }
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var first: Int?
  var lines = PhysicalLines(of: utf8)
  while let range = lines.next() {
    let line = utf8[range]
    if isKnownNFC(line) {
      result += line
    } else {
      let text = String(decoding: line, as: UTF8.self).precomposedStringWithCanonicalMapping
      if first == nil, hasMark(line), !text.utf8.elementsEqual(line) { first = lines.line }
      result += text.utf8
    }
    result += utf8[range.upperBound..<startOfLine(in: utf8, afterEndAt: range.upperBound)]
  }
  return ComposedText(utf8: result, firstDecomposedLine: first)
}

/// Whether no letter of `bytes` needs a look at its neighbours: ASCII, Latin letters up to U+02FF, and
/// what `isComposed` knows.
private func isKnownNFC(_ bytes: ArraySlice<UInt8>) -> Bool {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    switch bytes[index] {
    case 0..<0x80: index += 1
    case 0xC2...0xCB: index += 2
    case 0xE1, 0xE2:
      guard index + 2 < bytes.endIndex,
        isComposed(bytes[index], bytes[index + 1], bytes[index + 2])
      else { return false }
      index += 3
    default: return false
    }
  }
  return true
}

/// Whether a combining mark, U+0300 to U+036F, stands in `bytes`.
private func hasMark(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.indices.contains { index in
    bytes[index] == 0xCC
      || bytes[index] == 0xCD && index + 1 < bytes.endIndex && bytes[index + 1] < 0xB0
  }
}
