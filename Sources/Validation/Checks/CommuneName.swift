import Model

extension RowReader {
  /// Checks that a name beside a commune's code is the commune's.
  mutating func checkName(of commune: AdministrativeUnit) {
    guard !row[.name].isEmpty, !commune.isNamed(folded(row[.name].text)) else { return }
    report(.nameDisagrees, at: .name, expected: commune.name)
  }
}

extension AdministrativeUnit {
  /// The short forms in which offices write the type of a unit, folded.
  static let typeAbbreviations = [
    "p": "phuong", "x": "xa", "tt": "thi tran", "tp": "thanh pho", "tx": "thi xa", "h": "huyen",
    "q": "quan", "t": "tinh",
  ]

  /// Whether `foldedText` is the unit's name, with its type, the type's short form, or without.
  func isNamed(_ foldedText: String) -> Bool {
    foldedText == folded(name) || foldedText == folded(properName)
      || Self.typeAbbreviations.contains { short, type in
        folded(name) == type + " " + folded(properName)
          && foldedText == short + " " + folded(properName)
      }
  }
}
