import Model

extension RowReader {
  /// Reads the year and the state of a figure, and warns of another year and of a preliminary one.
  mutating func reference(period: Int) -> (year: Int?, state: FigureState) {
    let year = year(.referenceYear)
    if let year, year != period {
      report(.otherReferenceYear, at: .referenceYear, expected: "\(period)")
    }
    let state = word(.state, from: .states, expected: "sơ bộ, chính thức") ?? .final
    if state == .preliminary { report(.preliminaryFigure, at: .state) }
    return (year, state)
  }
}
