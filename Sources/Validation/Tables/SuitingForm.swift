public import Model

/// The form whose table `headings` are, where they are clearly not those of `kind`; `nil` else.
///
/// Forms share headings such as “Chỉ báo”: where they have the required ones of `kind`, the other
/// form must know two more of them.
public func form(suiting headings: [String], ratherThan kind: WorkspaceFileKind)
  -> WorkspaceFileKind?
{
  let names = Set(headings.prefix(mostCompared).map { packed(folded($0)) })
  let own = Suitability(of: names, for: kind)
  let least = max(2, own.known + (own.hasRequired ? 2 : 1))
  var best: (kind: WorkspaceFileKind, known: Int)?
  for other in WorkspaceFileKind.allCases where other != kind {
    let suitability = Suitability(of: names, for: other)
    guard suitability.hasRequired, suitability.known >= max(least, (best?.known ?? 0) + 1) else {
      continue
    }
    best = (other, suitability.known)
  }
  return best?.kind
}

/// How well headings suit a form.
private struct Suitability {
  /// How many columns of the form they name.
  let known: Int
  let hasRequired: Bool

  init(of names: Set<String>, for kind: WorkspaceFileKind) {
    let columns = FileSchema(of: kind).columns
    known = columns.count { !names.isDisjoint(with: $0.names) }
    hasRequired = columns.allSatisfy { !$0.isRequired || !names.isDisjoint(with: $0.names) }
  }
}
