/// A section of the reports in which a unit's own prose is printed.
public struct ProseSection: Hashable, Sendable {
  /// As the report prints it.
  public let title: String
  /// The tiers whose reports have it.
  public let tiers: Set<Tier>
  /// Whether only the unit can tell it: where it does not, that is a finding.
  public let isExpected: Bool

  public init(_ title: String, of tiers: Set<Tier>, isExpected: Bool) {
    self.title = title
    self.tiers = tiers
    self.isExpected = isExpected
  }
}

/// The prose of a unit (thuyết minh), by the headings of `thuyet-minh.md`.
public struct Narrative: Hashable, Sendable {
  public struct Passage: Hashable, Sendable {
    /// The title of the section that the passage belongs to; `nil` when its heading names none.
    public let section: String?
    /// As it was typed, without its number; empty before the first heading.
    public let heading: String
    /// Where its heading stands, or its first words.
    public let place: SourcePlace
    public let blocks: [ProseBlock]

    public init(section: String?, heading: String, place: SourcePlace, blocks: [ProseBlock]) {
      self.section = section
      self.heading = heading
      self.place = place
      self.blocks = blocks
    }
  }

  public let passages: [Passage]

  public init(passages: [Passage]) { self.passages = passages }

  public static let none = Narrative(passages: [])

  /// The prose of the section with this title.
  public func blocks(under title: String) -> [ProseBlock] {
    passages.filter { $0.section == title }.flatMap(\.blocks)
  }

  /// What stands under no section's heading, so that nothing that was written is lost.
  public var others: [Passage] { passages.filter { $0.section == nil && !$0.blocks.isEmpty } }
}
