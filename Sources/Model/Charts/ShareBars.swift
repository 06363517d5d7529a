/// Shares as bars on one scale from 0 to 100 per cent, with the limits marked on each.
public struct ShareBars: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public let name: String
    /// As printed beside the bar: `91,67%`.
    public let value: String
    /// `nil` where there is no usable share; drawn as an open frame.
    ///
    /// - Unit: per cent.
    public let share: Rational?
    /// What the share may still become, where that is more.
    public let possible: Rational?
    public let mark: Mark
    /// The limits that this bar is compared with, a part of the scale's or its own.
    public let limits: [Rational]

    public init(
      name: String, value: String, share: Rational?, possible: Rational? = nil, mark: Mark,
      limits: [Rational]
    ) {
      self.name = name
      self.value = value
      self.share = share
      self.possible = possible
      self.mark = mark
      self.limits = limits
    }
  }

  /// The limits that the scale names.
  public let scale: [ScaleMark]
  public let bars: [Bar]

  public init(scale: [ScaleMark], bars: [Bar]) {
    self.scale = scale
    self.bars = bars
  }
}
