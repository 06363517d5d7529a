import Model

/// Notes each list of bodies beside which nothing says how many there are, with the number read: a
/// row lost from it changes a figure and contradicts nothing.
///
/// The register knows the communes. For other bodies a total typed in `so-lieu.csv` does, for any
/// indicator that is counted from the list, or a second list.
func findingsOfUncontrolledRosters(in files: UnitFiles, _ scope: UnitScope) -> [Finding] {
  files.rosters.filter { $0.roster.kind != .communes }.compactMap { list in
    let counted = scope.indicators.filter(list.counts)
    guard !counted.isEmpty, !counted.contains(where: files.hasControl) else { return nil }
    return Finding(
      .rosterUncontrolled, place: SourcePlace(file: list.roster.file), office: list.roster.office,
      details: [
        "count": VietnameseNumber.count(list.roster.entries.count),
        "indicators": counted.map(\.id.rawValue).joined(separator: ", "),
      ])
  }
}

extension RosterFile {
  /// Whether `indicator` is counted from the list.
  fileprivate func counts(_ indicator: Indicator) -> Bool {
    guard case .roster(roster.kind, let test) = indicator.source else { return false }
    return answers(test)
  }
}

extension UnitFiles {
  /// Whether something else says how many bodies `indicator` is about; or may say it, in a row or a
  /// file that cannot be read and has a finding of its own.
  fileprivate func hasControl(of indicator: Indicator) -> Bool {
    rosters.count { $0.counts(indicator) } > 1 || awaits(.figures, for: indicator)
      || figures.contains { file in
        file.unplaced.contains(indicator.id) || file.repeated.contains(indicator.id)
          || file.figures.contains {
            $0.indicator.id == indicator.id && ($0.isInvalid || $0.figure.denominator != nil)
          }
      }
  }
}
