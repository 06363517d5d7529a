import Model

/// What in the markup of a page's template would let text become code, or the page fetch something.
///
/// The text of a template is followed from left to right as a page is read; sections do not change
/// where the next tag stands.
func problemsOfMarkup(in text: String, file: String) -> [Fault.Problem] {
  var scan = MarkupScan(bytes: Array(text.utf8), file: file)
  scan.run()
  return scan.problems
}

/// What in a style sheet would make a page fetch something.
func problemsOfStyle(in text: String, file: String) -> [Fault.Problem] {
  var scan = MarkupScan(bytes: Array(text.utf8), file: file)
  scan.refuse("@import", "Tệp kiểu trình bày không được tải tệp khác (@import).")
  for address in ["url(http", "url(\"http", "url('http", "url(//", "url(\"//", "url('//"] {
    scan.refuse(address, "Tệp kiểu trình bày không được tải gì từ mạng (url).")
  }
  return scan.problems
}

private struct MarkupScan {
  private enum State {
    case text
    case comment
    /// Inside the angle brackets of an element, outside quotes.
    case tag
    case quoted(UInt8)
  }

  let bytes: [UInt8]
  let file: String
  private(set) var problems: [Fault.Problem] = []
  private var state = State.text
  private var position = 0
  /// Where the tag that is read begins.
  private var tagStart = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func run() {
    while position < bytes.count {
      if starts(with: "{{") {
        readTemplateTag()
      } else {
        readByte()
      }
    }
  }

  /// Refuses every place where `words` stand, in whatever case.
  mutating func refuse(_ words: String, _ message: String) {
    for offset in bytes.indices where holds(words, at: offset) { report(message, at: offset) }
  }

  private mutating func readTemplateTag() {
    let start = position
    let isRaw = starts(with: "{{{")
    let end = first(isRaw ? "}}}" : "}}", from: position) ?? bytes.count
    let sign = position + 2 < bytes.count ? bytes[position + 2] : 0
    position = min(bytes.count, end + (isRaw ? 3 : 2))
    let isValue = !"#^/>!".utf8.contains(sign)
    guard isValue, case .tag = state else { return }
    report(
      "Giá trị trong thẻ HTML phải đặt trong dấu nháy, ví dụ href=\"{{target}}\".", at: start)
  }

  private mutating func readByte() {
    let byte = bytes[position]
    switch state {
    case .comment:
      if starts(with: "-->") { state = .text }
    case .quoted(let mark):
      if byte == mark { state = .tag }
    case .tag:
      if byte == UInt8(ascii: ">") {
        endTag()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .quoted(byte)
      }
    case .text:
      if starts(with: "<!--") {
        state = .comment
      } else if byte == UInt8(ascii: "<"), isTagStart(position + 1) {
        state = .tag
        tagStart = position
      }
    }
    position += 1
  }

  private func isTagStart(_ offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    return Character(Unicode.Scalar(bytes[offset])).isLetter
  }

  private mutating func endTag() {
    state = .text
    let content = String(decoding: bytes[tagStart...position], as: UTF8.self).lowercased()
    let name = content.dropFirst().prefix { $0.isLetter || $0.isNumber }
    if name == "script" {
      checkScript()
    } else if fetchingElements.contains(String(name)) {
      report("Trang không được có <\(name)>: báo cáo là một tệp tự đủ.", at: tagStart)
    }
    if let handler = content.firstMatch(of: /[\s"']on[a-z]+\s*=/) {
      let attribute = String(handler.output.dropFirst().prefix { $0.isLetter })
      report("Thuộc tính \(attribute) chạy mã lệnh, không được dùng trong mẫu.", at: tagStart)
    }
    if content.contains("javascript:") {
      report("Địa chỉ javascript: chạy mã lệnh, không được dùng trong mẫu.", at: tagStart)
    }
    if content.contains(/\ssrc\s*=\s*["']?(https?:|\/\/)/) {
      report("Trang không được tải gì từ mạng (src); báo cáo là một tệp tự đủ.", at: tagStart)
    }
  }

  /// A script is a file of its own, which the page inserts and its policy names.
  private mutating func checkScript() {
    let start = position + 1
    guard let end = first("</script", from: start) else {
      return report("Thẻ <script> chưa có </script>.", at: tagStart)
    }
    let content = String(decoding: bytes[start..<end], as: UTF8.self)
    position = end - 1
    guard content.wholeMatch(of: /\s*\{\{>\s*[A-Za-z0-9-]+\.js\s*\}\}\s*/) == nil else { return }
    report(
      "Mẫu không được có mã lệnh; <script> chỉ được chèn một tệp, ví dụ {{>board.js}}.",
      at: tagStart)
  }

  private func starts(with words: String) -> Bool { holds(words, at: position) }

  private func holds(_ words: String, at offset: Int) -> Bool {
    guard offset + words.utf8.count <= bytes.count else { return false }
    return zip(words.utf8, bytes[offset...]).allSatisfy { wanted, byte in
      wanted == ((65...90).contains(byte) ? byte + 32 : byte)
    }
  }

  private func first(_ words: String, from start: Int) -> Int? {
    bytes.indices.dropFirst(start).first { holds(words, at: $0) }
  }

  private mutating func report(_ message: String, at offset: Int) {
    var scan = TagScan(bytes: bytes)
    problems.append(Fault.Problem(file, scan.place(of: offset), message))
  }
}

/// Elements that fetch something, or that change what the rest of a page fetches.
private let fetchingElements: Set<String> = [
  "applet", "audio", "base", "embed", "frame", "iframe", "link", "object", "portal", "video",
]
