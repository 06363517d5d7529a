import Model

extension Headings {
  /// The heading that is most like that of `column`, preferring those that name nothing else.
  func nearest(to column: FileSchema.Column) -> String {
    let spare = unknown.map(\.text).filter { !$0.isEmpty }
    let names = spare.isEmpty ? known.map(\.heading.text) : spare
    return names.min { column.distance(from: $0) < column.distance(from: $1) } ?? ""
  }

  /// The column that `heading` is nearly the name of, among those that are not required and that no
  /// heading names.
  func likelyColumn(of heading: Heading) -> FileSchema.Column? {
    let candidates = schema.columns.filter { !$0.isRequired && self[$0.key] == nil }
    let nearest = candidates.min {
      $0.distance(from: heading.text) < $1.distance(from: heading.text)
    }
    return nearest.flatMap { $0.isNearly(heading.text) ? $0 : nil }
  }
}

extension FileSchema.Column {
  private var names: [String] { [packed(folded(heading)), packed(folded(key.rawValue))] }

  /// How many letters of `text` differ from the nearer of the column's two names.
  fileprivate func distance(from text: String) -> Int {
    let word = packed(folded(text))
    return names.map { editDistance(word, $0) }.min() ?? 0
  }

  /// Whether one letter in four differs at most, and never in a name of three, where one letter
  /// makes another word.
  fileprivate func isNearly(_ text: String) -> Bool {
    let word = packed(folded(text))
    return names.contains { editDistance(word, $0) * 4 <= $0.count }
  }
}
