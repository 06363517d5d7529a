public import Model
public import Pipeline

/// One change to a workspace held in memory.
public enum WorkspaceEdit: Sendable {
  /// Replaces a text that stands once in the file.
  case replace(String, String, with: String)
  /// Adds text at the end of a file.
  case append(String, String)
  /// Puts a file there, in place of the one that has its path.
  case write(String, [UInt8])
  /// Puts something there that cannot be read, in place of the file or folder that has its path.
  case block(String, Obstacle)
  /// Removes the file, or the folder with all that is in it.
  case remove(String)

  /// The file or folder that it changes.
  public var path: String {
    switch self {
    case .replace(let path, _, _), .append(let path, _), .write(let path, _), .block(let path, _),
      .remove(let path):
      path
    }
  }

  /// A file of text.
  public static func text(_ path: String, _ text: String) -> WorkspaceEdit {
    .write(path, Array(text.utf8))
  }

  public struct NotApplicable: Error {
    public let edit: String

    public init(edit: String) { self.edit = edit }
  }

  /// The files with this change.
  ///
  /// - Throws: `NotApplicable` when it has nothing to change, so that no test loses its point.
  public func applied(to files: [WorkspaceFile]) throws -> [WorkspaceFile] {
    switch self {
    case .replace(let path, let old, let new):
      return try changing(path, in: files) { text in
        guard text.ranges(of: old).count == 1 else { throw NotApplicable(edit: "\(self)") }
        return text.replacing(old, with: new)
      }
    case .append(let path, let addition):
      return try changing(path, in: files) { $0 + addition }
    case .write(let path, let bytes):
      return files.filter { $0.path != path } + [WorkspaceFile(path: path, bytes: bytes)]
    case .block(let path, let obstacle):
      return files.filter { $0.path != path && !$0.path.hasPrefix(path + "/") }
        + [WorkspaceFile(path: path, obstacle: obstacle)]
    case .remove(let path):
      let kept = files.filter { $0.path != path && !$0.path.hasPrefix(path + "/") }
      guard kept.count < files.count else { throw NotApplicable(edit: "\(self)") }
      return kept
    }
  }

  private func changing(
    _ path: String, in files: [WorkspaceFile], _ change: (String) throws -> String
  ) throws -> [WorkspaceFile] {
    guard let index = files.firstIndex(where: { $0.path == path }),
      let text = String(validating: files[index].bytes, as: UTF8.self)
    else { throw NotApplicable(edit: "\(self)") }
    var changed = files
    changed[index] = WorkspaceFile(path: path, bytes: Array(try change(text).utf8))
    return changed
  }
}

extension RunRequest {
  /// The same request with changes to its workspace, and to the templates below `templates/`.
  public func edited(_ edits: [WorkspaceEdit], asOf: CalendarDay? = nil) throws -> RunRequest {
    let prefix = "templates/"
    var all =
      files + templates.map { WorkspaceFile(path: prefix + $0.path, bytes: $0.bytes) }
    for edit in edits { all = try edit.applied(to: all) }
    return RunRequest(
      workspace: workspace, files: all.filter { !$0.path.hasPrefix(prefix) },
      templates: all.filter { $0.path.hasPrefix(prefix) }.map {
        WorkspaceFile(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes)
      }, period: period, asOf: asOf ?? self.asOf, units: units, language: language, tool: tool)
  }
}
