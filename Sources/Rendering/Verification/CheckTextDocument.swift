public import Model
import OpenXML

/// Reads a text document (.docx) again, which another program made.
///
/// Every part of the archive is read to its end: checksum, size, well-formed XML; and everything that
/// the main part refers to is there. Faults give the name `file`. Pure.
///
/// - Throws: a fault with the first thing for which the document cannot be used.
public func checkTextDocument(_ bytes: [UInt8], file: String) throws(Fault) {
  do throws(PackageProblem) {
    let archive = try ZipArchive(bytes, limits: .own)
    for name in archive.names where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      try readXML(name, of: archive, to: WellFormedPart())
    }
    let names = "word/_rels/document.xml.rels"
    let known = RelationshipsPart(names)
    try readXML(names, of: archive, to: known)
    let part = ReferencesPart()
    try readXML("word/document.xml", of: archive, to: part)
    for id in part.headers where known.targets[id]?.type != "header" {
      throw difference("Phần đầu trang “\(id)” không có trong tệp.")
    }
  } catch {
    throw Fault(file: file, "Tệp .docx vừa ghi không dùng được: \(error.message)")
  }
}

/// Reads which headers the sections of a text document refer to.
private final class ReferencesPart: PartReader {
  private(set) var headers: [String] = []

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    if element == "headerReference" { headers.append(attributes.prefixed("id") ?? "") }
  }
}
