import OpenXML

/// A sheet in which a table was found.
struct FoundTable {
  let sheet: SheetList.Sheet
  let part: WorksheetPart
  /// How many recognised headings made a row the heading row.
  let needed: Int
}

/// One recognised heading may be a word of a title, two are a heading row: a sheet with one is taken
/// only where no sheet has two.
func findTable(
  in list: SheetList, of archive: borrowing ZipArchive, recognising headings: Set<String>
) throws(PackageProblem) -> FoundTable? {
  let sheets = list.sheets.filter { !$0.isHidden } + list.sheets.filter(\.isHidden)
  for needed in [2, 1] {
    for sheet in sheets {
      let part = try read(
        sheet, in: list, of: archive, TableSearch(recognising: headings, needed: needed))
      if part.search.heading != nil {
        return FoundTable(sheet: sheet, part: part, needed: needed)
      }
    }
  }
  return nil
}

/// The names of the other sheets with a table that looks like the one that was found, which nobody
/// reads.
func unreadTables(
  beside found: FoundTable, in list: SheetList, of archive: borrowing ZipArchive,
  recognising headings: Set<String>
) -> [String] {
  var names: [String] = []
  for sheet in list.sheets where sheet.part != found.sheet.part {
    let search = TableSearch(recognising: headings, needed: found.needed, rowsWanted: 1)
    do throws(PackageProblem) {
      let part = try read(sheet, in: list, of: archive, search)
      if part.search.hasRows(like: found.part.search) { names.append(sheet.name) }
    } catch {
      // A sheet of which no figure is taken does not spoil the one that is read.
      continue
    }
  }
  return names
}

private func read(
  _ sheet: SheetList.Sheet, in list: SheetList, of archive: borrowing ZipArchive,
  _ search: TableSearch
) throws(PackageProblem) -> WorksheetPart {
  let part = WorksheetPart(SheetCells(sheet.part, in: list.context, search))
  try readXML(sheet.part, of: archive, to: part)
  return part
}
