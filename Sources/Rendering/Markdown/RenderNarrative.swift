/// The bytes of a file of prose with nothing but its headings: UTF-8 with BOM, CRLF.
public func renderBlankNarrative(_ headings: [String]) -> [UInt8] {
  let text = headings.map { "# \($0)\r\n\r\n\r\n" }.joined()
  return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
}
