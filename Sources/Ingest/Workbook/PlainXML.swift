import Model

// The pieces of elements that are written in ASCII without references. Each function leaves `index`
// after what it takes, and takes nothing that an XML parser would refuse or read otherwise.

/// Steps over `word`, or stays where it is.
@inline(__always)
func skip(_ word: StaticString, in bytes: Span<UInt8>, at index: inout Int) -> Bool {
  let count = word.utf8CodeUnitCount
  guard index + count <= bytes.count else { return false }
  for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
  index += count
  return true
}

func skipBlanks(in bytes: Span<UInt8>, at index: inout Int) {
  while index < bytes.count, isBlank(bytes[index]) { index += 1 }
}

/// The name of the attribute that follows after a blank; `nil` at the end of the tag and for names
/// with other characters than letters, digits and a colon.
func attributeName(in bytes: Span<UInt8>, at index: inout Int) -> Range<Int>? {
  guard index + 1 < bytes.count, bytes[index] == TableByte.blank, Byte.isLetter(bytes[index + 1])
  else { return nil }
  let start = index + 1
  var end = start + 1
  while end < bytes.count, isInsideName(bytes[end]) { end += 1 }
  index = end
  return start..<end
}

/// The value of an attribute in double quotes; `nil` for an empty one.
func attributeValue(in bytes: Span<UInt8>, at index: inout Int) -> Range<Int>? {
  guard skip("=\"", in: bytes, at: &index) else { return nil }
  let start = index
  while index < bytes.count, isPlain(bytes[index]), bytes[index] != TableByte.quote { index += 1 }
  let value = start..<index
  return !value.isEmpty && skip("\"", in: bytes, at: &index) ? value : nil
}

/// Steps over the end of a tag and says whether it is also the end of its element; `nil` for
/// anything else.
func endOfTag(in bytes: Span<UInt8>, at index: inout Int) -> Bool? {
  if skip(">", in: bytes, at: &index) { return false }
  return skip("/>", in: bytes, at: &index) ? true : nil
}

/// The text up to the next tag, as far as it is plain.
func plainText(in bytes: Span<UInt8>, at index: inout Int) -> Range<Int> {
  let start = index
  while index < bytes.count, isPlain(bytes[index]) { index += 1 }
  return start..<index
}

/// Whether the byte is ASCII to be shown, and no mark of XML.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
  default: (0x20..<0x7F).contains(byte)
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == TableByte.blank || byte == TableByte.lineFeed || byte == TableByte.carriageReturn
    || byte == TableByte.tab
}

private func isInsideName(_ byte: UInt8) -> Bool {
  Byte.isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte)
}
