import Model
import OpenXML

/// A sheet in which a table was found.
struct FoundTable {
  let sheet: SheetList.Sheet
  let part: WorksheetPart
  /// How many recognised headings made a row the heading row.
  let needed: Int
}

/// What became of the search for the table of a workbook.
enum TableFinding {
  case table(FoundTable)
  /// No sheet has the headings; of the sheets that may have lost them, the first, with the first of
  /// its rows.
  case headless([SheetList.Sheet], first: SourceRow?)
}

/// Finds the sheet that has the required column and the headings of the table.
///
/// One recognised heading may be a word of a title, two are a heading row: a sheet with one is taken
/// only where no sheet has two. What forms have beside their table is taken only where no other
/// sheet has a row.
func findTable(
  in list: SheetList, of archive: borrowing ZipArchive, known headings: TableHeadings
) throws(PackageProblem) -> TableFinding {
  var looks: [SheetLook] = []
  for needed in [2, 1] {
    looks = try looksAtSheets(of: list, in: archive, known: headings, needed: needed)
    if let best = bestLook(looks.filter { !$0.isAside }) {
      return try .table(read(best.sheet, needed: needed, in: list, of: archive, known: headings))
    }
  }
  let own = looks.filter { !$0.isAside && $0.firstRow != nil }
  if own.isEmpty, let best = bestLook(looks) {
    return try .table(read(best.sheet, needed: 1, in: list, of: archive, known: headings))
  }
  let headless = own.isEmpty ? looks : own
  return .headless(headless.map(\.sheet), first: headless.first?.firstRow)
}

/// The names of the other sheets with a table that looks like the one that was found, which nobody
/// reads.
func unreadTables(
  beside found: FoundTable, in list: SheetList, of archive: borrowing ZipArchive,
  known headings: TableHeadings
) -> [String] {
  var names: [String] = []
  for sheet in list.sheets where sheet.part != found.sheet.part {
    let search = TableSearch(
      recognising: headings.recognised, needed: found.needed, rowsWanted: 1)
    do throws(PackageProblem) {
      let part = try readSheet(sheet, in: list, of: archive, search)
      let look = SheetLook(sheet, part.search, known: headings)
      if !look.isAside, part.search.hasRows(like: found.part.search) { names.append(sheet.name) }
    } catch {
      // A sheet of which no figure is taken does not spoil the one that is read.
      continue
    }
  }
  return names
}

private func read(
  _ sheet: SheetList.Sheet, needed: Int, in list: SheetList, of archive: borrowing ZipArchive,
  known headings: TableHeadings
) throws(PackageProblem) -> FoundTable {
  let search = TableSearch(recognising: headings.recognised, needed: needed)
  return FoundTable(
    sheet: sheet, part: try readSheet(sheet, in: list, of: archive, search), needed: needed)
}

func readSheet(
  _ sheet: SheetList.Sheet, in list: SheetList, of archive: borrowing ZipArchive,
  _ search: TableSearch
) throws(PackageProblem) -> WorksheetPart {
  let part = WorksheetPart(SheetCells(sheet.part, in: list.context, search))
  try readXML(sheet.part, of: archive, to: part)
  return part
}
