import Foundation
import Testing

/// How `hoctap check` shows findings to those who mend them.
@Suite("Printed findings") struct CheckPrintingTests {
  private static let feedback = "2022/748-ba-ria/gop-y.csv"
  private static let heading = "Chỉ báo;Mức độ phù hợp;Vướng mắc;Kiến nghị\n"

  /// What is printed of Bà Rịa when its feedback has these rows.
  private func printed(_ rows: String, _ options: String...) throws -> String {
    try withSandbox { sandbox in
      try sandbox.write(Self.heading + rows, to: Self.feedback)
      let ending = try sandbox.hoctap(
        ["check", sandbox.workspace.path, "--unit", "748", "--as-of", Tool.asOf] + options)
      #expect(ending.errors.isEmpty)
      return ending.output
    }
  }

  /// The row that is shown and the line of marks under it.
  private func marked(_ output: String) throws -> (row: String, marks: String) {
    let lines = output.split(separator: "\n").map(String.init)
    let marks = try #require(lines.firstIndex { $0.contains("^") })
    return (lines[marks - 1], lines[marks])
  }

  @Test("have place, row, mark, message and hint") func whole() throws {
    let output = try printed("2.1.2;rất hợp;khó;bỏ\n")
    #expect(output.contains("lỗi[V111] 2.1.2 Giá trị “rất hợp” ở cột “Mức độ phù hợp”"))
    #expect(output.contains("--> \(Self.feedback):2:2 (ô B2)"))
    #expect(output.contains(" 2 | 2.1.2;rất hợp;khó;bỏ\n   |       ^^^^^^^\n"))
    #expect(output.contains("= cách xử lý: Chọn một trong các giá trị"))
    #expect(output.contains("= căn cứ: Phụ lục 1, chỉ báo 2.1.2"))
    #expect(output.contains("Thành phố Bà Rịa\n\nVăn phòng") || output.contains("Phòng "))
  }

  @Test(
    "mark the cell whatever the width of the letters before it",
    arguments: [
      ("Bà Rịa;Vũng Tàu", "Vũng Tàu", 7), ("学习;x y", "x y", 5), ("a\u{301}o;xấu", "xấu", 3),
    ])
  func width(row: String, cell: String, before: Int) throws {
    let output = try printed("\(row);;\n")
    let (_, marks) = try marked(output)
    // The first cell is no indicator, and the mark stands under it.
    #expect(marks.hasSuffix("| " + String(repeating: "^", count: before - 1)), "\(output)")
  }

  @Test("cut long rows around the cell") func long() throws {
    let filler = String(repeating: "rất dài ", count: 40)
    let output = try printed("2.1.2;sai;\(filler);\(filler)\n2.1.2;phù hợp;\(filler);a\"b\n")
    for line in output.split(separator: "\n") where line.contains(" | ") {
      #expect(line.count <= 100, "\(line)")
    }
    #expect(output.contains("…") && output.contains("^^^"))
    let lines = output.split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.contains(" | ") && $0.contains("a\"b") })
    let start = try #require(lines[row].range(of: "a\"b")).lowerBound
    let column = lines[row].distance(from: lines[row].startIndex, to: start)
    #expect(
      lines[row + 1].firstIndex(of: "^").map {
        lines[row + 1].distance(from: lines[row + 1].startIndex, to: $0)
      } == column)
  }

  @Test("let nothing of a file steer the terminal") func harmless() throws {
    let output = try printed("2.1.2;\u{1B}[2J\u{7}sai;a\u{202E}b\tc;\u{9B}31m\n")
    let steering = output.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
    }
    #expect(steering.isEmpty)
    #expect(output.contains("→"))
  }

  @Test("fold a flood, and show all of it when asked") func flood() throws {
    let rows = String(repeating: "2.1.2;sai;;\n", count: 40)
    let folded = try printed(rows)
    #expect(folded.ranges(of: "lỗi[V111]").count == 3)
    #expect(folded.contains("… và 37 phát hiện V111 khác trong tệp này; xem đủ bằng --all"))
    #expect(folded.contains("40 lỗi, "))
    let whole = try printed(rows, "--all")
    #expect(whole.ranges(of: "lỗi[V111]").count == 40 && !whole.contains("--all"))
    let few = try printed(String(repeating: "2.1.2;sai;;\n", count: 5))
    #expect(few.ranges(of: "lỗi[V111]").count == 5)
  }

  @Test("end with how much was checked when all is well") func clean() throws {
    let output = try printed("2.1.2;phù hợp;;\n")
    #expect(output.contains(/^0 lỗi, đã kiểm [1-9]\d* mục \(/))
    #expect(output.split(separator: "\n").count == 1)
  }

  @Test("are all in the JSON, with address and row") func json() throws {
    let json = try printed("2.1.2;sai;khó;\n", "--format", "json")
    let found = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    let finding = try #require(found.first { $0["code"] as? String == "V111" })
    #expect(finding["cell"] as? String == "B2" && finding["row"] as? String == "2.1.2;sai;khó;")
    #expect(finding["line"] as? Int == 2 && finding["hint"] is String)
  }
}
