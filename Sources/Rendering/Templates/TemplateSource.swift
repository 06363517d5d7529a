import Model
import Mustache

let templateEnding = ".mustache"
let styleSheet = "style.css"
let boardScript = "board.js"

/// The files that pages include by their own names, as they stand.
let insertedFiles: Set<String> = [styleSheet, boardScript]

/// The text of one template before it is parsed.
struct TemplateSource {
  let file: String
  /// By which other templates include it.
  let name: String
  let format: PageFormat
  /// Without a byte order mark, and with line breaks of one character.
  let text: String
  let tags: [TemplateTag]
  /// The place of a tag that never ends.
  private let unclosed: TextPlace?

  /// The templates among `files`, in the order of their names.
  static func all(in files: [String: String]) -> [TemplateSource] {
    files.keys.sorted().compactMap { file in
      files[file].flatMap { TemplateSource(file: file, text: $0) }
    }
  }

  private init?(file: String, text: String) {
    if insertedFiles.contains(file) {
      (name, format) = (file, .html)
    } else {
      guard file.hasSuffix(templateEnding), let format = PageFormat(ofTemplate: file) else {
        return nil
      }
      (name, self.format) = (String(file.dropLast(templateEnding.count)), format)
    }
    self.file = file
    let scalars = text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }
    self.text = String(String.UnicodeScalarView(scalars))
    (tags, unclosed) = TemplateTag.all(in: self.text)
  }

  func problems() -> [Fault.Problem] {
    if insertedFiles.contains(file) {
      // A style sheet or a script ends at the first end tag in it, wherever that stands.
      if let less = text.utf8.firstIndex(of: UInt8(ascii: "<")) {
        var scan = TagScan(bytes: Array(text.utf8))
        let place = scan.place(of: text.utf8.distance(from: text.utf8.startIndex, to: less))
        return [Fault.Problem(file, place, "Tệp này không được có dấu <.")]
      }
      if file == boardScript, let tag = tags.first {
        return [Fault.Problem(file, tag.place, "Tệp mã lệnh không được có thẻ {{…}}.")]
      }
    }
    return problemsOfContent()
      + Rendering.problems(ofTemplate: file, tags: tags, unclosed: unclosed)
  }

  /// What the text around the tags is wrong in.
  private func problemsOfContent() -> [Fault.Problem] {
    if text.allSatisfy(\.isWhitespace) || (isEntry && isOnlyComment) {
      let message =
        isEntry
        ? "Mẫu này trống, văn bản sẽ không có gì."
        : "Tệp này trống; muốn bỏ phần này thì xóa chỗ chèn nó."
      return [Fault.Problem(file: file, line: 1, column: 1, message: message)]
    }
    if file == styleSheet { return problemsOfStyle(in: text, file: file) }
    return format == .html ? problemsOfMarkup(in: text, file: file) : []
  }

  private var isEntry: Bool { PageFormat.kinds.contains { format.entry($0) == name } }

  private var isOnlyComment: Bool {
    text.replacing(/\{\{![^}]*\}\}/, with: "").allSatisfy(\.isWhitespace)
  }

  /// What the template library found and the checks before it did not.
  func problem(for error: any Error) -> Fault.Problem {
    let context = (error as? MustacheTemplate.ParserError)?.context
    return Fault.Problem(
      file: file, line: context.map { $0.lineNumber - 1 }, column: context?.columnNumber,
      message: "Mẫu sai cú pháp ở chỗ này.")
  }
}
