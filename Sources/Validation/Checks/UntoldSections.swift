import Model

/// The one finding about the sections that a unit alone can tell and has not.
///
/// None while its file of prose cannot be read, or nothing of it is, which have findings of their
/// own.
func findingsOfUntoldSections(
  in files: UnitFiles, of sources: UnitSources, _ scope: UnitScope
) -> [Finding] {
  guard let folder = sources.folder, !sources.files.isEmpty,
    !files.hasUnreadable(.narrative)
  else { return [] }
  let told = files.narrative
  let untold = scope.context.proseSections.filter { section in
    section.isExpected && section.tiers.contains(scope.unit.tier)
      && told.blocks(under: section.title).isEmpty
  }
  guard !untold.isEmpty else { return [] }
  return [
    Finding(
      .proseMissing, place: SourcePlace(file: files.prose.first?.file ?? folder),
      details: [
        "sections": untold.map { "“\($0.title)”" }.joined(separator: ", "),
        "name": WorkspaceFileKind.narrative.fileName,
      ])
  ]
}
