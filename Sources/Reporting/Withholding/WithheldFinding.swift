import Model

/// Findings about figures of few people, which quote them.
extension Plans {
  /// The finding with `…` in place of what it quotes; `nil` where that may be told.
  ///
  /// It may not where the plan of any year withholds something of the indicator and of the unit, where
  /// the figures themselves are small but could not be used, or where the finding quotes a small
  /// count. A row of counts by commune and group has no indicator.
  func withheld(_ finding: Finding, of unit: UnitRecord) -> Finding? {
    let isAboutFewPeople =
      switch finding.code {
      case .personCountsExceed: finding.quotedCounts.contains(where: isSmall)
      default: "VKX".contains(finding.code.family) && isAboutFewPeople(finding, of: unit)
      }
    return isAboutFewPeople ? finding.withoutCounts : nil
  }

  private func isAboutFewPeople(_ finding: Finding, of unit: UnitRecord) -> Bool {
    guard let indicator = finding.indicator,
      unit.assessment.indicator(indicator)?.indicator.measure.target != nil
    else { return false }
    if finding.quotedCounts.contains(where: isSmall) { return true }
    // Another indicator's counts may be quoted, which hang together with this one's.
    let related = unit.assessment.indicators.filter { other in
      other.indicator.id == indicator
        || finding.details["outer"] == other.indicator.id.rawValue
    }.map(\.indicator.id)
    let bodies = bodies(of: finding, in: unit)
    return related.contains { id in
      let sent =
        (unit.submission.figures[id]?.figures ?? []).filter { figure in
          bodies.contains(figure.office.map { unit.unit.code.office($0) } ?? unit.unit.code)
            || bodies == [unit.unit.code]
        } + bodies.flatMap { earlierFigures(id, of: $0) }
      return bodies.contains { hides(id, of: $0) } || sent.contains(where: period.isSmall)
    }
  }

  /// The office in whose folder the finding is, or else the unit itself.
  private func bodies(of finding: Finding, in unit: UnitRecord) -> [UnitCode] {
    guard unit.unit.office == nil, let folder = unit.submission.folder,
      let office = finding.place?.office(in: folder).flatMap(programme.office)
    else { return [unit.unit.code] }
    return [unit.unit.code, unit.unit.code.office(office.id)]
  }
}

extension Finding {
  /// What a finding says besides figures: places, names and limits of the programme.
  private static let otherDetails: Set<String> = [
    "place", "otherPlace", "rosterFile", "period", "columns", "column", "missing", "table", "name",
    "limit", "limitUnit", "children", "unit", "outer", "others", "form", "file",
  ]

  private var quoted: [String] {
    [value, expected] + details.filter { !Self.otherDetails.contains($0.key) }.values
  }

  /// The whole numbers that it quotes; that of an indicator, as in `T2`, is none.
  fileprivate var quotedCounts: [Int] {
    quoted.flatMap { text in
      text.split { !($0.isLetter || $0.isNumber || ".,%".contains($0)) }.compactMap { word in
        Int(word.last == "," || word.last == "." ? word.dropLast() : word)
      }
    }
  }

  /// The same finding with `…` for every number that it quotes.
  fileprivate var withoutCounts: Finding {
    Finding(
      code, unit: unit, indicator: indicator, place: place, value: value.withoutNumbers,
      expected: expected.withoutNumbers, clause: clause, office: office,
      details: Dictionary(
        uniqueKeysWithValues: details.map { name, text in
          (name, Self.otherDetails.contains(name) ? text : text.withoutNumbers)
        }))
  }
}

extension String {
  /// The text with `…` for every number that no letter goes before, with its separators and sign of
  /// per cent.
  fileprivate var withoutNumbers: String {
    replacing(/\b[0-9]+([.,][0-9]+)*%?/, with: "…")
  }
}
