/// A name that a unit or an issuer had before, and may have on the documents of its time.
public struct FormerName: Hashable, Sendable {
  public enum Bearer: Hashable, Sendable {
    case unit(UnitCode)
    case issuer(IssuerID)
  }

  public let bearer: Bearer
  /// With the type of a unit: `Huyện Tân Thành`.
  public let name: String
  /// The last day on which it was borne.
  public let until: CalendarDay

  public init(_ name: String, of bearer: Bearer, until: CalendarDay) {
    self.name = name
    self.bearer = bearer
    self.until = until
  }
}

/// The limits from which a submission asks for a second look.
public struct CheckLimits: Hashable, Sendable {
  /// The most indicators that one document may be evidence for.
  public let documentIndicators: Int
  /// The largest change of a share since the earlier period.
  ///
  /// - Unit: percentage points.
  public let sharePoints: ExactDecimal
  /// The largest change of a value since the earlier period.
  ///
  /// - Unit: per cent of the earlier value.
  public let valuePercent: ExactDecimal

  public init(
    documentIndicators: Int = 5, sharePoints: ExactDecimal = ExactDecimal(20),
    valuePercent: ExactDecimal = ExactDecimal(50)
  ) {
    self.documentIndicators = documentIndicators
    self.sharePoints = sharePoints
    self.valuePercent = valuePercent
  }
}
