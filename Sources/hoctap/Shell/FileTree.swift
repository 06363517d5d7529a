import Foundation
import Model
import Pipeline

/// Reads the files below a folder.
enum FileTree {
  /// Every file below `root`/`folder`, by its path from `root`; symbolic links are named, never
  /// followed.
  ///
  /// - Throws: a fault naming a folder or file that cannot be read.
  static func read(_ root: URL, below folder: String = "") throws(Fault) -> [WorkspaceFile] {
    let url = folder.isEmpty ? root : root.appending(path: folder)
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    } catch {
      throw Fault(file: url.path, "Không mở được thư mục này.")
    }
    var files: [WorkspaceFile] = []
    for name in names {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      switch kind(of: root.appending(path: path)) {
      case .typeDirectory: files += try read(root, below: path)
      case .typeSymbolicLink: files.append(WorkspaceFile(path: path, bytes: [], isLink: true))
      case .typeRegular: files.append(try readFile(path, in: root))
      default: continue
      }
    }
    return files
  }

  static func readFile(_ path: String, in root: URL) throws(Fault) -> WorkspaceFile {
    let url = root.appending(path: path)
    do {
      return WorkspaceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
    } catch {
      throw Fault(file: path, "Không đọc được tệp này; kiểm tra quyền đọc.")
    }
  }

  static func isFolder(_ url: URL) -> Bool { kind(of: url) == .typeDirectory }

  private static func kind(of url: URL) -> FileAttributeType? {
    // A file that vanishes between listing and looking is as if it had not been listed.
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.type] as? FileAttributeType
  }
}
