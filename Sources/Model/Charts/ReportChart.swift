/// A drawing of figures (biểu đồ), with the words and the table that say the same.
///
/// Formats that do not draw print the table alone.
public struct ReportChart: Hashable, Sendable {
  /// One case for each kind of drawing.
  public enum Drawing: Hashable, Sendable {
    case bars(ShareBars)
    case panels(SharePanels)
    case matrix(StatusMatrix)
    case timeline(Timeline)
    case trends(TrendPanels)
  }

  /// ASCII letters, digits and `-`, unique in its document.
  public let id: String
  public let title: String
  /// Whole sentences made from the data, for those who do not see the drawing.
  public let description: String
  public let drawing: Drawing
  /// The same numbers.
  public let table: Table

  public init(id: String, title: String, description: String, drawing: Drawing, table: Table) {
    self.id = id
    self.title = title
    self.description = description
    self.drawing = drawing
    self.table = table
  }
}

/// A limit on the scale of a drawing.
///
/// - Unit: per cent.
public struct ScaleMark: Hashable, Sendable {
  public let value: Rational
  /// As the scale prints it: `70`.
  public let text: String

  public init(_ value: Rational, text: String) {
    self.value = value
    self.text = text
  }
}
