import Model

/// Which template includes which.
struct TemplateGraph: Sendable {
  /// Name of a template, which is its file without `.mustache` → its tags in order.
  let tags: [String: [TemplateTag]]
  /// Name of a template → its file.
  let files: [String: String]

  /// The templates that take part when `entry` is rendered, in the order of their names.
  func reach(of entry: String) -> [String] {
    var found: Set<String> = [entry]
    var pending = [entry]
    while let name = pending.popLast() {
      for partial in partials(of: name) where found.insert(partial.name).inserted {
        pending.append(partial.name)
      }
    }
    return found.sorted()
  }

  /// Where the templates of `entry` name one of `names`.
  func places(of names: Set<String>, from entry: String) -> [(file: String, tag: TemplateTag)] {
    reach(of: entry).flatMap { template in
      (tags[template] ?? []).compactMap { tag in
        let asksForValue = [.value, .raw, .opening].contains(tag.kind)
        guard asksForValue, names.contains(tag.name) else { return nil }
        return (files[template] ?? template, tag)
      }
    }
  }

  /// Templates that are included but do not exist, are of another format, or include themselves.
  ///
  /// The last would overflow the stack of the template library.
  func problems() -> [Fault.Problem] {
    tags.keys.sorted().flatMap { name in
      partials(of: name).compactMap { partial in
        guard let message = objection(to: partial.name, in: name) else { return nil }
        return Fault.Problem(files[name] ?? name, partial.place, message)
      }
    }
  }

  private func objection(to partial: String, in name: String) -> String? {
    guard tags[partial] != nil else {
      let file = insertedFiles.contains(partial) ? partial : partial + templateEnding
      return "Không có mẫu “\(partial)”; hãy tạo tệp \(file) hoặc sửa tên."
    }
    let isInserted = insertedFiles.contains(partial) && PageFormat(ofTemplate: name) == .html
    guard isInserted || PageFormat(ofTemplate: partial) == PageFormat(ofTemplate: name) else {
      return "Mẫu “\(partial)” thuộc định dạng khác nên không được chèn vào đây."
    }
    guard !reach(of: partial).contains(name) else {
      return "Mẫu “\(partial)” lại chèn chính mẫu này, thành vòng lặp không dứt."
    }
    return nil
  }

  private func partials(of name: String) -> [TemplateTag] {
    (tags[name] ?? []).filter { $0.kind == .partial }
  }
}
