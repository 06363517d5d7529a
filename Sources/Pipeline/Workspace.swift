public import Model

/// One file as the shell found it, or what stands where a file was looked for.
public struct WorkspaceFile: Hashable, Sendable {
  /// Path from the workspace's or the templates' folder, with `/`.
  public let path: String
  /// Empty where there is an obstacle, and of a roster of persons that was counted as it was read.
  public let bytes: [UInt8]
  /// Why it was not read; `nil` for a file that was.
  public let obstacle: Obstacle?
  /// What was found in a roster of persons while it was read, in place of its bytes.
  public let persons: ReadPersons?

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    obstacle = nil
    persons = nil
  }

  public init(path: String, persons: ReadPersons) {
    self.path = path
    bytes = []
    obstacle = nil
    self.persons = persons
  }

  public init(path: String, obstacle: Obstacle) {
    self.path = path
    self.bytes = []
    self.obstacle = obstacle
    persons = nil
  }
}

/// Everything that a run depends on; equal requests give equal results.
public struct RunRequest: Sendable {
  /// The name of the workspace's folder.
  public let workspace: String
  /// `programme.yaml`, `units.csv`, and everything below the folders of the period and of those
  /// before it.
  public let files: [WorkspaceFile]
  /// Everything below the templates' folder.
  public let templates: [WorkspaceFile]
  public let period: Int
  public let asOf: CalendarDay
  /// The units to report on; all when empty.
  public let units: [UnitCode]
  /// `vi` or `en`: the language of messages; reports are Vietnamese.
  public let language: String
  /// The tool's name and version.
  public let tool: String
  /// Whether reports tell who is proposed for commendation, by name.
  public let tellsCommendations: Bool

  public init(
    workspace: String, files: [WorkspaceFile], templates: [WorkspaceFile], period: Int,
    asOf: CalendarDay, units: [UnitCode], language: String, tool: String,
    tellsCommendations: Bool = false
  ) {
    self.workspace = workspace
    self.files = files.sorted { $0.path < $1.path }
    self.templates = templates.sorted { $0.path < $1.path }
    self.period = period
    self.asOf = asOf
    self.units = units
    self.language = language
    self.tool = tool
    self.tellsCommendations = tellsCommendations
  }

  /// The periods before this one whose files are here, the earliest first.
  var earlierPeriods: [Int] {
    let years = files.compactMap { file -> Int? in
      let folder = file.path.prefix { $0 != "/" }
      let year = folder.count == 4 && folder.count < file.path.count ? Int(folder) : nil
      return year.flatMap { $0 < period ? $0 : nil }
    }
    return Set(years).sorted()
  }

  /// Those that a run looks at: all where targets have trends, else the latest.
  func earlierPeriods(for rulebook: Rulebook) -> [Int] {
    rulebook.setsTargets ? earlierPeriods : earlierPeriods.suffix(1)
  }

  /// The files that a run under `rulebook` depends on.
  func inputs(under rulebook: Rulebook) -> [WorkspaceFile] {
    let others = Set(earlierPeriods).subtracting(earlierPeriods(for: rulebook))
    return files.filter { file in
      !others.contains { file.path.hasPrefix("\($0)/") }
    }
  }

  /// Whether there are persons among the files: a roster of them, or names of those commended.
  public var holdsPersons: Bool {
    files.contains { file in
      file.persons != nil || isPersonsFile(file.path) || file.kind == .commendations
    }
  }

  func file(_ path: String) -> WorkspaceFile? { files.first { $0.path == path } }
  func template(_ path: String) -> WorkspaceFile? { templates.first { $0.path == path } }
}

extension WorkspaceFile {
  /// The form that it is by its name.
  fileprivate var kind: WorkspaceFileKind? {
    path.split(separator: "/").last.flatMap { fileKind(named: String($0)) }
  }
}
