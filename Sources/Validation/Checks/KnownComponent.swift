import Model

/// The component that a row of figures is about.
enum RowComponent: Hashable {
  /// The measure has no components.
  case whole
  case component(MeasureComponent)
  /// The row cannot be placed.
  case unknown

  var id: ComponentID? {
    switch self {
    case .whole, .unknown: nil
    case .component(let component): component.id
    }
  }
}

extension RowReader {
  /// Checks that the row names a component of the measure, or none when the measure has none.
  mutating func component(of indicator: Indicator) -> RowComponent {
    let text = row[.component].text
    let components = indicator.measure.components
    if text.isEmpty, indicator.measure.takesWhole { return .whole }
    let key = folded(text)
    let match = components.first { folded($0.id.rawValue) == key || folded($0.name) == key }
    if !text.isEmpty, let match { return .component(match) }
    let expected = components.map(\.id.rawValue).joined(separator: ", ")
    report(text.isEmpty ? .componentMissing : .unknownComponent, at: .component, expected: expected)
    return .unknown
  }
}
