import Model

/// What is to be said of the cells of one table besides their texts.
struct SheetRemarks {
  private struct Row {
    var formulas = 0
    var formulasWithoutValue = 0
    var firstFormula: (row: Int, column: Int)?
    var decomposed = 0
    var control: (name: String, fate: String, row: Int, column: Int)?
  }

  private var total = Row()
  private var current = Row()
  private var controls: [(name: String, fate: String, row: Int, column: Int)] = []

  mutating func startRow() { current = Row() }

  mutating func note(_ value: WorkbookText, hasFormula: Bool, row: Int, column: Int) {
    if hasFormula {
      current.formulas += 1
      if value.text.isEmpty { current.formulasWithoutValue += 1 }
      current.firstFormula = current.firstFormula ?? (row, column)
    }
    guard value.isRemarkable else { return }
    if value.isDecomposed { current.decomposed += 1 }
    if let name = value.controlCharacter {
      current.control =
        current.control ?? (name, fate(ofControlsIn: value.text), row, column)
    }
  }

  /// The row belongs to the table; what was noted of other rows is forgotten.
  mutating func keepRow() {
    total.formulas += current.formulas
    total.formulasWithoutValue += current.formulasWithoutValue
    total.firstFormula = total.firstFormula ?? current.firstFormula
    total.decomposed += current.decomposed
    if let control = current.control { controls.append(control) }
  }

  func findings(at sheet: SourcePlace) -> [Finding] {
    var findings = controls.map { control in
      Finding(
        .controlCharacter,
        place: sheet.cell(line: control.row, columnNumber: control.column),
        value: control.name,
        details: [
          "character": control.name, "line": String(control.row), "fate": control.fate,
        ])
    }
    if let (row, column) = total.firstFormula {
      let place = sheet.cell(line: row, columnNumber: column)
      findings.append(
        Finding(
          .formulaValueTaken, place: sheet,
          details: [
            "count": String(total.formulas), "first": place.address ?? "",
            "empty": String(total.formulasWithoutValue),
          ]))
    }
    if total.decomposed > 0 {
      findings.append(
        Finding(
          .textDecomposed, place: sheet, details: ["count": String(total.decomposed)]))
    }
    return findings
  }
}
