import Foundation
public import Model
public import Pipeline

/// The sample workspace of the repository, held in memory.
public enum SampleRequest {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let files = Result {
    try read(repository.appending(path: "input/ba-ria-vung-tau-2022"))
  }
  private static let citizenFiles = Result {
    try read(repository.appending(path: "input/quang-nam-2021-2030"))
  }
  private static let templates = Result { try read(repository.appending(path: "templates")) }

  /// The request of a whole run; `change` changes its files.
  public static func make(
    asOf: String = "2022-11-25", period: Int = 2022, units: [String] = [], language: String = "vi",
    change: ([WorkspaceFile]) -> [WorkspaceFile] = { $0 }
  ) throws -> RunRequest {
    guard let day = CalendarDay(iso: asOf) else { throw NotADay(text: asOf) }
    return RunRequest(
      workspace: "ba-ria-vung-tau-2022", files: change(try files.get()),
      templates: try templates.get(), period: period, asOf: day, units: units.map { UnitCode($0) },
      language: language, tool: "hoctap test")
  }

  /// The request of a run on the sample that sets targets; `change` changes files and templates.
  public static func citizens(
    asOf: String = "2024-12-15", period: Int = 2024,
    change: ([WorkspaceFile]) throws -> [WorkspaceFile] = { $0 },
    templates changeTemplates: ([WorkspaceFile]) -> [WorkspaceFile] = { $0 }
  ) throws -> RunRequest {
    guard let day = CalendarDay(iso: asOf) else { throw NotADay(text: asOf) }
    return RunRequest(
      workspace: "quang-nam-2021-2030", files: try change(try citizenFiles.get()),
      templates: changeTemplates(try templates.get()), period: period, asOf: day, units: [],
      language: "vi", tool: "hoctap test")
  }

  /// The sample, judged once for every test that only reads.
  public static func judged() throws -> Judged { try shared.get() }

  private static let shared = Result { try judge(make()) }

  public struct NotADay: Error { let text: String }

  private static func read(_ folder: URL) throws -> [WorkspaceFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).compactMap { path in
      let url = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return WorkspaceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
    }
  }
}

extension Judged {
  /// The codes of a unit's findings.
  public func codes(of unit: String) -> [FindingCode] {
    record.units.first { $0.unit.code == UnitCode(unit) }?.findings.map(\.finding.code) ?? []
  }
}
