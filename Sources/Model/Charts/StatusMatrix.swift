/// The state of every indicator (rows) of every unit (columns), each as a sign.
public struct StatusMatrix: Hashable, Sendable {
  public struct State: Hashable, Sendable {
    public let mark: Mark
    /// Beside the sign, such as the level; may be empty.
    public let text: String

    public init(_ mark: Mark, text: String) {
      self.mark = mark
      self.text = text
    }
  }

  public struct Row: Hashable, Sendable {
    public let id: String
    public let name: String
    /// One for each unit; `nil` where the unit does not have the indicator.
    public let states: [State?]

    public init(id: String, name: String, states: [State?]) {
      self.id = id
      self.name = name
      self.states = states
    }
  }

  public let units: [String]
  public let rows: [Row]

  /// - Precondition: each row has a state for each unit.
  public init(units: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.states.count == units.count }, "rows fit the units")
    self.units = units
    self.rows = rows
  }
}
