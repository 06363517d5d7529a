import Model

/// A section before it knows its number.
struct SectionDraft {
  let id: String
  let title: String
  let blocks: [Block]
  var subsections: [Section] = []
  /// Whether the unit's prose under this title already stands in `blocks`.
  var hasProse = false
}

/// The sections numbered I, II, III … in their order.
func numbered(_ drafts: [SectionDraft]) -> [Section] {
  drafts.enumerated().map { index, draft in
    Section(
      id: draft.id, number: roman(index + 1), title: draft.title, blocks: draft.blocks,
      subsections: draft.subsections)
  }
}

/// A Roman numeral; of 1 to 39, which is more than a report has sections.
func roman(_ number: Int) -> String {
  let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  return String(repeating: "X", count: number / 10) + units[number % 10]
}
