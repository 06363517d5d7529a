public import Model

/// The columns of one kind of file, as the contract lists them.
struct FileSchema: Sendable {
  struct Column: Sendable {
    let key: ColumnKey
    /// As blank forms write it.
    let heading: String
    let isRequired: Bool
    /// What names it, folded and without blanks: the heading and the key.
    let names: [String]

    init(_ key: ColumnKey, _ heading: String, required: Bool = false) {
      self.key = key
      self.heading = heading
      isRequired = required
      names = [packed(folded(heading)), packed(folded(key.rawValue))]
    }
  }

  let columns: [Column]
  /// The index of the first column that a name stands for.
  private let indices: [String: Int]

  init(columns: [Column]) {
    self.columns = columns
    indices = Dictionary(
      columns.enumerated().flatMap { index, column in column.names.map { ($0, index) } },
      uniquingKeysWith: min)
  }

  /// Every spelling that names a column, folded, with and without blanks.
  var vocabulary: Set<String> { Self.spellings(of: columns) }

  /// What the table is known by in a workbook.
  var tableHeadings: TableHeadings {
    TableHeadings(
      vocabulary, required: Self.spellings(of: columns.filter(\.isRequired)),
      columnCount: columns.count, sideSheets: formSideSheets)
  }

  private static func spellings(of columns: [Column]) -> Set<String> {
    Set(
      columns.flatMap { [folded($0.heading), folded($0.key.rawValue)] }.flatMap {
        [$0, packed($0)]
      })
  }

  func column(_ key: ColumnKey) -> Column? { columns.first { $0.key == key } }

  /// The column that a heading names in Vietnamese or English, whatever its case, accents, blanks
  /// and underscores; `name` is the heading, folded and without blanks.
  func column(named name: String) -> Column? { indices[name].map { columns[$0] } }
}

/// A folded text without its blanks.
func packed(_ foldedText: String) -> String { foldedText.filter { $0 != " " } }

/// The headings, folded, by which the ingest stage recognises the heading row of a file.
///
/// Vietnamese and English; empty for a file that is not a table.
public func headingVocabulary(of kind: WorkspaceFileKind) -> Set<String> {
  FileSchema(of: kind).vocabulary
}

/// What the ingest stage knows the sheet and the heading row of a workbook by.
public func tableHeadings(of kind: WorkspaceFileKind) -> TableHeadings {
  FileSchema(of: kind).tableHeadings
}

/// The names, folded, of the sheets that blank forms have beside their table: the guide, and the
/// lists of the words that cells take.
let formSideSheets: Set<String> = ["huong dan", "danh muc"]

/// The headings, folded, by which the ingest stage recognises the heading row of `units.csv`.
public func unitsHeadingVocabulary() -> Set<String> { FileSchema.units.vocabulary }
