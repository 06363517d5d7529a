import Audit
import Foundation
import Pipeline
import SampleSupport
import Testing

/// Annual reports read back beside their results.
@Suite("The audit of a programme with targets") struct TargetAuditTests {
  private func audit(_ change: (String, String) -> String = { $1 }) throws -> Audit {
    let files = try CitizenSample.files().map { file in
      let isText = [".html", ".md"].contains { file.path.hasSuffix($0) }
      let bytes =
        isText
        ? Array(change(file.path, String(decoding: file.bytes, as: UTF8.self)).utf8) : file.bytes
      return WorkspaceFile(path: file.path, bytes: bytes)
    }
    return try verify(files, templates: SampleRequest.make().templates)
  }

  @Test("finds nothing in what was written") func agrees() throws {
    let audit = try audit()
    #expect(audit.discrepancies.isEmpty, "\(audit.discrepancies)")
    #expect(audit.results == 25 && audit.documents > 60)
  }

  @Test("finds a target that is told as met, a share and a group that are changed")
  func tampered() throws {
    let edits = [
      ("507-dien-ban/bao-cao-nam.md", "60%: chưa đạt, còn thiếu 32.600 người lớn", "60%: đạt"),
      ("502-tam-ky/bao-cao-nam.html", "46,22%", "56,22%"),
      ("503-hoi-an/bao-cao-nam.md", "44,89%", "64,89%"),
    ]
    let found = try audit { path, text in
      edits.reduce(text) { $1.0 == path ? $0.replacing($1.1, with: $1.2) : $0 }
    }.discrepancies
    for (path, _, new) in edits {
      let told = found.filter { $0.file == path && $0.kind != .digest && $0.kind != .size }
      #expect(told.contains { $0.found.contains(new) }, "\(path): \(told)")
    }
  }

  /// What belongs to the pilot is told by the pilot alone.
  @Test("has no word of a pilot, a level or a recognition in its papers") func words() throws {
    for file in try CitizenSample.files() where file.path.hasSuffix(".md") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for word in ["thí điểm", "tự đánh giá", "ức độ ", "huyện/thành phố học tập"] {
        #expect(!text.contains(word), "\(file.path): \(word)")
      }
    }
  }
}
