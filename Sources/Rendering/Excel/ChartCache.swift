import CXlsxWriter
import Foundation
import Model

/// Stores what the cells of a chart's range hold, for readers that do not calculate.
///
/// The library fills this in by itself, but only from cells without a formula.
func cache(
  _ column: ColumnReference, in range: UnsafeMutablePointer<lxw_series_range>?,
  _ layout: SheetLayout
) throws(WriterError) {
  guard let range, let table = layout.sheet.table, table.id == column.table,
    let list = range.pointee.data_cache
  else { return }
  let values = column.rows.map { StoredValue(table.rows[$0][column.column]) }
  var last: UnsafeMutablePointer<lxw_series_data_point>?
  for value in values {
    guard let allocated = calloc(1, MemoryLayout<lxw_series_data_point>.size) else {
      throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let point = allocated.bindMemory(to: lxw_series_data_point.self, capacity: 1)
    fill(point, with: value)
    if case .text = value { range.pointee.has_string_cache = 1 }
    if let last {
      last.pointee.list_pointers.stqe_next = point
    } else {
      list.pointee.stqh_first = point
    }
    last = point
  }
  range.pointee.num_data_points = UInt16(clamping: values.count)
  range.pointee.ignore_cache = 1
}

/// The library frees what a point holds.
private func fill(_ point: UnsafeMutablePointer<lxw_series_data_point>, with value: StoredValue) {
  switch value {
  case .number(let number): point.pointee.number = number
  case .text(let text):
    point.pointee.is_string = 1
    point.pointee.string = strdup(text.escaped)
  case .blank, .calculated: point.pointee.no_data = 1
  }
}
