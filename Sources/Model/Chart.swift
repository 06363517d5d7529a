/// Numbers of a table as bars, and limits as lines across them (biểu đồ).
public struct Chart: Hashable, Sendable {
  /// One column of numbers.
  public struct Series: Hashable, Sendable {
    public enum Shape: Hashable, Sendable {
      case bars
      /// A limit that the bars are compared with.
      case line
    }

    /// The words of the legend.
    public let title: String
    public let values: ColumnReference
    public let shape: Shape

    public init(_ title: String, _ values: ColumnReference, _ shape: Shape) {
      self.title = title
      self.values = values
      self.shape = shape
    }
  }

  public let title: String
  public let categoryAxis: String
  public let valueAxis: String
  /// The same in words, for those who do not see it.
  public let description: String
  public let categories: ColumnReference
  public let series: [Series]
  /// Where the axis of values ends.
  public let maximum: Int

  public init(
    title: String, categoryAxis: String, valueAxis: String, description: String,
    categories: ColumnReference, series: [Series], maximum: Int
  ) {
    self.title = title
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.description = description
    self.categories = categories
    self.series = series
    self.maximum = maximum
  }
}
