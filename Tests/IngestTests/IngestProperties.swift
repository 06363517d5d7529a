import Ingest
import Model
import Testing

private let names = ["Chỉ báo", "Số, ký hiệu", "Tên cơ quan, đơn vị", "Trích yếu", "Ghi chú"]
private let rows = [
  ["2.1.1", "25/KH-UBND", "Sở Giáo dục và Đào tạo", "Kế hoạch, \"thí điểm\"; đợt 1", ""],
  ["2.2.4", "", "Ủy ban nhân dân thị xã Phú Mỹ", "Dòng một\nDòng hai\tba", " "],
  ["", "", "", "", ""],
  ["3.1.1", "79,95", "Hội Khuyến học", "ưỡn ẹo, khuỷu tay", "đủ"],
]

private func written(separator: String, lineEnd: String) -> String {
  ([names] + rows).map { row in
    row.map { cell in
      let isPlain = !cell.contains { "\"\n,;\t".contains($0) }
      let text = cell.replacing("\"", with: "\"\"").replacing("\n", with: lineEnd)
      return isPlain ? text : "\"\(text)\""
    }.joined(separator: separator) + lineEnd
  }.joined()
}

@Suite struct IngestProperties {
  @Test(
    "Every encoding, separator and line end of a table gives the same table",
    arguments: Encoder.allCases, [";", ",", "\t"])
  func everyWriting(encoder: Encoder, separator: String) {
    let expected = ingested(Array(written(separator: ";", lineEnd: "\n").utf8))
    #expect(expected.table?.rows.count == 3)
    #expect(texts(expected.table)?[1][3] == "Dòng một\nDòng hai\tba")
    for lineEnd in ["\n", "\r\n", "\r"] {
      let bytes = encoder.bytes(written(separator: separator, lineEnd: lineEnd))
      let result = ingested(bytes)
      #expect(result.table == expected.table)
      #expect(places(result.findings) == (encoder == .utf8Decomposed ? ["F110 1:0"] : []))
    }
  }

  @Test("A file cut off at any byte gives a table or a finding", arguments: Encoder.allCases)
  func everyPrefix(encoder: Encoder) {
    let bytes = encoder.bytes(written(separator: ";", lineEnd: "\r\n"))
    for length in 0..<bytes.count {
      let result = ingested(Array(bytes.prefix(length)))
      #expect(result.table != nil || !result.findings.isEmpty)
    }
  }

  @Test("Whatever one byte of a file becomes, no row above its line changes")
  func everyDamage() throws {
    let bytes = Array(written(separator: ";", lineEnd: "\n").utf8)
    let whole = try #require(ingested(bytes).table)
    for index in bytes.indices.dropFirst(80) {
      for byte: UInt8 in [0x00, 0x0A, 0x22, 0x3B, 0x41, 0xFF] {
        var damaged = bytes
        damaged[index] = byte
        guard let table = ingested(damaged).table else { continue }
        let line = bytes[..<index].count { $0 == 0x0A } + 1
        let above = whole.rows.filter { $0.line + 1 < line }
        #expect(Array(table.rows.prefix(above.count)) == above)
      }
    }
  }

  @Test("Every cell of a file without quotes comes back, row for row")
  func everyRow() {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<300 {
      let width = Int.random(in: 2...5, using: &random)
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ in
          ["", "a", "79,95", "1.450", "Hoà", "x y"].randomElement(using: &random) ?? ""
        }
      }
      let text = ([Array(names.prefix(width))] + rows).map { $0.joined(separator: ";") }
      let found = texts(ingested(Array(text.joined(separator: "\n").utf8)).table)
      #expect(found == rows.filter { $0.contains { !$0.isEmpty } })
    }
  }
}

/// The same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
