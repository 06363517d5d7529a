/// Shares through the years, a panel an indicator, on the way to their targets (đường xu hướng).
public struct TrendPanels: Hashable, Sendable {
  /// - Unit: per cent.
  public struct Point: Hashable, Sendable {
    public let year: Int
    public let value: Rational

    public init(year: Int, value: Rational) {
      self.year = year
      self.value = value
    }
  }

  public struct Panel: Hashable, Sendable {
    public let name: String
    /// The latest share as printed: `39,08%`.
    public let value: String
    public let mark: Mark
    public let points: [Point]
    /// Where the share should be, by the year of each horizon.
    public let targets: [Point]
    /// Where the years lead that go on as those before; none from a single period.
    public let projection: [Point]

    public init(
      name: String, value: String, mark: Mark, points: [Point], targets: [Point],
      projection: [Point]
    ) {
      self.name = name
      self.value = value
      self.mark = mark
      self.points = points
      self.targets = targets
      self.projection = projection
    }
  }

  public let panels: [Panel]

  public init(_ panels: [Panel]) { self.panels = panels }
}
