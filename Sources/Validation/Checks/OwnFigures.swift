import Model

/// Checks that each office that has sent figures of its own people has sent the counts of all that it
/// reports, with documents: one finding for each indicator.
///
/// An office that has sent none is silent, which is one finding about that alone.
func findingsOfOwnFigures(
  _ missing: MissingFigures, of files: UnitFiles, in scope: UnitScope, folder: String
) -> [Finding] {
  let offices = scope.context.reportingOffices(of: scope.unit).filter {
    files.reportingOffices.contains($0.id)
  }
  return offices.flatMap { office -> [Finding] in
    let unit = AdministrativeUnit(office, of: scope.unit)
    let indicators = scope.context.criteria(of: unit)?.indicators ?? []
    let ledger = files.ledgers.first { $0.office == office.id }?.file ?? "\(folder)/\(office.id)"
    let documented = Set(files.documents.filter { $0.office == office.id }.map(\.indicator))
    let counts = indicators.filter { !files.awaits(.figures, for: $0) }.compactMap { indicator in
      findingOfRoster(for: indicator, of: office, in: files, scope)
        ?? findingOfCounts(indicator, of: office, in: files, scope, folder: folder)
    }
    let documents = indicators.filter {
      !documented.contains($0.id) && !files.awaits(.evidence, for: $0)
    }
    return counts
      + documents.map { indicator in
        Finding(
          .noDocument, about: indicator, office: nil, at: SourcePlace(file: ledger),
          expected: scope.acceptedIssuers(of: indicator), details: ["name": indicator.shortName])
      }
  }
}

/// That the office has sent a roster of its people, and not what the indicator is counted by.
private func findingOfRoster(
  for indicator: Indicator, of office: Office, in files: UnitFiles, _ scope: UnitScope
) -> Finding? {
  guard let list = files.persons.first(where: { $0.office == office.id }) else { return nil }
  let columns = list.missingColumns(for: indicator, reportedBy: office, in: scope)
  let table = files.figures.first { $0.office == office.id }
  guard !columns.isEmpty, table?.figure(of: indicator, from: office) == nil else { return nil }
  return Finding(
    .rosterGivesNoFigure, about: indicator, office: nil, at: SourcePlace(file: list.file),
    details: ["columns": columns.joined(separator: ", ")])
}

/// A sum needs both counts: a percentage alone cannot be added up.
private func findingOfCounts(
  _ indicator: Indicator, of office: Office, in files: UnitFiles, _ scope: UnitScope,
  folder: String
) -> Finding? {
  let table = files.figures.first { $0.office == office.id }
  let isUnplaced = table.map { $0.unplaced.union($0.strayed).contains(indicator.id) } ?? false
  let isCounted = files.persons.contains { list in
    list.office == office.id
      && (list.isUnread || !list.counts(of: indicator, reportedBy: office, in: scope).isEmpty)
  }
  let sent = table?.figure(of: indicator, from: office)
  guard !isUnplaced, !isCounted, sent?.isInvalid != true else { return nil }
  let keys: [ColumnKey] =
    (sent?.figure.numerator == nil ? [.numerator] : [])
    + (sent?.figure.denominator == nil ? [.denominator] : [])
  guard !keys.isEmpty else { return nil }
  let columns = FileSchema.figures.headings(of: Set(keys))
  return Finding(
    .indicatorMissing, about: indicator, office: nil,
    at: sent?.figure.place ?? SourcePlace(file: table?.file ?? "\(folder)/\(office.id)"),
    details: [
      "missing": columns, "columns": columns, "table": WorkspaceFileKind.figures.fileName,
    ])
}

extension FiguresFile {
  /// What the file says of what the office reports of `indicator`.
  fileprivate func figure(of indicator: Indicator, from office: Office) -> TypedFigure? {
    figures.first {
      $0.indicator.id == indicator.id && office.reports(indicator.id, of: $0.figure.component)
    }
  }
}
