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
    let table = missing.files.first { $0.office == office.id }
    let ledger = files.ledgers.first { $0.office == office.id }?.file ?? "\(folder)/\(office.id)"
    let documented = Set(files.documents.filter { $0.office == office.id }.map(\.indicator))
    let counts = indicators.filter { !files.awaits(.figures, for: $0) }.compactMap { indicator in
      findingOfCounts(indicator, in: table, folder: "\(folder)/\(office.id)")
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

/// A sum needs both counts: a percentage alone cannot be added up.
private func findingOfCounts(
  _ indicator: Indicator, in table: FiguresFile?, folder: String
) -> Finding? {
  let isUnplaced = table.map { $0.unplaced.union($0.strayed).contains(indicator.id) } ?? false
  let sent = table?.figures.first { $0.indicator.id == indicator.id }
  guard !isUnplaced, sent?.isInvalid != true else { return nil }
  let keys: [ColumnKey] =
    (sent?.figure.numerator == nil ? [.numerator] : [])
    + (sent?.figure.denominator == nil ? [.denominator] : [])
  guard !keys.isEmpty else { return nil }
  let columns = FileSchema.figures.headings(of: Set(keys))
  return Finding(
    .indicatorMissing, about: indicator, office: nil,
    at: sent?.figure.place ?? SourcePlace(file: table?.file ?? folder),
    details: [
      "missing": columns, "columns": columns, "table": WorkspaceFileKind.figures.fileName,
    ])
}
