import Model

/// What a template of a chart can name; Markdown has its words and its table only.
func frame(of chart: ReportChart, for format: PageFormat) -> Frame {
  let drawing = format == .html ? drawing(of: chart.drawing) : nil
  return [
    "id": chart.id,
    "title": chart.title,
    "description": chart.description,
    "kind": drawing?.kind ?? "",
    "height": drawing?.height.text ?? "",
    "shapes": drawing?.shapes ?? [],
    "table": frame(of: chart.table, for: format),
  ]
}

private func drawing(of drawing: ReportChart.Drawing) -> Drawing {
  switch drawing {
  case .bars(let bars): draw(bars)
  case .panels(let panels): draw(panels)
  case .matrix(let matrix): draw(matrix)
  case .timeline(let timeline): draw(timeline)
  case .trends(let panels): draw(panels)
  }
}
