import CXlsxWriter
import Foundation
import Model

/// That cells of a column look otherwise while they hold a word (định dạng có điều kiện).
struct WordRule: Hashable {
  let mark: Mark
  /// As a formula writes it, between quotation marks.
  let literal: String
  let first: CellAddress
  let last: CellAddress

  /// Such as `H5:H20`, or `H5` alone.
  var range: String { first == last ? "\(first)" : "\(first):\(last)" }
}

extension SheetLayout {
  /// The rules of the table's columns, in the order of columns, then of words.
  var wordRules: [WordRule] {
    guard let table = sheet.table else { return [] }
    return table.columns.enumerated().flatMap { index, column in
      column.words.map { word in
        WordRule(
          mark: word.mark,
          literal: Formula.text(word.word).text(in: places, on: sheet.name),
          first: CellAddress(row: headingRow + 1, column: index),
          last: CellAddress(row: rowCount - 1, column: index))
      }
    }
  }
}

extension Worksheet {
  func mark(
    _ rule: WordRule, with format: UnsafeMutablePointer<lxw_format>
  ) throws(WriterError) {
    let literal = strdup(rule.literal)
    defer { free(literal) }
    var condition = lxw_conditional_format()
    condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    condition.value_string = literal
    condition.format = format
    try check(
      worksheet_conditional_format_range(
        pointer, lxw_row_t(rule.first.row), lxw_col_t(rule.first.column),
        lxw_row_t(rule.last.row), lxw_col_t(rule.last.column), &condition))
  }
}
