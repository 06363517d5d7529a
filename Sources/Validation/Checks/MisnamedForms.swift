import Model

/// The form that `name` nearly names, with the name that the file should have: `so_lieu (1).csv`,
/// `Số liệu.xls`; `nil` for the name of anything else, and for one that is right already.
func form(meantBy name: String) -> (kind: WorkspaceFileKind, name: String)? {
  let (stem, ending) = parts(of: name)
  let words = folded(stem).split(separator: " ").filter { !wordsOfCopies.contains($0) }
  let core = packed(words.filter { !$0.allSatisfy(\.isNumber) }.joined(separator: " "))
  guard let kind = WorkspaceFileKind.allCases.first(where: { $0.isNearly(core) }) else {
    return nil
  }
  // A document of evidence may well be named so.
  if kind == .evidence, ending == "pdf" { return nil }
  let isCSV = ending == "csv" || ending == "txt"
  let expected = isCSV ? kind.fileName : kind.workbookName ?? kind.fileName
  return expected == name.lowercased() ? nil : (kind, expected)
}

/// The name without the endings of tables and texts, and the last of them.
private func parts(of name: String) -> (stem: String, ending: String) {
  var stem = name.lowercased()
  var last = ""
  while let point = stem.lastIndex(of: "."), endings.contains(String(stem[point...].dropFirst())) {
    if last.isEmpty { last = String(stem[point...].dropFirst()) }
    stem = String(stem[..<point])
  }
  return (stem, last)
}

private let endings: Set<String> = [
  "csv", "txt", "tsv", "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "doc", "docx", "odt", "rtf",
  "pdf", "md",
]

/// What systems and people add to the name of a copy, `folded`.
private let wordsOfCopies: Set<Substring> = ["copy", "of", "ban", "sao", "moi", "cuoi", "final"]

extension WorkspaceFileKind {
  /// Whether `stem`, folded and packed, is the form's or differs from it by one letter in six.
  fileprivate func isNearly(_ stem: String) -> Bool {
    let own = packed(folded(fileName.prefix { $0 != "." }.description))
    return stem == own || own.count >= 6 && editDistance(stem, own) == 1
  }
}
