import Model

/// What belongs to the sums of a unit whose offices report people of their own.
///
/// Source: plan 4742/KH-UBND, V.
extension UnitScope {
  /// The offices of the unit that report `indicator`; `nil` where no office of it reports anything,
  /// so that whatever its folder has is added up.
  func offices(summedIn indicator: Indicator) -> [Office]? {
    guard indicator.source == .childFigures else { return nil }
    let offices = context.reportingOffices(of: unit)
    return offices.isEmpty ? nil : offices.filter { $0.reports(indicator.id) }
  }

  /// The office of that folder, where it reports people of its own.
  func reportingOffice(_ id: OfficeID?) -> Office? {
    id.flatMap { id in context.reportingOffices(of: unit).first { $0.id == id } }
  }

  /// Whether a figure is left out of a sum, because it is none of an office that reports it.
  fileprivate func leavesOut(_ typed: TypedFigure) -> Bool {
    guard let offices = offices(summedIn: typed.indicator), !typed.isEmpty else { return false }
    let (id, component) = (typed.indicator.id, typed.figure.component)
    return !offices.contains { $0.id == typed.figure.office && $0.reports(id, of: component) }
  }
}

extension Office {
  /// The groups of people that it reports of `indicator`, which add up to the whole of its people.
  func groups(of indicator: Indicator) -> [ComponentID] {
    let own = reports.filter { $0.indicator == indicator.id }
    let named = own.compactMap(\.group)
    return named.count == own.count ? named : indicator.measure.components.map(\.id)
  }
}

/// Finds the rows of figures that are left out of the unit's sums: those in its own folder, and those
/// of an office that does not report them; one for each.
///
/// Those below a folder of no known office have one finding together.
func findingsOfUncountedFigures(in files: [FiguresFile], _ scope: UnitScope) -> [Finding] {
  files.flatMap(\.figures).filter(scope.leavesOut).compactMap { typed in
    let indicator = typed.indicator
    guard let id = typed.figure.office else {
      let offices = scope.offices(summedIn: indicator) ?? []
      return Finding(
        .figureBesideOffices, about: indicator, office: nil, at: typed.figure.place,
        value: typed.figure.witness.text,
        details: [
          "offices": offices.isEmpty ? "—" : offices.map(\.id.rawValue).joined(separator: ", ")
        ])
    }
    guard let office = scope.offices.first(where: { $0.id == id }) else { return nil }
    let own = office.reports.map { $0.indicator.rawValue + ($0.group.map { "/\($0)" } ?? "") }
    let group = typed.figure.component.map { "/\($0)" } ?? ""
    return Finding(
      .figureNotReported, indicator: indicator.id, place: typed.figure.place,
      value: typed.figure.witness.text,
      expected: own.isEmpty ? "—" : own.joined(separator: ", "), clause: office.clause,
      office: id, details: ["office": office.name, "figure": indicator.id.rawValue + group])
  }
}

extension UnitFiles {
  /// The sums that something in the folder of `office` is meant for, and none of it is added to.
  func uncounted(of office: OfficeID, in scope: UnitScope) -> [Indicator] {
    let typed = figures.filter { $0.office == office }
    return scope.indicators.filter { indicator in
      scope.offices(summedIn: indicator) != nil
        && typed.contains { file in
          file.unplaced.union(file.strayed).union(file.repeated).contains(indicator.id)
            || file.figures.contains { $0.indicator.id == indicator.id && !$0.isEmpty }
        }
    }
  }
}
