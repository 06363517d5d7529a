import Model

/// The one finding about a unit that has sent no folder.
func findingOfMissingFolder(in scope: UnitScope) -> Finding {
  Finding(
    .unitFolderMissing, expected: "\(scope.context.period)/\(scope.unit.code)-…",
    details: [
      "unit": scope.unit.nameInSentence, "period": "\(scope.context.period)",
      "folder": "\(scope.context.period)/\(scope.unit.code)-…",
    ])
}

/// The one finding about a unit whose folder holds no figures.
func findingOfMissingFigures(folder: String, in scope: UnitScope) -> Finding {
  Finding(
    .unitWithoutFigures, place: SourcePlace(file: folder),
    details: [
      "unit": scope.unit.nameInSentence, "period": "\(scope.context.period)", "folder": folder,
    ])
}
