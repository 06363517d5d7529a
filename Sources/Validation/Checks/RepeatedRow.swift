import Model

extension RowReader {
  /// Checks that no earlier row of the file is about the same indicator and component.
  mutating func isRepetition(of earlier: [TypedFigure], component: ComponentID?) -> Bool {
    let first = earlier.first {
      $0.indicator.id == indicator?.id && $0.figure.component == component
    }
    guard let first else { return false }
    report(
      .rowTwice, at: component == nil ? .indicator : .component,
      details: ["first": "\(first.figure.place.line ?? 0)"])
    return true
  }
}
