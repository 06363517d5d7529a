import Model

/// One report in several formats says the same in each: what no result repeats, such as sums of
/// funding, is compared between them.
struct AgreementCheck {
  /// What the others are compared with.
  let reference: ReadDocument
  /// What is already known to differ from a result, which is not told again.
  let known: Set<KnownText>

  /// A text of a file.
  struct KnownText: Hashable {
    let file: String
    let text: String
  }

  /// The documents of one report, compared with the page, or with the first where there is none.
  static func differences(
    among documents: [ReadDocument], beside known: Set<KnownText>
  ) -> [Discrepancy] {
    let page = documents.first { $0.document.file.path.hasSuffix(".html") } ?? documents.first
    guard let page else { return [] }
    let check = AgreementCheck(reference: page, known: known)
    return documents.filter { $0.document.file.path != page.document.file.path }
      .flatMap(check.differences)
  }

  private func differences(of other: ReadDocument) -> [Discrepancy] {
    let own = Dictionary(grouping: reference.seen.tables, by: headings)
    let tables = other.seen.tables.flatMap { table in
      counterpart(of: table, among: own[headings(table)] ?? []).map {
        differences(of: table, from: $0, in: other)
      } ?? []
    }
    return tables + (other.isWorkbook ? [] : sentences(of: other))
  }

  /// The table of the page with the same headings: the only one, or the one with the same caption,
  /// which other words may follow.
  private func counterpart(of table: SeenTable, among candidates: [SeenTable]) -> SeenTable? {
    guard candidates.count > 1 else { return candidates.first }
    return candidates.first { table.caption.hasPrefix($0.caption) }
  }

  /// The headings without the marks of notes.
  private func headings(_ table: SeenTable) -> [String] {
    table.headings.map { heading in
      heading.firstRange(of: " [").map { String(heading[..<$0.lowerBound]) } ?? heading
    }
  }

  private func differences(
    of table: SeenTable, from expected: SeenTable, in other: ReadDocument
  ) -> [Discrepancy] {
    guard table.rows.count == expected.rows.count else {
      let place = SeenPlace(table: table.caption)
      return [
        difference(in: other, at: place, "\(table.rows.count)", "\(expected.rows.count)")
      ]
    }
    return zip(table.rows, expected.rows).flatMap { row, right in
      zip(row, right).enumerated().filter { isNew($1.0, $1.1, in: other) }.map { column, pair in
        var place = pair.0.place
        place.column = table.headings.indices.contains(column) ? table.headings[column] : nil
        return difference(in: other, at: place, pair.0.text, pair.1.text)
      }
    }
  }

  private func isNew(_ found: SeenText, _ expected: SeenText, in other: ReadDocument) -> Bool {
    let texts = [
      KnownText(file: other.document.file.path, text: found.text),
      KnownText(file: reference.document.file.path, text: expected.text),
    ]
    return !found.shows(the: expected) && known.isDisjoint(with: texts)
  }

  /// Sentences with figures that do not stand in the page, which describes its drawings besides.
  private func sentences(of other: ReadDocument) -> [Discrepancy] {
    let right = reference.seen.sentences
    return other.seen.texts.filter { !right.hold($0) }
      .map { difference(in: other, at: $0.place, $0.text, "") }
  }

  private func difference(
    in other: ReadDocument, at place: SeenPlace, _ found: String, _ expected: String
  ) -> Discrepancy {
    let source = reference.document.file.path
    return Discrepancy(
      .disagreement, in: other.document.file.path, at: place, found: found,
      expected: expected.isEmpty ? source : "\(expected) (\(source))")
  }
}

/// The texts of a document, to look sentences up in.
private struct Sentences {
  private let whole: Set<String>
  private let all: [String]

  init(_ texts: [String]) {
    all = texts.map(withoutMark)
    whole = Set(all)
  }

  /// Whether a sentence without figures or one that stands here, alone or in a longer text.
  func hold(_ text: SeenText) -> Bool {
    let sentence = withoutMark(text.text)
    guard sentence.contains(where: \.isNumber), !whole.contains(sentence) else { return true }
    return all.contains { longer in
      longer.hasPrefix(sentence + " ") || longer.hasSuffix(" " + sentence)
        || longer.contains(" \(sentence) ")
    }
  }
}

/// The text without the closing sign of a document.
private func withoutMark(_ text: String) -> String {
  text.hasSuffix("./.") ? String(text.dropLast(2)) : text
}

extension SeenDocument {
  fileprivate var sentences: Sentences { Sentences(texts.map(\.text) + tables.map(\.caption)) }
}

extension SeenText {
  /// Whether two documents show the same, each in its own manner.
  fileprivate func shows(the other: SeenText) -> Bool {
    if text == other.text || reads(as: other.text) { return true }
    guard let number = value else { return false }
    if other.value == number { return true }
    return CalendarDay(vietnamese: other.text).map { Double($0.ordinal) - dayZero == number }
      ?? false
  }
}

/// The day from which workbooks count, 30/12/1899.
private let dayZero = Double(CalendarDay(year: 1899, month: 12, day: 30)?.ordinal ?? 0)
