import Foundation
import Model
import Testing

@testable import Rendering

@Suite("Forms") struct FormTests {
  private func form(
    message: String = "Hãy chọn.", listsName: String = "Danh mục", spare: Int = 3,
    rows: [[FormCell]]? = nil
  ) throws -> BlankForm {
    let word = FormCheck(
      .word(list: "Đạt", words: ["có", "không"]), title: "Sai", message: message)
    let part = FormCheck(.part(of: 2, upTo: 99), title: "Sai", message: message)
    return BlankForm(
      kind: .figures,
      columns: [
        .init("Chỉ báo", .text), .init("Đạt", .text, check: word),
        .init("Tổng số", .count, check: part),
      ],
      rows: rows ?? [
        [.given("2.1.1"), .asked(word), .unused], [.given("=1+1; \"x\""), .unused, .asked(part)],
      ], spareRows: spare, sheetName: "Số liệu", listsName: listsName,
      guide: WorkbookDocument(
        title: "Hướng dẫn", subject: "", author: "", created: try day(2022, 1, 1),
        sheets: [.init(name: "Hướng dẫn", title: "Hướng dẫn", lines: ["Điền."], table: nil)]))
  }

  @Test("give equal bytes each time, and pass their check") func repeatable() throws {
    let form = try form()
    let bytes = try renderForm(form, file: "a.xlsx")
    #expect(try renderForm(form, file: "a.xlsx") == bytes)
    try checkForm(bytes, against: form, file: "a.xlsx")
  }

  @Test("that are cut, or hold something else, are refused") func damaged() throws {
    let form = try form()
    let bytes = try renderForm(form, file: "a.xlsx")
    for length in stride(from: 0, to: bytes.count, by: 301) {
      #expect(throws: Fault.self, "cut at \(length)") {
        try checkForm(Array(bytes.prefix(length)), against: form, file: "a.xlsx")
      }
    }
    let other = try self.form(rows: [[.given("2.1.2"), .unused, .unused]])
    #expect(throws: Fault.self) { try checkForm(bytes, against: other, file: "a.xlsx") }
  }

  @Test("with words that a spreadsheet cannot keep are refused", arguments: [255, 256])
  func limits(length: Int) throws {
    let form = try form(message: String(repeating: "ư", count: length))
    if length == 255 {
      try checkForm(renderForm(form, file: "a.xlsx"), against: form, file: "a.xlsx")
    } else {
      #expect(throws: Fault.self) { try renderForm(form, file: "a.xlsx") }
    }
    let named = try self.form(listsName: "Số liệu")
    #expect(throws: Fault.self) { try renderForm(named, file: "a.xlsx") }
  }

  @Test("without a prefilled row or a list are rendered too") func bare() throws {
    for spare in [0, 1] {
      let form = try form(spare: spare, rows: [])
      try checkForm(renderForm(form, file: "a.xlsx"), against: form, file: "a.xlsx")
    }
  }

  @Test("in CSV have a byte order mark, semicolons, and nothing that is a formula")
  func csv() throws {
    let text = String(decoding: renderFormCSV(try form()).dropFirst(3), as: UTF8.self)
    #expect(renderFormCSV(try form()).prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(text == "Chỉ báo;Đạt;Tổng số\r\n2.1.1;;\r\n\"'=1+1; \"\"x\"\"\";;\r\n")
  }
}
