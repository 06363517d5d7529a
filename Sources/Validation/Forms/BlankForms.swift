public import Model

/// Composes the blank files that every unit and office owes, in the programme's order.
///
/// A district has one folder with all of its forms; the province has one for each of its offices,
/// and one of its own for what they write together. The columns are those by which the files are
/// read. Pure.
///
/// - Parameters:
///   - context: programme, rulebook and units.
///   - units: the units asked for; all when empty.
///   - folders: the name of each unit's folder, where it has one already.
///   - narrative: the headings of the reports' prose.
///   - words: the phrases of the forms.
/// - Returns: one folder for each district, and the province's.
public func blankForms(
  in context: RunContext, for units: [UnitCode], folders: [UnitCode: String],
  narrative: [String], words: FormWording
) -> [FormFolder] {
  let taking = context.programme.participants + [context.programme.province]
  return taking.filter { units.isEmpty || units.contains($0) }.flatMap { code -> [FormFolder] in
    guard let unit = context.units[code] else { return [] }
    let scope = UnitScope(unit, in: context)
    let folder = folders[code] ?? unit.folderName
    return unit.tier == .province
      ? provinceFolders(in: scope, folder: folder, narrative: narrative, words: words)
      : [unitFolder(in: scope, folder: folder, narrative: narrative, words: words)]
  }
}

private func unitFolder(
  in scope: UnitScope, folder: String, narrative: [String], words: FormWording
) -> FormFolder {
  let composer = FormComposer(
    scope: scope, office: nil, folder: folder, indicators: scope.indicators, words: words)
  return FormFolder(
    path: folder, forms: composer.indicatorForms + [composer.funding], narrative: narrative)
}

private func provinceFolders(
  in scope: UnitScope, folder: String, narrative: [String], words: FormWording
) -> [FormFolder] {
  let offices = scope.offices.map { office in
    let path = "\(folder)/\(office.id)"
    let unit = AdministrativeUnit(office, of: scope.unit)
    let own = office.reports.isEmpty ? nil : scope.context.criteria(of: unit)
    let charged = scope.indicators.filter { $0.office == office.id && $0.source != .childFigures }
    let composer = FormComposer(
      scope: scope, office: office, folder: path,
      indicators: charged + (own?.indicators ?? []), words: words)
    // An office without indicators is in the programme for what it pays or supports.
    let forms = composer.owed.isEmpty ? [composer.funding] : composer.indicatorForms
    return FormFolder(path: path, forms: forms, narrative: [])
  }
  let own = FormComposer(
    scope: scope, office: nil, folder: folder, indicators: [], words: words)
  return offices + [FormFolder(path: folder, forms: [own.funding], narrative: narrative)]
}

extension AdministrativeUnit {
  /// The name that a new folder of the unit gets: `748-ba-ria`.
  fileprivate var folderName: String {
    "\(code)-" + folded(properName).replacing(" ", with: "-")
  }
}
