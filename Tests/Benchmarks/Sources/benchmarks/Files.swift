import Foundation
import Model
import Pipeline

/// Reads a workspace and the templates as the tool does.
enum Files {
  static func request(workspace: String, asOf: CalendarDay) throws -> RunRequest {
    let root = URL(fileURLWithPath: workspace)
    return RunRequest(
      workspace: root.lastPathComponent, files: try below(root),
      templates: try below(
        URL(fileURLWithPath: "templates")), period: asOf.year, asOf: asOf, units: [],
      language: "vi", tool: "benchmark")
  }

  private static func below(_ root: URL) throws -> [WorkspaceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    return try paths.compactMap { path in
      let url = root.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return WorkspaceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
    }
  }
}
