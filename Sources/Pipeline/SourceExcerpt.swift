import Ingest
public import Model
import Validation

/// The line of a file that a finding is about, as the reader decoded it, with the cell in it.
///
/// The row of a workbook stands for its line, with a bar between every two cells.
public struct SourceExcerpt: Hashable, Sendable {
  public let text: String
  /// The cell with its quotes, as far as it stands on the line; `nil` for a whole row.
  public let cell: Range<String.Index>?

  public init(text: String, cell: Range<String.Index>?) {
    self.text = text
    self.cell = cell
  }
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
      guard let places = named[file.path], !holdsPersons(file.path) else { continue }
      excerpts.merge(Self.excerpts(of: file, at: places)) { first, _ in first }
    }
    self.excerpts = excerpts
  }

  private static func excerpts(
    of file: WorkspaceFile, at places: [SourcePlace]
  ) -> [SourcePlace: SourceExcerpt] {
    guard isWorkbook(file.path) else {
      let text = ingestText(file.bytes, file: file.path).text
      return text.map { SourceLines(of: $0).excerpts(at: places) } ?? [:]
    }
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard let kind = fileKind(named: name),
      let table = ingestWorkbook(
        file.bytes, file: file.path, recognising: tableHeadings(of: kind)
      ).table
    else { return [:] }
    return WorkbookRows(of: table).excerpts(at: places)
  }

  public subscript(place: SourcePlace) -> SourceExcerpt? { excerpts[place] }
}

/// Whether a path may be that of a file with persons, whether it is counted or not.
private func holdsPersons(_ path: String) -> Bool {
  let names = path.lowercased().split(separator: "/")
  return names.contains { $0.hasPrefix("cong-dan") }
    || names.last.flatMap { fileKind(named: String($0)) }?.namesPersons ?? false
}
