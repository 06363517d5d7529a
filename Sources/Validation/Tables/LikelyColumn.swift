import Model

extension Headings {
  /// The heading that is most like that of `column`, preferring those that name nothing else.
  func nearest(to column: FileSchema.Column) -> String {
    let spare = unknown.prefix(mostCompared).filter { !$0.text.isEmpty }
    var best: (text: String, distance: Int)?
    for heading in spare.isEmpty ? known.map(\.heading) : spare {
      let limit = best.map { $0.distance - 1 } ?? .max
      if let distance = column.distance(from: heading.name, atMost: limit) {
        best = (heading.text, distance)
      }
    }
    return best?.text ?? ""
  }

  /// The columns that a heading with a few letters amiss names, of which a finding tells.
  var nearlyNamed: Set<ColumnKey> {
    Set(unknown.prefix(mostCompared).compactMap { likelyColumn(of: $0)?.key })
  }

  /// The column that `heading` is nearly the name of, among those that are not required and that no
  /// heading names.
  func likelyColumn(of heading: Heading) -> FileSchema.Column? {
    let mostAmiss = schema.columns.map(\.mostLettersAmiss).max() ?? 0
    var best: (column: FileSchema.Column, distance: Int)?
    for column in schema.columns where !column.isRequired && self[column.key] == nil {
      let limit = min(mostAmiss, best.map { $0.distance - 1 } ?? .max)
      if let distance = column.distance(from: heading.name, atMost: limit) {
        best = (column, distance)
      }
    }
    return best.flatMap { $0.column.isNearly(heading.name) ? $0.column : nil }
  }
}

extension FileSchema.Column {
  /// How many letters of `name` differ from the nearer of the column's two names; `nil` for more
  /// than `limit`.
  ///
  /// No name has as many letters as a text that is too long to be compared: such a text differs in
  /// all its own.
  fileprivate func distance(from name: String, atMost limit: Int) -> Int? {
    let length = name.unicodeScalars.count
    guard length <= longestCompared else { return length <= limit ? length : nil }
    return names.compactMap { own in
      let leastDistance = abs(length - own.unicodeScalars.count)
      guard leastDistance <= limit else { return nil }
      return editDistance(name, own)
    }
    .min().flatMap { $0 <= limit ? $0 : nil }
  }

  /// Beyond which no heading is nearly the column's.
  fileprivate var mostLettersAmiss: Int { names.map { $0.count / 4 }.max() ?? 0 }

  /// Whether one letter in four differs at most, and never in a name of three, where one letter
  /// makes another word.
  fileprivate func isNearly(_ name: String) -> Bool {
    let length = name.unicodeScalars.count
    return names.contains { own in
      let limit = own.count / 4
      return abs(length - own.unicodeScalars.count) <= limit && editDistance(name, own) <= limit
    }
  }
}

/// Letters of a heading that can be meant for a column's.
private let longestCompared = 100

/// Unknown headings that are compared with the columns; no table of an office has as many.
let mostCompared = 1000
