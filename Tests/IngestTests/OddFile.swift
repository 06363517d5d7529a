import Ingest
import Model
import Testing

/// A file that departs from what the contract asks, and what must become of it.
struct OddFile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// Each row's cells; `nil` when there is to be no table.
  let rows: [[String]]?
  /// `code line:column` in the order in which they are reported.
  let findings: [String]

  init(_ name: String, _ text: String, _ rows: [[String]]?, _ findings: [String] = []) {
    self.init(name, bytes: Array(text.utf8), rows, findings)
  }

  init(_ name: String, bytes: [UInt8], _ rows: [[String]]?, _ findings: [String] = []) {
    self.name = name
    self.bytes = bytes
    self.rows = rows
    self.findings = findings
  }

  var testDescription: String { name }
}

let headings = Set(
  [
    "Chỉ báo", "Thành phần", "Đạt", "Số đạt", "Tổng số", "Tỷ lệ (%)", "Ghi chú", "Số, ký hiệu",
    "Ngày ban hành", "Trích yếu", "Tệp", "Tên cơ quan, đơn vị", "Xếp loại", "Mã", "Tên",
    "Trang bị dịch vụ, công cụ số", "Wifi miễn phí", "indicator", "numerator", "training_plan",
  ].map(folded))

func ingested(_ bytes: [UInt8]) -> IngestedTable {
  ingestTable(bytes, file: "so-lieu.csv", recognising: headings)
}

func texts(_ table: SourceTable?) -> [[String]]? {
  table.map { $0.rows.map { $0.cells.map(\.text) } }
}

/// `code line:column`, with 0 where a finding has none.
func places(_ findings: [Finding]) -> [String] {
  findings.map {
    "\($0.code.rawValue) \($0.place?.line ?? 0):\($0.place?.columnNumber ?? 0)"
  }
}
