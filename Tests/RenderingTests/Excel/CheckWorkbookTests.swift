import CZip
import Foundation
import Model
import Testing

@testable import Rendering

@Suite struct CheckWorkbookTests {
  @Test func `a file cut anywhere is refused`() throws {
    let document = try sampleWorkbook()
    let bytes = try renderWorkbook(document)
    for length in stride(from: 0, to: bytes.count, by: 61) {
      #expect(throws: Fault.self, "cut at \(length)") {
        try checkWorkbook(Array(bytes.prefix(length)), against: document, file: "a.xlsx")
      }
    }
    #expect(throws: Fault.self) {
      try checkWorkbook(bytes.dropLast(), against: document, file: "a.xlsx")
    }
  }

  @Test func `a flipped bit is refused, or no part of the file is other for it`() throws {
    let document = try sampleWorkbook()
    let bytes = try renderWorkbook(document)
    let whole = try parts(of: bytes)
    var refused = 0
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[index] ^= 0x10
      do {
        try checkWorkbook(damaged, against: document, file: "a.xlsx")
        #expect(try parts(of: damaged) == whole, "flipped at \(index)")
      } catch { refused += 1 }
    }
    #expect(refused > bytes.count / 7 / 2)
  }

  @Test func `a missing part is refused, whichever it is`() throws {
    let document = try sampleWorkbook()
    let whole = try parts(of: renderWorkbook(document))
    for name in whole.keys.sorted() {
      let rest = try archive(of: whole.filter { $0.key != name })
      #expect(throws: Fault.self, "without \(name)") {
        try checkWorkbook(rest, against: document, file: "a.xlsx")
      }
    }
    try checkWorkbook(archive(of: whole), against: document, file: "a.xlsx")
  }

  @Test func `a part that is not XML is refused, whichever it is`() throws {
    let document = try sampleWorkbook()
    let whole = try parts(of: renderWorkbook(document))
    for (name, content) in whole.sorted(by: { $0.key < $1.key }) {
      for broken in [Array(content.dropLast(3)), Array("<!DOCTYPE a><a/>".utf8), []] {
        let file = try archive(of: whole.merging([name: broken]) { $1 })
        #expect(throws: Fault.self, "broken \(name)") {
          try checkWorkbook(file, against: document, file: "a.xlsx")
        }
      }
    }
  }

  @Test(arguments: [
    ("xl/worksheets/sheet2.xml", "<v>1234567</v>", "<v>1234568</v>"),
    ("xl/worksheets/sheet2.xml", "<v>1234567</v>", "<v>1234567,5</v>"),
    ("xl/worksheets/sheet2.xml", "<v>1234567</v>", "<v>NAN</v>"),
    ("xl/worksheets/sheet2.xml", "<v>1234567</v>", "<f>1+1</f><v>1234567</v>"),
    ("xl/worksheets/sheet2.xml", "t=\"s\"><v>3</v>", "t=\"s\"><v>999</v>"),
    ("xl/worksheets/sheet2.xml", "t=\"s\"><v>3</v>", "t=\"s\"><v>-1</v>"),
    ("xl/worksheets/sheet2.xml", "t=\"s\"><v>3</v>", "t=\"e\"><v>#REF!</v>"),
    ("xl/worksheets/sheet2.xml", "r=\"D6\"", "r=\"D7\""),
    ("xl/worksheets/sheet2.xml", "ref=\"A1:F6\"", "ref=\"A1:F5\""),
    ("xl/worksheets/sheet2.xml", "<hyperlink ref=\"B4\"", "<hyperlink ref=\"B6\""),
    ("xl/tables/table1.xml", "ref=\"A3:F6\"", "ref=\"A3:F5\""),
    ("xl/tables/table1.xml", "name=\"Mã\"", "name=\"Tên\""),
    ("xl/workbook.xml", "name=\"Kết quả\"", "name=\"Kết qủa\""),
    ("xl/sharedStrings.xml", "Chưa đạt", "Đã đạt"),
  ])
  func `a file that says something else is refused`(name: String, old: String, new: String) throws {
    let document = try sampleWorkbook()
    var parts = try parts(of: renderWorkbook(document))
    let text = String(decoding: try #require(parts[name]), as: UTF8.self)
    let changed = text.replacing(old, with: new)
    try #require(changed != text)
    parts[name] = Array(changed.utf8)
    let file = try archive(of: parts)
    #expect(throws: Fault.self) { try checkWorkbook(file, against: document, file: "a.xlsx") }
  }

  @Test func `a document with one row, sheet or letter more is another`() throws {
    let texts = ["một", "hai"]
    let bytes = try renderWorkbook(workbook(of: texts))
    let others = try [
      workbook(of: texts + ["ba"]), workbook(of: ["một"]), workbook(of: ["một", "hái"]),
      workbook([("Trang", oneColumn(texts)), ("Thêm", nil)]), workbook([("Trang", nil)]),
      workbook([("Trang", oneColumn(id: "khac", texts))]),
      workbook([("Trang", oneColumn(heading: "Khác", texts))]),
    ]
    for other in others {
      #expect(throws: Fault.self) { try checkWorkbook(bytes, against: other, file: "a.xlsx") }
    }
  }

  @Test(arguments: [63, 64, 65])
  func `elements are nested 64 deep at most`(depth: Int) throws {
    let document = try workbook(of: ["a"])
    var parts = try parts(of: renderWorkbook(document))
    let nested = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    parts["xl/theme/theme1.xml"] = Array(nested.utf8)
    let file = try archive(of: parts)
    if depth > 64 {
      #expect(throws: Fault.self) { try checkWorkbook(file, against: document, file: "a.xlsx") }
    } else {
      try checkWorkbook(file, against: document, file: "a.xlsx")
    }
  }

  @Test func `a fault names the file`() throws {
    let document = try workbook(of: ["a"])
    let fault = #expect(throws: Fault.self) {
      try checkWorkbook([], against: document, file: "748/bao-cao.xlsx")
    }
    #expect(fault?.problems.map(\.file) == ["748/bao-cao.xlsx"])
  }
}

/// A zip archive of the parts.
func archive(of parts: [String: [UInt8]]) throws -> [UInt8] {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString + ".zip")
  defer { try? FileManager.default.removeItem(at: path) }
  let archive = try #require(zip_open(path.path, ZIP_CREATE, nil))
  for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
    let copy = try #require(malloc(max(content.count, 1)))
    UnsafeMutableRawBufferPointer(start: copy, count: content.count).copyBytes(from: content)
    let source = try #require(zip_source_buffer(archive, copy, UInt64(content.count), 1))
    try #require(zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) >= 0)
  }
  try #require(zip_close(archive) == 0)
  return [UInt8](try Data(contentsOf: path))
}
