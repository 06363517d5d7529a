/// The waiver of a finding (miễn trừ): who lets it stand, why, and until when.
///
/// It changes no figure, no level and no severity; the finding stays visible, marked with it. Who
/// asked for it is checked and not kept, so that no output can print it.
public struct Waiver: Hashable, Sendable {
  public let code: FindingCode
  /// `nil` for every finding of the code in the unit.
  public let indicator: IndicatorID?
  public let reason: String
  /// The post that approved it (người duyệt), as the file writes it.
  public let approvedBy: String
  /// The last day on which it stands.
  public let until: CalendarDay
  public let office: OfficeID?
  public let place: SourcePlace

  public init(
    code: FindingCode, indicator: IndicatorID?, reason: String, approvedBy: String,
    until: CalendarDay, office: OfficeID?, place: SourcePlace
  ) {
    self.code = code
    self.indicator = indicator
    self.reason = reason
    self.approvedBy = approvedBy
    self.until = until
    self.office = office
    self.place = place
  }
}
