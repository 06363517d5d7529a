import Model
import OpenXML

/// What the upper rows of a sheet show of a table.
struct SheetLook {
  let sheet: SheetList.Sheet
  /// Whether it is one of the sheets that forms have beside their table.
  let isAside: Bool
  /// The first row that is not blank, where no row has the headings.
  let firstRow: SourceRow?
  fileprivate let recognised: Int
  fileprivate let required: Int
  fileprivate let hasRows: Bool

  init(_ sheet: SheetList.Sheet, _ search: TableSearch, known headings: TableHeadings) {
    self.sheet = sheet
    let found = Set(search.recognised)
    recognised = found.count
    required = found.intersection(headings.required).count
    hasRows = !search.rows.isEmpty
    firstRow = search.heading == nil ? search.titles.first : nil
    // An office may well give such a name to a sheet of its own that is the table.
    let isWhole = required > 0 && recognised * 2 > headings.columnCount
    isAside = headings.sideSheets.contains(folded(sheet.name)) && !isWhole
  }
}

/// Looks at every sheet, hidden ones after all others.
///
/// - Throws: when a sheet cannot be read before any has shown a table.
func looksAtSheets(
  of list: SheetList, in archive: borrowing ZipArchive, known headings: TableHeadings, needed: Int
) throws(PackageProblem) -> [SheetLook] {
  var looks: [SheetLook] = []
  for sheet in list.sheets.filter({ !$0.isHidden }) + list.sheets.filter(\.isHidden) {
    let search = TableSearch(recognising: headings.recognised, needed: needed, rowsWanted: 1)
    do throws(PackageProblem) {
      let part = try readSheet(sheet, in: list, of: archive, search)
      looks.append(SheetLook(sheet, part.search, known: headings))
    } catch {
      guard looks.contains(where: { $0.recognised > 0 && !$0.isAside }) else { throw error }
    }
  }
  return looks
}

/// The sheet with the required columns and at least half as many headings as any other such sheet
/// has: one with rows, then one that is shown, then the one with the most headings.
///
/// `nil` when none has a heading.
func bestLook(_ looks: [SheetLook]) -> SheetLook? {
  let required = looks.map(\.required).max() ?? 0
  let whole = looks.filter { $0.recognised > 0 && $0.required == required }
  let most = whole.map(\.recognised).max() ?? 0
  return whole.filter { $0.recognised * 2 >= most }.max { $0.rank < $1.rank }
}

extension SheetLook {
  fileprivate var rank: (Int, Int, Int) { (hasRows ? 1 : 0, sheet.isHidden ? 0 : 1, recognised) }
}
