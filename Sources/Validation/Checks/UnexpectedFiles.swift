import Model

/// Notes the files that nothing reads: unknown ones, and evidence files that no ledger names.
func findingsOfUnexpectedFiles(
  in sources: UnitSources, namedBy documents: [LedgerFile], _ scope: UnitScope
) -> [Finding] {
  let named = Set(documents.flatMap(\.namedFiles))
  let unreadable = Set(sources.files.filter { $0.content == .unreadable(.evidence) }.map(\.folder))
  return sources.files.filter { file in
    switch file.content {
    // What is in the way has a finding of its own.
    case .unknown: file.findings.isEmpty
    // The ledger that may name it could not be read, which has a finding of its own.
    case .attachment:
      file.findings.isEmpty && !named.contains(file.path)
        && !unreadable.contains { file.path.hasPrefix($0 + "/") }
    // Of no use where nothing is counted in them.
    case .persons, .table(.personCounts, _): !scope.readsPersons(of: file.office)
    case .table, .prose, .unreadable: false
    }
  }.map { file in
    if file.content == .unknown, let form = form(meantBy: file.name) {
      let finding = Finding(
        .misnamedForm, place: SourcePlace(file: file.path), value: file.name, expected: form.name,
        office: file.office)
      return form.kind == .narrative ? finding.aboutProse : finding
    }
    return Finding(
      file.isLink ? .linkNotFollowed : .unknownFile, place: SourcePlace(file: file.path),
      value: file.name, office: file.office)
  }
}

extension SourceFile {
  /// Whether it is a roster of persons, or counts of one.
  var isOfPersons: Bool {
    switch content {
    case .persons, .table(.personCounts, _): true
    case .table, .prose, .unreadable, .attachment, .unknown: false
    }
  }

  /// Whether it is a link below an evidence folder.
  fileprivate var isLink: Bool {
    guard case .attachment(let attachment) = content else { return false }
    return attachment.obstacle == .link
  }

  /// The path of the folder that it stands in.
  var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  var name: String { path.lastIndex(of: "/").map { String(path[$0...].dropFirst()) } ?? path }
}
