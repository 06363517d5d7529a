public import Model
import OpenXML

/// Reads a workbook's file again and compares it with the document that it was rendered from.
///
/// Every part of the archive is read to its end: checksum, size, well-formed XML. Then the sheets'
/// names and order, every cell with its formula and its stored value, every linked cell, every mark by
/// condition, each table's name, range and headings, each chart's words and ranges, the names of
/// cells and the language are compared. Streams, so that memory grows with the texts only. Pure.
///
/// - Parameters:
///   - bytes: the file.
///   - document: what the workbook should say.
///   - file: the name that faults give.
/// - Throws: a fault with the first difference.
public func checkWorkbook(
  _ bytes: [UInt8], against document: WorkbookDocument, file: String
) throws(Fault) {
  try checkWorkbook(bytes, against: WorkbookLayout(document), file: file)
}

/// The same against a layout that is there already.
func checkWorkbook(
  _ bytes: [UInt8], against layout: WorkbookLayout, file: String
) throws(Fault) {
  do {
    let archive = try ZipArchive(bytes, limits: .own)
    var check = WorkbookCheck(names: archive.names)
    try check.readStructure(of: archive)
    try check.compare(layout, with: archive)
    try check.readRest(of: archive)
  } catch {
    throw Fault(
      file: file,
      "Bảng tính vừa ghi không dùng được: \(error.message) Hãy kiểm tra chỗ trống rồi chạy lại.")
  }
}

/// What is known of the parts of one archive while it is checked.
private struct WorkbookCheck {
  let names: [String]
  /// The parts that were read.
  var read: Set<String> = []
  /// By the name of the relationships' part, then by id.
  var relationships: [String: [String: RelationshipsPart.Target]] = [:]

  init(names: [String]) { self.names = names }

  /// Reads what the archive says of its own parts, and that each is there.
  mutating func readStructure(of archive: borrowing ZipArchive) throws(PackageProblem) {
    let types = ContentTypesPart()
    try read("[Content_Types].xml", of: archive, to: types)
    var promised = types.promised + ["_rels/.rels"]
    for name in names where name.hasSuffix(".rels") {
      let part = RelationshipsPart(name)
      try read(name, of: archive, to: part)
      relationships[name] = part.targets
      promised += part.targets.values.map(\.part).sorted()
    }
    let present = Set(names)
    for name in promised where !present.contains(name) {
      throw difference("Thiếu phần “\(name)”.")
    }
  }

  mutating func compare(
    _ whole: WorkbookLayout, with archive: borrowing ZipArchive
  ) throws(PackageProblem) {
    let texts = SharedStringsPart { String(decoding: $0, as: UTF8.self) }
    try read("xl/sharedStrings.xml", of: archive, to: texts)
    let workbook = WorkbookPart()
    try read("xl/workbook.xml", of: archive, to: workbook)
    try expect(
      workbook.sheets.map(\.name), toBe: whole.document.sheets.map(\.name), "Tên các trang")
    try compareNames(of: whole, in: archive)
    let properties = PropertiesPart()
    try read(propertiesPart, of: archive, to: properties)
    try expect(properties.language, toBe: whole.document.language, "Ngôn ngữ của tệp")
    for (layout, found) in zip(whole.sheets, workbook.sheets) {
      let name = target(of: found.relationship, in: "xl/_rels/workbook.xml.rels")
      let part = SheetPart(layout, texts: texts.texts)
      try read(name, of: archive, to: part)
      try compareTables(part.tableRelationships, of: name, with: layout, in: archive)
      try compareCharts(part.drawingRelationships, of: name, with: layout, in: archive)
    }
  }

  private mutating func compareNames(
    of layout: WorkbookLayout, in archive: borrowing ZipArchive
  ) throws(PackageProblem) {
    let names = DefinedNamesPart()
    try read("xl/workbook.xml", of: archive, to: names)
    // The library sorts them.
    let expected = layout.names.map { [$0.name, $0.target] }.sorted { $0[0] < $1[0] }
    try expect(
      names.names.sorted { $0[0] < $1[0] }, toBe: expected, "Các tên của bảng tính")
  }

  private mutating func compareTables(
    _ ids: [String], of sheetPart: String, with layout: SheetLayout,
    in archive: borrowing ZipArchive
  ) throws(PackageProblem) {
    let sheet = "của trang “\(layout.sheet.name)”"
    try expect(ids.count, toBe: layout.sheet.table == nil ? 0 : 1, "Số bảng \(sheet)")
    guard let id = ids.first, let name = layout.sheet.table?.spreadsheetName else { return }
    let part = TablePart()
    try read(target(of: id, in: relationships(of: sheetPart)), of: archive, to: part)
    try expect(part.name, toBe: name, "Tên bảng \(sheet)")
    try expect(part.range, toBe: layout.tableRange, "Vùng bảng \(sheet)")
    try expect(part.headings, toBe: layout.headings.map(\.escaped), "Tên cột \(sheet)")
  }

  private mutating func compareCharts(
    _ ids: [String], of sheetPart: String, with layout: SheetLayout,
    in archive: borrowing ZipArchive
  ) throws(PackageProblem) {
    let sheet = "của trang “\(layout.sheet.name)”"
    try expect(ids.count, toBe: layout.sheet.chart == nil ? 0 : 1, "Số hình vẽ \(sheet)")
    guard let id = ids.first, let chart = layout.sheet.chart else { return }
    let drawing = DrawingPart()
    let name = target(of: id, in: relationships(of: sheetPart))
    try read(name, of: archive, to: drawing)
    try expect(
      drawing.descriptions, toBe: [SpreadsheetText.line(chart.description).text],
      "Lời mô tả biểu đồ \(sheet)")
    let part = ChartPart()
    try read(
      target(of: drawing.charts.first ?? "", in: relationships(of: name)), of: archive, to: part)
    try expect(
      part.titles, toBe: [chart.title, chart.categoryAxis, chart.valueAxis],
      "Chữ của biểu đồ \(sheet)")
    let ranges = chart.series.flatMap { [chart.categories, $0.values] }
    try expect(
      part.ranges, toBe: ranges.map { layout.places.address(of: $0) ?? "" },
      "Vùng số liệu của biểu đồ \(sheet)")
  }

  /// The part that says where the links of another part lead.
  private func relationships(of part: String) -> String {
    let pieces = part.split(separator: "/").map(String.init)
    return (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
  }

  /// Reads the parts that nothing was compared with, such as styles.
  mutating func readRest(of archive: borrowing ZipArchive) throws(PackageProblem) {
    for name in names where !read.contains(name) {
      try read(name, of: archive, to: WellFormedPart())
    }
  }

  private func target(of id: String, in part: String) -> String {
    relationships[part]?[id]?.part ?? "\(part)#\(id)"
  }

  private mutating func read(
    _ name: String, of archive: borrowing ZipArchive, to reader: any PartReader
  ) throws(PackageProblem) {
    try readXML(name, of: archive, to: reader)
    read.insert(name)
  }
}
