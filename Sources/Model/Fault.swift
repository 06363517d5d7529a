/// What is wrong with a rulebook, a programme, a template or an output: it stops the run before
/// anything is written.
///
/// A fault is never a problem of the figures; those are ``Finding``s.
public struct Fault: Error, Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    public let file: String
    /// Counted from 1; `nil` where the whole file is meant.
    public let line: Int?
    public let column: Int?
    /// What was found, and what to do, in Vietnamese.
    public let message: String

    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
      self.file = file
      self.line = line
      self.column = column
      self.message = message
    }

    /// The problem on one line: `file:line:column: message`.
    public var description: String {
      let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
      return place.joined(separator: ":") + ": " + message
    }
  }

  /// All that were found, at least one.
  public let problems: [Problem]

  public init(_ problems: [Problem]) { self.problems = problems }

  public init(file: String, line: Int? = nil, column: Int? = nil, _ message: String) {
    problems = [Problem(file: file, line: line, column: column, message: message)]
  }
}

/// One file of a run's output.
public struct OutputFile: Hashable, Sendable {
  /// Path from the period's folder, with `/`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
