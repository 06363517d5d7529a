import Model

/// One file of prose, its headings judged.
struct NarrativeFile: Sendable {
  let file: String
  let passages: [Narrative.Passage]
  let findings: [Finding]

  init(_ prose: SourceProse, of office: OfficeID?, in scope: UnitScope) {
    file = prose.file
    let sections = scope.context.proseSections.filter { $0.tiers.contains(scope.unit.tier) }
    var sorting = PassageSorting(titles: sections.map(\.title), file: prose.file, office: office)
    for element in prose.elements { sorting.add(element) }
    (passages, findings) = sorting.finished()
  }
}

/// Sorts blocks under the headings that begin a passage.
///
/// A heading that names a section begins it, whatever its level; a deeper one stands inside the
/// passage; any other begins a passage of its own.
private struct PassageSorting {
  private let titles: [(title: String, words: [String])]
  private let file: String
  private let office: OfficeID?
  private var passages: [Narrative.Passage] = []
  private var findings: [Finding] = []
  private var section: String?
  private var heading = ""
  /// The level of the passage's heading; `nil` before the first.
  private var level: Int?
  private var line = 1
  private var blocks: [ProseBlock] = []

  init(titles: [String], file: String, office: OfficeID?) {
    self.titles = titles.map { ($0, foldedWords($0)) }
    self.file = file
    self.office = office
  }

  mutating func add(_ element: SourceProse.Element) {
    guard case .heading(let level, let text) = element.block else {
      if blocks.isEmpty, self.level == nil { line = element.line }
      return blocks.append(element.block)
    }
    let name = ProseHeading(text)
    if let title = titles.first(where: { name.names($0.words) })?.title {
      return begin(title, text, level, element.line)
    }
    if section == nil { findings += nearMiss(name, text, element.line) }
    if let own = self.level, level > own {
      return blocks.append(.heading(level: level - own, text))
    }
    if section != nil { findings += nearMiss(name, text, element.line) }
    begin(nil, name.withoutNumber, level, element.line)
  }

  mutating func finished() -> ([Narrative.Passage], [Finding]) {
    close()
    return (passages, findings)
  }

  private mutating func begin(_ section: String?, _ heading: String, _ level: Int, _ line: Int) {
    close()
    (self.section, self.heading, self.level, self.line) = (section, heading, level, line)
  }

  private mutating func close() {
    if level != nil || !blocks.isEmpty {
      passages.append(
        Narrative.Passage(
          section: section, heading: heading, place: SourcePlace(file: file, line: line),
          blocks: blocks))
    }
    blocks = []
  }

  private func nearMiss(_ name: ProseHeading, _ text: String, _ line: Int) -> [Finding] {
    guard let near = titles.first(where: { name.nearlyNames($0.words) }) else { return [] }
    return [
      Finding(
        .proseHeadingNearMiss, place: SourcePlace(file: file, line: line), value: text,
        expected: near.title, office: office)
    ]
  }
}
