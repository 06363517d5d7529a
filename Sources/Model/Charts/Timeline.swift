/// Days of a road map on a line of time, with the day from which it is looked at.
public struct Timeline: Hashable, Sendable {
  public enum Nearness: String, Hashable, Sendable {
    case past
    case near
    case future
  }

  public struct Event: Hashable, Sendable {
    /// What it is, its day, and how far off it is.
    public let text: String
    public let day: CalendarDay
    public let nearness: Nearness

    public init(_ text: String, on day: CalendarDay, _ nearness: Nearness) {
      self.text = text
      self.day = day
      self.nearness = nearness
    }
  }

  public let today: CalendarDay
  public let events: [Event]

  public init(today: CalendarDay, events: [Event]) {
    self.today = today
    self.events = events
  }
}
