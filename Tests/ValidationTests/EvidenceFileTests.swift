import Model
import Testing

@testable import Validation

@Suite("The files that a ledger names")
struct EvidenceFileTests {
  private static let heading = "Chỉ báo|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành|Tệp"
  private static let decomposed = "quye\u{302}\u{301}t-di\u{323}nh.pdf"

  private func check(named name: String, among files: [String: Model.Attachment]) -> Submission {
    submission(
      [
        "so-lieu.csv": "Chỉ báo|Đạt\n1.1.1|có",
        "minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|15/06/2022|UBND|\(name)",
      ],
      attachments: Dictionary(
        uniqueKeysWithValues: files.map { ("minh-chung/\($0)", $1) }))
  }

  private func file(_ digest: String, _ format: AttachmentFormat? = nil) -> Model.Attachment {
    Model.Attachment(size: 1, digest: digest, format: format)
  }

  @Test(
    "A name that differs only in spelling is a note, and the file is used",
    arguments: [
      ("BAO-CAO.PDF", "bao-cao.pdf"), ("bao-cao.pdf", "Bao-Cao.PDF"),
      ("hoà bình.pdf", "hòa bình.pdf"), ("thuý.pdf", "THÚY.pdf"), ("khoẻ.pdf", "khỏe.pdf"),
      ("quyết-dịnh.pdf", decomposed), ("sub/ĐỀ ÁN.pdf", "Sub/đề án.pdf"),
    ])
  func spelling(written: String, actual: String) {
    let outcome = check(named: written, among: [actual: file("d")])
    #expect(outcome.codes == [.documentFileNameVaries])
    #expect(outcome.evidence.map(\.fileDigest) == ["d"])
    #expect(outcome.evidence.map(\.isWhole) == [true])
    let details = outcome.findings(.documentFileNameVaries).map(\.details)
    #expect(details == [["actual": actual]])
    #expect(details.first?["actual"].map { Array($0.utf8) } == Array(actual.utf8))
  }

  @Test(
    "A name that differs in more than spelling names another file",
    arguments: [
      ("ma.pdf", "mà.pdf"), ("mà.pdf", "má.pdf"), ("mâ.pdf", "ma.pdf"), ("da.pdf", "đa.pdf"),
      ("bao cao.pdf", "bao-cao.pdf"), ("a.pdf", "a.PDF.pdf"), ("sub/a.pdf", "a.pdf"),
    ])
  func otherFile(written: String, actual: String) {
    let outcome = check(named: written, among: [actual: file("d")])
    #expect(outcome.codes == [.documentFileAbsent, .unknownFile])
  }

  @Test(
    "The evidence folder may be named before the file",
    arguments: [
      ("minh-chung/a.pdf", "a.pdf", true), ("minh-chung\\sub/a.pdf", "sub/a.pdf", true),
      ("Minh-Chung/a.pdf", "a.pdf", true), ("./minh-chung/a.pdf", "a.pdf", true),
      ("minh-chung/minh-chung/a.pdf", "minh-chung/a.pdf", true),
      ("minh-chung/b.pdf", "a.pdf", false), ("minh-chung", "a.pdf", false),
    ])
  func folderPrefix(written: String, actual: String, isFound: Bool) {
    let outcome = check(named: written, among: [actual: file("d")])
    #expect(outcome.codes == (isFound ? [] : [.documentFileAbsent, .unknownFile]))
    #expect(outcome.evidence.map(\.fileDigest) == [isFound ? "d" : nil])
  }

  @Test(
    "The evidence folder is known in any spelling of its name",
    arguments: [
      ("minh-chung", true), ("Minh-Chung", true), ("minh_chung", true), ("Minh chứng", true),
      ("minhchung", true), ("minh-chung-2022", false), ("chung-minh", false), ("", false),
    ])
  func folderName(name: String, isKnown: Bool) {
    #expect(isEvidenceFolder(name) == isKnown)
    guard isKnown else { return }
    let outcome = submission(
      ["minh-chung.csv": "\(Self.heading)\n1.1.1|1/BC|15/06/2022|UBND|sub/a.pdf"],
      attachments: ["\(name)/sub/a.pdf": file("d")])
    #expect(outcome.codes == [.unitWithoutFigures])
    #expect(outcome.evidence.map(\.fileDigest) == ["d"])
  }

  @Test("Of two files whose names are spelt alike, only the exact one is meant")
  func ambiguity() {
    let files = ["a.pdf": file("small"), "A.PDF": file("large")]
    #expect(check(named: "a.pdf", among: files).evidence.map(\.fileDigest) == ["small"])
    #expect(check(named: "A.PDF", among: files).evidence.map(\.fileDigest) == ["large"])
    let neither = check(named: "A.pdf", among: files)
    #expect(neither.codes == [.documentFileAbsent, .unknownFile, .unknownFile])
  }

  @Test("Two files whose names differ in Unicode form alone are two files")
  func unicodeForms() {
    let composed = "quyết-dịnh.pdf"
    #expect(composed == Self.decomposed)
    let sources = UnitSources(
      unit: TestUnit.baRia, folder: "2022/748",
      files: [(composed, "nfc"), (Self.decomposed, "nfd")].map { name, digest in
        SourceFile(
          path: "2022/748/minh-chung/\(name)", office: nil, content: .attachment(file(digest)))
      })
    let files = EvidenceFiles(of: sources)
    let folder = "2022/748/minh-chung/"
    #expect(files.file(at: folder + composed)?.file.attachment.digest == "nfc")
    #expect(files.file(at: folder + Self.decomposed)?.file.attachment.digest == "nfd")
    #expect(files.file(at: folder + composed.uppercased()) == nil)
  }

  @Test(
    "Content of another kind than the name says is a warning, and a document all the same",
    arguments: [
      ("a.pdf", AttachmentFormat.pdf, true), ("a.pdf", .docx, false), ("a.PDF", .zip, false),
      ("a.docx", .docx, true), ("a.docx", .doc, false), ("a.doc", .ole, true),
      ("a.xlsx", .xlsx, true), ("a.xlsx", .zip, false), ("a.xls", .xls, true),
      ("a.zip", .docx, true), ("a.jpg", .jpeg, true), ("a.JPEG", .png, false),
      ("a.tif", .tiff, true), ("a.txt", .text, true), ("a.txt", .unknown, false),
      ("a.bin", .unknown, true), ("a", .unknown, true),
    ])
  func formats(name: String, format: AttachmentFormat, fits: Bool) {
    let outcome = check(named: name, among: [name: file("d", format)])
    #expect(outcome.codes == (fits ? [] : [.documentFileTypeDiffers]))
    #expect(outcome.evidence.map(\.isWhole) == [true])
    let details = outcome.findings(.documentFileTypeDiffers).map(\.details)
    #expect(details == (fits ? [] : [["format": format.rawValue]]))
  }

  @Test("Whatever a ledger writes, a file is used only from below its evidence folder")
  func containment() {
    let names = ["..", ".", "", "a", "minh-chung", "so-lieu.csv", "/", "\\", "C:", "~"]
    for first in names {
      for second in names {
        for separator in ["/", "\\"] {
          let path = EvidencePath(first + separator + second, below: "2022/748/minh-chung")
          guard case .inside(let place) = path else { continue }
          #expect(place.hasPrefix("2022/748/minh-chung/") && !place.contains(".."))
        }
      }
    }
  }
}
