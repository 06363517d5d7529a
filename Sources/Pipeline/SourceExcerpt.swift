import Ingest
public import Model

/// The line of a file that a finding is about, as the reader decoded it, with the cell in it.
public struct SourceExcerpt: Hashable, Sendable {
  public let text: String
  /// The cell with its quotes, as far as it stands on the line; `nil` for a whole row.
  public let cell: Range<String.Index>?
}

/// The excerpts of the places that findings name.
public struct SourceExcerpts: Sendable {
  private let excerpts: [SourcePlace: SourceExcerpt]

  /// Reads each file of `request` that a place names a line of once.
  ///
  /// Files of persons have no excerpts: their rows are never printed.
  public init(of request: RunRequest, at places: [SourcePlace]) {
    let named = Dictionary(grouping: Set(places.filter { $0.line != nil }), by: \.file)
    var excerpts: [SourcePlace: SourceExcerpt] = [:]
    for file in request.files {
      guard let places = named[file.path], !holdsPersons(file.path),
        let text = ingestText(file.bytes, file: file.path).text
      else { continue }
      excerpts.merge(SourceLines(of: text).excerpts(at: places)) { first, _ in first }
    }
    self.excerpts = excerpts
  }

  public subscript(place: SourcePlace) -> SourceExcerpt? { excerpts[place] }
}

private func holdsPersons(_ path: String) -> Bool {
  path.lowercased().split(separator: "/").contains { $0.hasPrefix("cong-dan") }
}
