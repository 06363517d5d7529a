import Model

/// The digest (mã kiểm tra) that ties every document to the `result.json` that it rests on.
extension Composer {
  /// The path of a unit's result from the period's folder.
  func resultFile(of unit: UnitRecord) -> String { "\(unit.folderName)/result.json" }

  /// Names the unit's result and its whole digest; `nil` until the results are written.
  func digestStatement(of unit: UnitRecord) -> String? {
    digests[unit.unit.code].map { digest in
      words(
        .digestStatement,
        ["unit": unit.unit.nameInSentence, "file": resultFile(of: unit), "digest": digest])
    }
  }

  /// The digest of the result of each unit and office, for the board.
  func digestSection() -> [Section] {
    let rows = (record.units + record.offices).compactMap { unit in
      digests[unit.unit.code].map { digest in
        [Cell(unit.unit.name, link: resultFile(of: unit)), Cell(digest)]
      }
    }
    guard !rows.isEmpty else { return [] }
    let table = Table(
      id: "ma-kiem-tra-ket-qua", caption: words(.digestTable),
      columns: [.init(words(.columnUnit)), .init(words(.digestColumn))], rows: rows)
    return [
      Section(
        id: "ma-kiem-tra", number: "", title: words(.digestSection), blocks: [.table(table)])
    ]
  }
}
