import OpenXML

/// The first thing in which a workbook's file is not what it should be, with a message in
/// Vietnamese.
func difference(_ message: String) -> PackageProblem { PackageProblem(.content, message) }

/// Throws unless what was found is what was expected.
func expect<Value: Equatable>(
  _ found: Value, toBe expected: Value, _ what: String
) throws(PackageProblem) {
  guard found != expected else { return }
  throw difference("\(what) là “\(found)”, đáng lẽ là “\(expected)”.")
}

extension PackageProblem {
  /// A sentence in Vietnamese.
  var message: String {
    switch kind {
    case .zip: "Tệp bị cắt cụt hoặc không phải tệp xlsx."
    case .parts: "Tệp có hai phần cùng tên."
    case .size: "Tệp giải nén quá lớn."
    case .missing: "Thiếu phần “\(detail)”."
    case .checksum: "Phần “\(detail)” bị hỏng (sai mã kiểm)."
    case .xml: "Phần “\(detail)” không phải XML đúng khuôn dạng."
    case .doctype: "XML có khai báo DOCTYPE, không được phép."
    case .depth: "XML lồng nhau quá sâu."
    case .content: detail
    case .password, .reference, .string, .style, .cells: "\(kind.rawValue): \(detail)"
    }
  }
}
