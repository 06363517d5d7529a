import Model

/// What a template of a document can name, for one format.
func frame(of document: ReportDocument, for format: PageFormat) -> Frame {
  // A board is no administrative text and has no closing sign.
  let closes = document.kind != .board
  let last = document.sections.count - 1
  return [
    "title": document.title,
    "type": Absent.ifBlank(document.type),
    "subject": Absent.ifBlank(document.subject),
    "letterhead": document.letterhead.map(frame(of:)) ?? Absent(),
    "notices": document.notices,
    "bases": document.bases,
    "opening": document.opening.map { frame(of: $0, for: format) },
    "sections": document.sections.enumerated().map { index, section in
      frame(of: section, for: format, closes: closes && index == last, isLast: index == last)
    },
    "annexes": document.annexes.enumerated().map { index, annex in
      frame(
        of: annex, for: format, closes: closes, isLast: index == document.annexes.count - 1)
    },
    "colophon": Absent.ifBlank(document.colophon),
    "filters": Absent.ifEmpty(document.filters.map(frame(of:))),
    scriptSources: Absent(),
  ]
}

private func frame(of letterhead: Letterhead) -> Frame {
  let addressees = letterhead.addressees
  return [
    "parentBody": Absent.ifBlank(letterhead.parentBody),
    "issuerInSentence": Absent.ifBlank(letterhead.issuerInSentence),
    "issuingBody": letterhead.issuingBody,
    "numberSuffix": Absent.ifBlank(letterhead.numberSuffix),
    "place": letterhead.place,
    // One stands on the line of its heading, several stand below it.
    "addressee": Absent.ifBlank(addressees.count == 1 ? addressees.first : nil),
    "addressees": Absent.ifEmpty(addressees.count > 1 ? addressees : []),
    "signatory": Absent.ifEmpty(letterhead.signatory),
    "recipients": Absent.ifEmpty(letterhead.recipients),
  ]
}

/// A section of the first level with everything below it, flat: templates cannot recurse.
private func frame(
  of section: Section, for format: PageFormat, closes: Bool, isLast: Bool
) -> Frame {
  let parts = flattened(section, level: 1)
  let lastPart = parts.lastIndex { !$0.section.blocks.isEmpty }
  let endsInParagraph =
    lastPart.flatMap { parts[$0].section.blocks.last?.isParagraph } ?? false
  return [
    "id": section.id,
    "number": Absent.ifBlank(section.number),
    "title": section.title,
    "parts": parts.enumerated().map { index, part in
      frame(of: part, for: format, closes: closes && index == lastPart)
    },
    "closesAlone": closes && !endsInParagraph,
    // The template library's own `last()` does not reach into an included template.
    "isLast": isLast,
  ]
}

private struct Part {
  let section: Section
  let level: Int
}

private func flattened(_ section: Section, level: Int) -> [Part] {
  [Part(section: section, level: level)]
    + section.subsections.flatMap { flattened($0, level: level + 1) }
}

private func frame(of part: Part, for format: PageFormat, closes: Bool) -> Frame {
  let section = part.section
  let last = section.blocks.count - 1
  return [
    "id": section.id,
    "number": Absent.ifBlank(section.number),
    "title": section.title,
    "isFirstLevel": part.level == 1,
    "isSecondLevel": part.level == 2,
    "isLowerLevel": part.level > 2,
    "blocks": section.blocks.enumerated().map { index, block in
      frame(of: block, for: format, inLevel: part.level, closes: closes && index == last)
    },
  ]
}
