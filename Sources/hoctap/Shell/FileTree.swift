import Foundation
import Model
import Pipeline

/// Reads the files below a folder.
struct FileTree {
  /// How a regular file is read.
  var contents: (URL) throws -> [UInt8] = { [UInt8](try Data(contentsOf: $0)) }
  /// How a roster of persons is counted instead, by its path; `nil` for a file that is none.
  var persons: (String, URL) -> WorkspaceFile? = { _, _ in nil }

  /// Every file below `root`/`folder`, by its path from `root`; what cannot be read is named with its
  /// obstacle.
  ///
  /// - Throws: a fault naming the folder, when it cannot be listed itself.
  func read(_ root: URL, below folder: String = "") throws(Fault) -> [WorkspaceFile] {
    let url = folder.isEmpty ? root : root.appending(path: folder)
    guard let names = Self.names(in: url) else {
      throw Fault(file: url.path, "Không mở được thư mục này.")
    }
    var files: [WorkspaceFile] = []
    for name in names {
      let path = folder.isEmpty ? name.text : "\(folder)/\(name.text)"
      guard name.isUnicode else {
        files.append(WorkspaceFile(path: path, obstacle: .misnamed))
        continue
      }
      switch Self.kind(of: root.appending(path: path)) {
      case .folder:
        do throws(Fault) {
          files += try read(root, below: path)
        } catch {
          files.append(WorkspaceFile(path: path, obstacle: .unreadable))
        }
      case .file: files.append(file(path, in: root))
      case .other(let obstacle): files.append(WorkspaceFile(path: path, obstacle: obstacle))
      // A file that vanishes between listing and looking is as if it had not been listed.
      case nil: continue
      }
    }
    return files
  }

  /// The same, where nothing may be missing.
  ///
  /// - Throws: a fault naming the first folder or file that cannot be read.
  func readWhole(_ root: URL) throws(Fault) -> [WorkspaceFile] {
    let files = try read(root)
    if let first = files.first(where: { $0.obstacle == .unreadable }) {
      throw Self.unreadable(first.path)
    }
    return files
  }

  /// One file that has to be there.
  ///
  /// - Throws: a fault naming the file.
  func readFile(_ path: String, in root: URL) throws(Fault) -> WorkspaceFile {
    let file = file(path, in: root)
    guard file.obstacle == nil else { throw Self.unreadable(path) }
    return file
  }

  private func file(_ path: String, in root: URL) -> WorkspaceFile {
    if let counted = persons(path, root.appending(path: path)) { return counted }
    do {
      return WorkspaceFile(path: path, bytes: try contents(root.appending(path: path)))
    } catch {
      return WorkspaceFile(path: path, obstacle: .unreadable)
    }
  }

  static func isFolder(_ url: URL) -> Bool { kind(of: url) == .folder }

  private static func unreadable(_ path: String) -> Fault {
    Fault(file: path, "Không đọc được tệp này; kiểm tra quyền đọc.")
  }

  private enum Kind: Equatable {
    case file
    case folder
    case other(Obstacle)
  }

  /// What stands at `url`; `nil` where nothing does.
  private static func kind(of url: URL) -> Kind? {
    var status = stat()
    guard lstat(url.path, &status) == 0 else {
      return errno == ENOENT ? nil : .other(.unreadable)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .other(.link)
    default: .other(.special)
    }
  }
}

extension FileTree {
  private struct Name {
    /// Bytes that are not UTF-8 stand as `\xE1`, so that two names stay two.
    let text: String
    let isUnicode: Bool

    init(_ bytes: [UInt8]) {
      isUnicode = String(validating: bytes, as: UTF8.self) != nil
      text =
        isUnicode
        ? String(decoding: bytes, as: UTF8.self)
        : bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16) }
          .joined()
    }
  }

  /// The names in a folder, sorted; `nil` when it cannot be listed.
  ///
  /// By the system's own call, because Foundation's answers names that are not UTF-8 as others, under
  /// which nothing stands.
  private static func names(in folder: URL) -> [Name]? {
    guard let stream = opendir(folder.path) else { return nil }
    defer { closedir(stream) }
    var names: [Name] = []
    errno = 0
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(Name(bytes)) }
      errno = 0
    }
    return errno == 0 ? names.sorted { $0.text < $1.text } : nil
  }
}
