import Audit
import Testing

/// A sentence, a fact or a digest that says something else than the result is found.
@Suite("A tampered text") struct TamperedTextTests {
  typealias Case = (path: String, old: String, new: String, kind: Discrepancy.Kind)

  private static let reports = [
    "748-ba-ria/bao-cao-tu-danh-gia", "750-chau-duc/bao-cao-tu-danh-gia",
    "752-long-dien/bao-cao-tu-danh-gia", "754-phu-my/bao-cao-tu-danh-gia",
    "77-ba-ria-vung-tau/bao-cao-tong-ket-thi-diem",
  ]

  static let cases: [Case] = ["html", "md", "xlsx"].flatMap { ending -> [Case] in
    let district = "748-ba-ria/bao-cao-tu-danh-gia.\(ending)"
    let failed = "750-chau-duc/bao-cao-tu-danh-gia.\(ending)"
    let pending = "752-long-dien/bao-cao-tu-danh-gia.\(ending)"
    // A workbook says the same in cells that are calculated.
    let sentences: [Case] = [
      (district, "Mức độ này do chỉ báo 2.1.2", "Mức độ này do chỉ báo 2.2.4", .level),
      (pending, "mức độ cao nhất có thể là 2", "mức độ cao nhất có thể là 3", .level),
      (failed, "Chỉ báo không đạt: 3.1.1", "Chỉ báo không đạt: 3.1.2", .level),
    ]
    return [
      (district, "Đủ điều kiện công nhận huyện/thành phố học tập mức độ 2", "Không đạt", .outcome),
      (
        district, "Đủ điều kiện công nhận huyện/thành phố học tập mức độ 2",
        "Đủ điều kiện công nhận huyện/thành phố học tập mức độ 3", .outcome
      ),
      (pending, "có thể đạt cao nhất mức độ 2", "có thể đạt cao nhất mức độ 3", .outcome),
      (failed, "Không đạt; bổ sung", "Chưa đạt; bổ sung", .outcome),
      (district, "16/16", "15/16", .status), (district, "25/11/2022", "26/11/2022", .asOf),
    ] + (ending == "xlsx" ? [] : sentences)
  }

  @Test("is found", arguments: 0..<9) func found(number: Int) throws {
    let items = stride(from: number, to: Self.cases.count, by: 9).map { Self.cases[$0] }
    var folder = try Folder()
    for item in items { try folder.replace(item.old, by: item.new, in: item.path) }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    for item in items {
      #expect(
        found.contains { $0.kind == item.kind && $0.file == item.path },
        "\(item.path) \(item.new): \(found)")
    }
    #expect(found.allSatisfy { difference in items.contains { $0.path == difference.file } })
  }

  @Test("is found in the digest of every document") func digest() throws {
    let whole = try Folder()
    let documents = whole.paths.filter { path in
      ["html", "md", "xlsx"].contains { path.hasSuffix(".\($0)") }
    }
    let digests = try whole.paths.filter { $0.hasSuffix("/result.json") }
      .map { sha256Text(try whole.bytes(of: $0)) }
    var folder = whole
    for path in documents {
      var count = 0
      for digest in digests where try folder.holds(digest, in: path) {
        try folder.replace(digest, by: String(digest.reversed()), in: path)
        count += 1
      }
      #expect(count == (path == "index.html" ? 5 : 1), "\(path)")
    }
    try folder.forgeManifest()
    let audit = try folder.audit()
    #expect(audit.documents == documents.count)
    #expect(audit.discrepancies.allSatisfy { $0.kind == .resultDigest })
    #expect(Set(audit.discrepancies.map(\.file)) == Set(documents))
  }

  @Test(
    "that is left out is missed", arguments: ["mã kiểm tra SHA-256", "Kết luận", "Kết quả"],
    ["html", "md"])
  func leftOut(phrase: String, ending: String) throws {
    var folder = try Folder()
    for report in Self.reports {
      try folder.replace(phrase, by: "Điều khác", in: "\(report).\(ending)")
    }
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies.filter { $0.kind == .unstated }
    #expect(Set(found.map(\.file)) == Set(Self.reports.map { "\($0).\(ending)" }))
  }

  @Test("that is only hidden is not read", arguments: ["hidden", "style=\"display: none\""])
  func hidden(attribute: String) throws {
    let path = "748-ba-ria/bao-cao-tu-danh-gia.html"
    var folder = try Folder()
    try folder.replace(
      "<footer class=\"colophon\">", by: "<footer class=\"colophon\" \(attribute)>", in: path)
    try folder.forgeManifest()
    let found = try folder.audit().discrepancies
    #expect(Set(found.map(\.kind)) == [.unstated, .disagreement])
    #expect(found.count == 2)
  }
}
