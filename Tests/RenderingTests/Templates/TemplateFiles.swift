import Foundation
import Model
import Rendering

/// The templates of text that are delivered, by their paths below `templates/reports`; the pattern of
/// text documents is none.
func deliveredTemplates() throws -> [String: String] {
  var root = URL(filePath: #filePath)
  for _ in 0..<4 { root.deleteLastPathComponent() }
  let folder = root.appending(path: "templates/reports", directoryHint: .isDirectory)
  var files: [String: String] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appending(path: path)
    let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
    guard isFile == true, file.pathExtension != "docx" else { continue }
    files[path] = try String(contentsOf: file, encoding: .utf8)
  }
  return files
}

extension ReportTemplates {
  /// Loaded once for all tests.
  static func delivered() throws -> ReportTemplates { try loaded.get() }

  private static let loaded = Result { try ReportTemplates(deliveredTemplates()) }
}

func html(_ document: ReportDocument, _ templates: ReportTemplates) throws -> String {
  String(decoding: try renderHTML(document, with: templates), as: UTF8.self)
}

func markdown(_ document: ReportDocument, _ templates: ReportTemplates) throws -> String {
  String(decoding: try renderMarkdown(document, with: templates), as: UTF8.self)
}
