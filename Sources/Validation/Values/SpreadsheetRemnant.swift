import Model

/// What a spreadsheet leaves in a cell in place of a value.
enum SpreadsheetRemnant {
  /// `#N/A`, or signs for a column that is too narrow.
  case error
  /// `=A1+B1`
  case formula

  /// Returns `nil` for a text that is none.
  init?(_ text: String) {
    if text.utf8.first == 0x3D, text.utf8.count > 1 {
      self = .formula
    } else if text.utf8.first == 0x23, Self.isError(text) {
      self = .error
    } else {
      return nil
    }
  }

  var code: FindingCode {
    switch self {
    case .error: .spreadsheetError
    case .formula: .formulaText
    }
  }

  private static func isError(_ text: String) -> Bool {
    errors.contains(text.uppercased()) || text.utf8.count > 1 && text.utf8.allSatisfy { $0 == 0x23 }
  }

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#FIELD!", "#GETTING_DATA",
  ]
}
