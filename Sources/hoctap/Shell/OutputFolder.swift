import CRename
import Foundation
import Model
import Pipeline

/// The folder of one period's output, replaced whole or left as it was.
struct OutputFolder {
  /// Why it could not be written.
  struct Failure: Error {
    let reason: Reason
  }

  enum Reason: Equatable {
    case notAllowed
    case full
    case readOnly
    /// A file stands where a folder is needed.
    case notFolder
    /// The folder is one that was read, lies in one or contains one.
    case input
    /// What stands in the folder was not written by this tool.
    case foreign
    /// A file in the folder is not as it was written.
    case changed(String)
    /// In the system's words.
    case other(String)
  }

  let url: URL
  /// Folders that were read, which are never replaced.
  let inputs: [URL]
  /// Whether a folder is left alone in which somebody has changed a file.
  var keepsChanges = false
  /// Whether nobody but the owner may read it.
  var isPrivate = false

  /// Replaces the folder by `files`; returns whether anything changed.
  ///
  /// The new folder is built beside the old one and takes its place in one step. A file whose
  /// bytes do not change is not rewritten, and a folder whose files all stay is not touched.
  func replace(by files: [OutputFile]) throws(Failure) -> Bool {
    if PhysicalPath(url).overlaps(inputs.map(PhysicalPath.init)) { throw Failure(reason: .input) }
    if holdsForeignFiles { throw Failure(reason: .foreign) }
    if let path = changedFile { throw Failure(reason: .changed(path)) }
    let parent = url.deletingLastPathComponent()
    let built = parent.appending(path: ".\(url.lastPathComponent).moi-\(getpid())")
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try refuseFile()
      removeLeftovers(in: parent)
      guard !holdsExactly(files) else {
        try close(url, with: files)
        return false
      }
      // Closed before anything is in it.
      try FileManager.default.createDirectory(
        at: built, withIntermediateDirectories: false,
        attributes: isPrivate ? [.posixPermissions: 0o700] : nil)
      for file in files { try place(file, in: built) }
      try close(built, with: files)
      try swap(built)
    } catch {
      // The half-built folder is nobody's output; failing to remove it changes nothing else.
      try? FileManager.default.removeItem(at: built)
      throw Failure(reason: reason(of: error))
    }
    return true
  }

  /// A file in the folder's place is not ours to replace.
  private func refuseFile() throws {
    guard FileManager.default.fileExists(atPath: url.path), !FileTree.isFolder(url) else { return }
    throw POSIXError(.ENOTDIR)
  }

  /// Whether anything stands in the folder without a manifest of this tool beside it.
  private var holdsForeignFiles: Bool {
    // A folder that cannot be listed is not replaced either: the swap would delete it unseen.
    guard FileTree.isFolder(url) else { return false }
    let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    guard names?.isEmpty != true else { return false }
    guard let bytes = try? Data(contentsOf: url.appending(path: "manifest.json")),
      let manifest = try? JSONDecoder().decode(ManifestHead.self, from: bytes)
    else { return true }
    return !manifest.schema.hasPrefix("hoctap/manifest/")
  }

  /// The first file that somebody has filled in, changed or added, where such files are kept.
  private var changedFile: String? {
    guard keepsChanges, FileTree.isFolder(url) else { return nil }
    // A folder that cannot be read may hold somebody's work.
    guard let files = try? FileTree().readWhole(url) else { return url.lastPathComponent }
    return firstChange(among: files)
  }

  private struct ManifestHead: Decodable { let schema: String }

  private func holdsExactly(_ files: [OutputFile]) -> Bool {
    guard FileTree.isFolder(url), let old = try? FileTree().readWhole(url) else { return false }
    return old.count == files.count
      && zip(old.sorted { $0.path < $1.path }, files.sorted { $0.path < $1.path })
        .allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes && $0.obstacle == nil }
  }

  /// Lets nobody but the owner read `files` in `folder`, where that is asked for.
  private func close(_ folder: URL, with files: [OutputFile]) throws {
    guard isPrivate else { return }
    try close(folder, to: 0o700)
    for file in files {
      let target = folder.appending(path: file.path)
      var above = target.deletingLastPathComponent()
      while above.path.count > folder.path.count {
        try close(above, to: 0o700)
        above = above.deletingLastPathComponent()
      }
      try close(target, to: 0o600)
    }
  }

  private func close(_ url: URL, to mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
  }

  private func place(_ file: OutputFile, in folder: URL) throws {
    let target = folder.appending(path: file.path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    let old = url.appending(path: file.path)
    // A file that cannot be read is not the same, and is written anew.
    if let bytes = try? Data(contentsOf: old), bytes.elementsEqual(file.bytes),
      link(old.path, target.path) == 0
    {
      return
    }
    try write(file.bytes, to: target)
  }

  private func write(_ bytes: [UInt8], to target: URL) throws {
    try Data(bytes).write(to: target, options: .withoutOverwriting)
    let handle = try FileHandle(forWritingTo: target)
    try handle.synchronize()
    try handle.close()
  }

  private func swap(_ built: URL) throws {
    guard FileManager.default.fileExists(atPath: url.path) else {
      try FileManager.default.moveItem(at: built, to: url)
      return
    }
    if hoctap_exchange_paths(built.path, url.path) != 0 {
      try swapInTwoSteps(built)
      return
    }
    discard(built)
  }

  /// Removes what was replaced; what cannot be removed now is a leftover of the next run.
  private func discard(_ old: URL) {
    try? FileManager.default.removeItem(at: old)
  }

  /// For file systems that cannot exchange two folders, such as some network shares.
  private func swapInTwoSteps(_ built: URL) throws {
    let aside = url.deletingLastPathComponent()
      .appending(path: ".\(url.lastPathComponent).cu-\(getpid())")
    try FileManager.default.moveItem(at: url, to: aside)
    do {
      try FileManager.default.moveItem(at: built, to: url)
    } catch {
      try FileManager.default.moveItem(at: aside, to: url)
      throw error
    }
    discard(aside)
  }

  /// Clears what a run that was killed left half-built, or puts back what it had set aside; the
  /// lock says that no other run is at work.
  private func removeLeftovers(in parent: URL) {
    // A parent that cannot be listed fails at the first write, with its reason.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(".\(url.lastPathComponent).moi-") {
      discard(parent.appending(path: name))
    }
    for name in names where name.hasPrefix(".\(url.lastPathComponent).cu-") {
      let aside = parent.appending(path: name)
      // Fails where the period's folder is there, so that what was set aside is no longer wanted.
      try? FileManager.default.moveItem(at: aside, to: url)
      discard(aside)
    }
  }

  /// Whether a file stands where the folder or one above it is needed.
  private var isBlockedByFile: Bool {
    var path = url.standardizedFileURL
    while path.path != "/" {
      if FileManager.default.fileExists(atPath: path.path) { return !FileTree.isFolder(path) }
      path = path.deletingLastPathComponent()
    }
    return false
  }

  private func reason(of error: any Error) -> Reason {
    if isBlockedByFile { return .notFolder }
    guard let code = systemCode(of: error) else {
      return .other(error.localizedDescription.trimmingCharacters(in: ["."]))
    }
    switch code {
    case EACCES, EPERM: return .notAllowed
    case ENOSPC, EDQUOT: return .full
    case EROFS: return .readOnly
    case ENOTDIR, EEXIST: return .notFolder
    default: return .other(String(cString: strerror(code)))
    }
  }

  /// The system's number of an error, which Foundation may have wrapped.
  private func systemCode(of error: any Error) -> Int32? {
    if let error = error as? POSIXError { return error.code.rawValue }
    let known = error as NSError
    if known.domain == NSPOSIXErrorDomain { return Int32(known.code) }
    guard let cause = known.userInfo[NSUnderlyingErrorKey] as? any Error else { return nil }
    return systemCode(of: cause)
  }
}
