/// Something by which readers can narrow a document's tables (bộ lọc), such as the unit.
public struct Filter: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    public let id: String
    public let label: String

    public init(_ id: String, _ label: String) {
      self.id = id
      self.label = label
    }
  }

  /// ASCII letters, digits and `-`, unique in its document.
  public let id: String
  public let label: String
  public let choices: [Choice]

  public init(id: String, label: String, choices: [Choice]) {
    self.id = id
    self.label = label
    self.choices = choices
  }
}

/// What a row or a value of a table is about, in the terms of the document's filters.
///
/// A row that is about several things, such as all indicators of a unit, has a topic for each: it
/// is shown as long as one of them has all that was chosen.
public struct Topic: Hashable, Sendable {
  /// The choice's id by the filter's id.
  ///
  /// A filter that is not named does not concern the topic; an empty id is none of the choices.
  public let choices: [String: String]

  public init(_ choices: [String: String]) { self.choices = choices }
}

/// By what a row of a table is found.
public struct RowLabel: Hashable, Sendable {
  /// ASCII letters, digits and `-`, unique in its document; `nil` where nothing links to the row.
  public let id: String?
  public let topics: [Topic]

  public init(id: String? = nil, topics: [Topic] = []) {
    self.id = id
    self.topics = topics
  }
}
