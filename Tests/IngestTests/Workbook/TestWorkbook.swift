import Ingest
import Model
import PackageSupport

/// A workbook that a test builds part by part.
struct TestWorkbook {
  struct Sheet {
    var name = "Số liệu"
    var state = ""
    /// The rows as XML.
    var rows: String
  }

  var sheets: [Sheet]
  var properties = ""
  /// `<si>` elements; without them the workbook has no shared texts.
  var sharedTexts = ""
  var formats = ""
  /// Parts that take the place of others, or stand beside them.
  var others: [String: String] = [:]

  init(rows: String) { sheets = [Sheet(rows: rows)] }

  init(sheets: [Sheet]) { self.sheets = sheets }

  /// With the headings “Chỉ báo” and “Ghi chú” in row 1, and 2.1.1 in A2 beside a cell.
  init(besideIndicator cell: String) {
    self.init(rows: headingRow + "<row r='2'>" + inline("A2", "2.1.1") + cell + "</row>")
  }

  var zip: StoredZip {
    var parts = [
      "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
      "xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": workbookRelationships,
      "xl/styles.xml": "<styleSheet>\(formats)</styleSheet>",
      "xl/sharedStrings.xml": "<sst>\(sharedTexts)</sst>",
    ]
    for (index, sheet) in sheets.enumerated() {
      parts["xl/worksheets/sheet\(index + 1).xml"] =
        "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
    }
    return StoredZip(
      parts: parts.merging(others) { $1 }.sorted { $0.key < $1.key }.map {
        StoredZip.Part($0.key, $0.value)
      })
  }

  var ingested: IngestedTable { ingestedWorkbook(zip.bytes) }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(index + 1)' \(sheet.state) r:id='s\(index + 1)'/>"
    }
    return "<workbook>\(properties)<sheets>\(list.joined())</sheets></workbook>"
  }

  private var workbookRelationships: String {
    relationships(
      sheets.indices.map { ("s\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [("f", "styles", "styles.xml"), ("t", "sharedStrings", "/xl/sharedStrings.xml")])
  }
}

/// Of the figures of an office, as forms have them.
private let tableHeadings = TableHeadings(
  headings, required: ["chi bao"], columnCount: 8, sideSheets: ["huong dan", "danh muc"])

let headingRow = row(1, ["Chỉ báo", "Ghi chú"])

/// A row of texts from column A on.
func row(_ number: Int, _ texts: [String]) -> String {
  let cells = texts.enumerated().map { index, text in
    inline("\(Unicode.Scalar(UInt8(65 + index)))\(number)", text)
  }
  return "<row r='\(number)'>\(cells.joined())</row>"
}

func inline(_ place: String, _ text: String) -> String {
  "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
}

func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
  let elements = list.map {
    "<Relationship Id='\($0.id)' Type='http://x/\($0.type)' Target='\($0.target)'/>"
  }
  return "<Relationships>\(elements.joined())</Relationships>"
}

func ingestedWorkbook(_ bytes: [UInt8]) -> IngestedTable {
  ingestWorkbook(bytes, file: "so-lieu.xlsx", recognising: tableHeadings)
}
