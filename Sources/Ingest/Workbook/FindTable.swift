import OpenXML

/// A sheet in which a table was found.
struct FoundTable {
  let sheet: SheetList.Sheet
  let part: WorksheetPart
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
        return FoundTable(sheet: sheet, part: part)
      }
    }
  }
  return nil
}

private func read(
  _ sheet: SheetList.Sheet, in list: SheetList, of archive: borrowing ZipArchive,
  _ search: TableSearch
) throws(PackageProblem) -> WorksheetPart {
  let part = WorksheetPart(SheetCells(sheet.part, in: list.context, search))
  try readXML(sheet.part, of: archive, to: part)
  return part
}
