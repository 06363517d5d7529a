import Model

/// What is wrong with the tags of one template, looked at by itself.
func problems(
  ofTemplate file: String, tags: [TemplateTag], unclosed: TextPlace?
) -> [Fault.Problem] {
  var problems = tags.compactMap { problem(of: $0, in: file) }
  if let unclosed {
    problems.append(Fault.Problem(file, unclosed, "Thẻ mở bằng {{ mà không có dấu đóng }}."))
  }
  return problems + problemsOfNesting(tags, in: file)
}

extension Fault.Problem {
  init(_ file: String, _ place: TextPlace, _ message: String) {
    self.init(file: file, line: place.line, column: place.column, message: message)
  }
}

/// Tags that the library would accept and that would defeat the escaping or the checks.
private func problem(of tag: TemplateTag, in file: String) -> Fault.Problem? {
  switch tag.kind {
  case .refused:
    Fault.Problem(
      file, tag.place,
      "Thẻ {{\(tag.name)}} không được dùng; chỉ dùng {{tên}}, {{#tên}}, {{^tên}}, {{/tên}}, "
        + "{{>mẫu}} và {{!ghi chú}}.")
  case .raw where !safeNames.contains(tag.name):
    Fault.Problem(
      file, tag.place,
      "{{{\(tag.name)}}} in nguyên văn, dễ làm hỏng trang; hãy viết {{\(tag.name)}}.")
  case .value, .opening, .closing:
    isName(tag.name)
      ? nil
      : Fault.Problem(
        file, tag.place,
        "Tên “\(tag.name)” không hợp lệ: tên chỉ gồm chữ cái không dấu và chữ số, hoặc là dấu chấm, "
          + "first(), last().")
  case .partial:
    tag.name.allSatisfy { isNameCharacter($0) || "/.-".contains($0) } && !tag.name.isEmpty
      ? nil
      : Fault.Problem(
        file, tag.place, "Tên mẫu “\(tag.name)” không hợp lệ; ví dụ đúng: html/table.")
  case .raw, .comment: nil
  }
}

/// Names of values that are safe as they stand: addresses that are encoded, and marks of Markdown.
private let safeNames: Set<String> = ["target", "indent", "bullet"]

private func isName(_ name: String) -> Bool {
  if [".", "first()", "last()"].contains(name) { return true }
  return !name.isEmpty && name.allSatisfy(isNameCharacter)
}

private func isNameCharacter(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber)
}

private func problemsOfNesting(_ tags: [TemplateTag], in file: String) -> [Fault.Problem] {
  var open: [TemplateTag] = []
  for tag in tags {
    switch tag.kind {
    case .opening: open.append(tag)
    case .closing:
      guard let last = open.popLast() else {
        return [Fault.Problem(file, tag.place, "{{/\(tag.name)}} đóng một phần chưa được mở.")]
      }
      guard last.name == tag.name else {
        let message =
          "{{/\(tag.name)}} không khớp với {{#\(last.name)}} ở dòng \(last.place.line); "
          + "phần mở sau phải đóng trước."
        return [Fault.Problem(file, tag.place, message)]
      }
    default: break
    }
  }
  return open.map { Fault.Problem(file, $0.place, "Phần {{#\($0.name)}} chưa có {{/\($0.name)}}.") }
}
