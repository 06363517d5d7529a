import Model

/// Checks that each folder of an office is named for an office of the programme; what is left out of
/// a sum for that is more than a name amiss.
func findingsOfUnknownOffices(
  of sources: UnitSources, read files: UnitFiles, in scope: UnitScope
) -> [Finding] {
  let known = scope.offices.map(\.id)
  let found = Set(sources.files.compactMap(\.office))
  return found.subtracting(known).sorted().map { office in
    let uncounted = files.uncounted(of: office, in: scope).map(\.id.rawValue)
    return Finding(
      uncounted.isEmpty ? .unknownOffice : .officeNotCounted,
      place: SourcePlace(file: "\(sources.folder ?? "")/\(office)"),
      value: office.rawValue, expected: known.map(\.rawValue).joined(separator: ", "),
      office: office,
      details: uncounted.isEmpty ? [:] : ["indicators": uncounted.joined(separator: ", ")])
  }
}
