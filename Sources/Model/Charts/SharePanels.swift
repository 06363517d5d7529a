/// Units side by side, each with its result and the same shares on the same scale.
public struct SharePanels: Hashable, Sendable {
  public struct Panel: Hashable, Sendable {
    public let name: String
    public let result: String
    public let mark: Mark
    public let bars: [ShareBars.Bar]

    public init(name: String, result: String, mark: Mark, bars: [ShareBars.Bar]) {
      self.name = name
      self.result = result
      self.mark = mark
      self.bars = bars
    }
  }

  public let panels: [Panel]

  public init(_ panels: [Panel]) { self.panels = panels }
}
