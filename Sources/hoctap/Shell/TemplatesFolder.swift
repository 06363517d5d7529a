import Foundation
import Model

/// Where the templates are.
struct TemplatesFolder {
  /// By `--templates`.
  let chosen: String?

  /// `--templates`, else `templates/` beside the working directory, else beside the binary or one
  /// of the folders above it.
  func url() throws(Fault) -> URL {
    if let chosen { return URL(fileURLWithPath: chosen) }
    var candidates = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
    var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    while let above = folder, above.path != "/" {
      candidates.append(above)
      folder = above.deletingLastPathComponent()
    }
    for candidate in candidates {
      let templates = candidate.appending(path: "templates")
      if FileTree.isFolder(templates.appending(path: "rulebooks")) { return templates }
    }
    throw Fault(file: "templates", "Không tìm thấy thư mục mẫu; hãy chỉ ra bằng --templates.")
  }
}
