import CXlsxWriter
import Foundation
import Model

/// The cells of one column, by the rows of the sheet counted from 0.
struct CheckedRange {
  let column: Int
  let rows: ClosedRange<Int>
}

extension Worksheet {
  /// Lets the spreadsheet refuse what a check does not take; an empty cell is always taken.
  func add(_ check: FormCheck, to range: CheckedRange, lists: FormLists) throws(WriterError) {
    let title = strdup(check.title)
    let message = strdup(check.message)
    defer {
      free(title)
      free(message)
    }
    var validation = lxw_data_validation()
    validation.error_title = title
    validation.error_message = message
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    let texts = validation.set(check.rule, of: range, lists: lists)
    defer { texts.forEach { free($0) } }
    try Rendering.check(
      worksheet_data_validation_range(
        pointer, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.column),
        lxw_row_t(range.rows.upperBound), lxw_col_t(range.column), &validation))
  }

  func freeze(rows: Int, columns: Int) throws(WriterError) {
    worksheet_freeze_panes(pointer, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Sets a column's width, and the format of its cells that nothing is written to.
  func setWidth(
    _ width: Double, ofColumn column: Int, _ format: Formats.Format
  ) throws(WriterError) {
    let column = lxw_col_t(column)
    try check(worksheet_set_column(pointer, column, column, width, format))
  }
}

extension lxw_data_validation {
  /// Takes over a rule.
  ///
  /// - Returns: the texts to free once the library has copied them.
  fileprivate mutating func set(
    _ rule: FormCheck.Rule, of range: CheckedRange, lists: FormLists
  ) -> [UnsafeMutablePointer<CChar>?] {
    let formula = { (text: String) in strdup(text) }
    switch rule {
    case .word(let heading, let words):
      set(LXW_VALIDATION_TYPE_LIST_FORMULA)
      value_formula = formula(lists.range(heading: heading, words: words))
    case .count(let limit):
      set(LXW_VALIDATION_TYPE_CUSTOM_FORMULA)
      value_formula = formula("=" + count(at: range.column, of: range, upTo: limit))
    case .part(let other, let limit):
      set(LXW_VALIDATION_TYPE_CUSTOM_FORMULA)
      value_formula = formula(pair(of: range, with: other, "<=", upTo: limit))
    case .whole(let other, let limit):
      set(LXW_VALIDATION_TYPE_CUSTOM_FORMULA)
      value_formula = formula(pair(of: range, with: other, ">=", upTo: limit))
    case .decimal(let limit): set(LXW_VALIDATION_TYPE_DECIMAL, from: 0, to: limit)
    case .year(let years):
      set(LXW_VALIDATION_TYPE_INTEGER, from: years.lowerBound, to: years.upperBound)
    case .day(let first):
      set(LXW_VALIDATION_TYPE_DATE_FORMULA)
      criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      minimum_formula = formula("=DATE(\(first.year),\(first.month),\(first.day))")
      maximum_formula = formula("=TODAY()")
    }
    return [value_formula, minimum_formula, maximum_formula]
  }

  private mutating func set(_ type: lxw_validation_types) { validate = UInt8(type.rawValue) }

  private mutating func set(_ type: lxw_validation_types, from least: Int, to most: Int) {
    set(type)
    criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    minimum_number = Double(least)
    maximum_number = Double(most)
  }
}

/// Whether the first cell of a range is a whole number from 0 to a limit.
private func count(at column: Int, of range: CheckedRange, upTo limit: Int) -> String {
  let cell = CellAddress(row: range.rows.lowerBound, column: column).relativeToRow
  return "AND(ISNUMBER(\(cell)),\(cell)=INT(\(cell)),\(cell)>=0,\(cell)<=\(limit))"
}

/// The same, and that it stands so to the cell in another column, unless that is empty.
private func pair(
  of range: CheckedRange, with other: Int, _ comparison: String, upTo limit: Int
) -> String {
  let row = range.rows.lowerBound
  let cell = CellAddress(row: row, column: range.column).relativeToRow
  let partner = CellAddress(row: row, column: other).relativeToRow
  let counted = count(at: range.column, of: range, upTo: limit)
  return "=AND(\(counted),OR(ISBLANK(\(partner)),\(cell)\(comparison)\(partner)))"
}

extension CellAddress {
  /// `$B12`: a spreadsheet moves the row with each cell that it checks.
  fileprivate var relativeToRow: String { "$\(letters)\(row + 1)" }
}
