import Model

/// Where everything of a workbook stands; the one description for the writer and for the check.
struct WorkbookLayout {
  let document: WorkbookDocument
  let sheets: [SheetLayout]
  let places: TablePlaces

  init(_ document: WorkbookDocument) {
    self.document = document
    var layouts = document.sheets.map { SheetLayout($0) }
    places = TablePlaces(of: layouts)
    for index in layouts.indices { layouts[index].resolve(in: places) }
    sheets = layouts
  }

  /// The workbook's names with what each stands for, such as `'Ngưỡng'!$C$5`.
  var names: [(name: String, target: String)] {
    document.names.map { ($0.name, places.address(of: $0.cell) ?? Formula.nowhere) }
  }
}
