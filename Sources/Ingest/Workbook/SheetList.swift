import OpenXML

/// What a workbook says of its sheets, and what their cells refer to.
struct SheetList {
  /// One sheet of cells; charts and dialogs are none.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  let sheets: [Sheet]
  let context: WorkbookContext

  /// Reads the parts that the archive's own relationships name, and no other.
  init(of archive: borrowing ZipArchive) throws(PackageProblem) {
    let package = try relationships("_rels/.rels", of: archive)
    guard let part = Self.part("officeDocument", in: package) else {
      throw PackageProblem(.missing, "officeDocument")
    }
    let workbook = WorkbookPart()
    try readXML(part, of: archive, to: workbook)
    let targets = try relationships(relationshipsName(of: part), of: archive)
    // A sheet that stands outside the file is never opened, and nobody may think that it was read.
    if let outside = workbook.sheets.first(where: { targets[$0.relationship] == nil }) {
      throw PackageProblem(.missing, outside.name)
    }
    sheets = workbook.sheets.compactMap { sheet in
      guard let target = targets[sheet.relationship], target.type == "worksheet" else { return nil }
      return Sheet(name: sheet.name, part: target.part, isHidden: sheet.isHidden)
    }
    guard !sheets.isEmpty else { throw PackageProblem(.missing, "worksheet") }
    let formats = CellFormatsPart()
    if let part = Self.part("styles", in: targets) {
      try readXML(part, of: archive, to: formats)
    }
    let texts = SharedStringsPart(limit: mostCells) { WorkbookText($0) }
    if let part = Self.part("sharedStrings", in: targets) {
      try readXML(part, of: archive, to: texts)
    }
    context = WorkbookContext(
      texts: texts.texts, formats: formats.formats,
      days: workbook.countsFrom1904 ? .from1904 : .from1900)
  }

  /// The part of that type; where there are several, the same in every run.
  private static func part(
    _ type: String, in targets: [String: RelationshipsPart.Target]
  ) -> String? {
    targets.values.filter { $0.type == type }.map(\.part).min()
  }
}

private func relationships(
  _ name: String, of archive: borrowing ZipArchive
) throws(PackageProblem) -> [String: RelationshipsPart.Target] {
  let part = RelationshipsPart(name)
  try readXML(name, of: archive, to: part)
  return part.targets
}

/// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
private func relationshipsName(of part: String) -> String {
  let end = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
  return "\(part[..<end])_rels/\(part[end...]).rels"
}
