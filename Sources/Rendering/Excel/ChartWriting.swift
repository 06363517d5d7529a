import CXlsxWriter
import Foundation
import Model

/// Draws a chart to the right of a sheet's table.
func insert(
  _ chart: Chart, beside layout: SheetLayout, on worksheet: Worksheet,
  of workbook: borrowing Workbook
) throws(WriterError) {
  let drawn = try workbook.addChart(chart.hasLimits ? LXW_CHART_LINE : LXW_CHART_COLUMN)
  chart_title_set_name(drawn, chart.title)
  chart_axis_set_name(drawn.pointee.x_axis, chart.categoryAxis)
  chart_axis_set_name(drawn.pointee.y_axis, chart.valueAxis)
  chart_axis_set_min(drawn.pointee.y_axis, 0)
  chart_axis_set_max(drawn.pointee.y_axis, Double(chart.maximum))
  chart_axis_set_major_unit(drawn.pointee.y_axis, chart.hasLimits ? 10 : 1)
  // Lines across are limits, and nothing else.
  chart_axis_major_gridlines_set_visible(drawn.pointee.y_axis, UInt8(LXW_FALSE.rawValue))
  chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
  setFonts(of: drawn)
  for (index, series) in chart.series.enumerated() {
    try add(series, number: index, of: chart, to: drawn, layout)
  }
  let description = strdup(SpreadsheetText.line(chart.description).text)
  defer { free(description) }
  var options = lxw_chart_options()
  options.description = description
  options.x_scale = 1.5
  options.y_scale = 1.7
  options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
  // A narrow blank column keeps the table's border apart.
  try check(
    worksheet_insert_chart_opt(
      worksheet.pointer, lxw_row_t(layout.headingRow), lxw_col_t(layout.columnCount + 1), drawn,
      &options))
}

extension Chart {
  var hasLimits: Bool { series.contains { $0.shape == .line } }
}

private func add(
  _ series: Chart.Series, number: Int, of chart: Chart,
  to drawn: UnsafeMutablePointer<lxw_chart>, _ layout: SheetLayout
) throws(WriterError) {
  let ranges = [chart.categories, series.values].map { layout.places.address(of: $0) ?? "" }
  guard let added = chart_add_series(drawn, "=" + ranges[0], "=" + ranges[1]) else {
    throw WriterError(LXW_ERROR_MEMORY_MALLOC_FAILED)
  }
  chart_series_set_name(added, series.title)
  let colour = lxw_color_t(ChartColours.of[number % ChartColours.of.count])
  switch series.shape {
  case .bars:
    var fill = lxw_chart_fill()
    fill.color = colour
    chart_series_set_fill(added, &fill)
    chart_series_set_labels(added)
    if chart.hasLimits { setPoints(of: added, colour) }
  case .line: setLimit(of: added, colour, number: number)
  }
  // The library would take the result of every formula for 0.
  try cache(chart.categories, in: added.pointee.categories, layout)
  try cache(series.values, in: added.pointee.values, layout)
}

/// Source: Okabe and Ito's colours, which the colour-blind tell apart, darkened for white paper.
///
/// - Unit: 0xRRGGBB.
private enum ChartColours {
  static let of: [UInt32] = [0x1F4E78, 0xB04A00, 0x00664B, 0x8A0010, 0x5C4400]
}

/// A point for each value, without a line from one indicator to the next, which would say nothing.
private func setPoints(of series: UnsafeMutablePointer<lxw_chart_series>, _ colour: lxw_color_t) {
  var none = lxw_chart_line()
  none.none = UInt8(LXW_TRUE.rawValue)
  chart_series_set_line(series, &none)
  chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_DIAMOND.rawValue))
  chart_series_set_marker_size(series, 11)
  var fill = lxw_chart_fill()
  fill.color = colour
  chart_series_set_marker_fill(series, &fill)
  chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
}

/// A line whose dashes tell it from the others, as its colour does.
private func setLimit(
  of series: UnsafeMutablePointer<lxw_chart_series>, _ colour: lxw_color_t, number: Int
) {
  let dashes = [
    LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_LONG_DASH_DOT,
    LXW_CHART_LINE_DASH_ROUND_DOT,
  ]
  var line = lxw_chart_line()
  line.color = colour
  line.width = 1.75
  line.dash_type = UInt8(dashes[number % dashes.count].rawValue)
  chart_series_set_line(series, &line)
  chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
}

private func setFonts(of chart: UnsafeMutablePointer<lxw_chart>) {
  let name = strdup(CellStyle.fontName)
  defer { free(name) }
  var font = lxw_chart_font()
  font.name = name
  font.size = 11
  chart_axis_set_num_font(chart.pointee.x_axis, &font)
  chart_axis_set_num_font(chart.pointee.y_axis, &font)
  chart_axis_set_name_font(chart.pointee.x_axis, &font)
  chart_axis_set_name_font(chart.pointee.y_axis, &font)
  chart_legend_set_font(chart, &font)
  font.size = 14
  font.bold = UInt8(LXW_TRUE.rawValue)
  chart_title_set_name_font(chart, &font)
}
