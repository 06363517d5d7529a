import Foundation

/// Every file below `folder`, by its path from there.
func bytes(below folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let url = folder.appending(path: path)
    if try isRegular(url) { files[path] = try Data(contentsOf: url) }
  }
  return files
}

/// Which file a path names, and when it was last written.
struct FileStamp: Hashable {
  let inode: UInt64
  let seconds: Int
  let nanoseconds: Int
}

/// The stamp of every file and folder below `folder`.
func stamps(below folder: URL) throws -> [String: FileStamp] {
  var found: [String: FileStamp] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    var status = stat()
    guard stat(folder.appending(path: path).path, &status) == 0 else { continue }
    found[path] = FileStamp(
      inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
  return found
}

private func isRegular(_ url: URL) throws -> Bool {
  let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
  return attributes[.type] as? FileAttributeType == .typeRegular
}

/// The paths whose bytes differ, sorted: what a test prints instead of two whole folders.
func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
  Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}
