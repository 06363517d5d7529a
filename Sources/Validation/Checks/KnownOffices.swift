import Model

/// Checks that each folder of an office is named for an office of the programme.
func findingsOfUnknownOffices(of sources: UnitSources, in scope: UnitScope) -> [Finding] {
  let known = scope.offices.map(\.id)
  let found = Set(sources.files.compactMap(\.office))
  return found.subtracting(known).sorted().map { office in
    Finding(
      .unknownOffice, place: SourcePlace(file: "\(sources.folder ?? "")/\(office)"),
      value: office.rawValue, expected: known.map(\.rawValue).joined(separator: ", "),
      office: office)
  }
}
