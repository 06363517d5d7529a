import Foundation

/// One file that is written beside the one it replaces, readable by its owner alone.
///
/// A process that is killed leaves the old file as it was, and its own is cleared by the next. What is
/// no file, such as a pipe or `/dev/null`, is written to and never replaced.
final class ReplacedFile {
  private let path: String
  /// Where the file is until it takes its place; `nil` for what is no file.
  private let written: String?
  private let descriptor: Int32
  private var room: [UInt8] = []
  /// The first error of the system, which `commit` reports.
  private var failure: Int32 = 0
  private static let most = 1 << 16

  /// - Throws: the status of an output that cannot be written, once that is printed.
  init(at path: String, or terminal: Terminal) throws {
    let url = URL(fileURLWithPath: path)
    self.path = path
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    guard kind != S_IFDIR else { throw Self.failed(path, EISDIR, terminal) }
    guard kind == S_IFREG else {
      written = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.failed(path, errno, terminal) }
      return
    }
    let prefix = ".\(url.lastPathComponent).moi-"
    Self.removeLeftovers(in: url.deletingLastPathComponent(), prefix)
    let beside = url.deletingLastPathComponent().appending(path: "\(prefix)\(getpid())").path
    written = beside
    descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failed(path, errno, terminal) }
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    room += bytes
    if room.count >= Self.most { flush() }
  }

  /// Puts the file in its place once it is safe on the disk.
  ///
  /// - Throws: the status of an output that cannot be written, once that is printed.
  func commit(or terminal: Terminal) throws {
    flush()
    if failure == 0, let written {
      if fsync(descriptor) != 0 || rename(written, path) != 0 { failure = errno }
    }
    guard failure == 0 else { throw Self.failed(path, failure, terminal) }
    close(descriptor)
    guard written != nil else { return }
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
    // A folder that cannot be synchronised is safe once the system writes it by itself.
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Removes what was written; of no effect after `commit`.
  func discard() {
    if let written { unlink(written) }
  }

  private func flush() {
    var start = 0
    while failure == 0, start < room.count {
      let count = room.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + start }, room.count - start)
      }
      if count < 0, errno != EINTR { failure = errno }
      start += max(count, 0)
    }
    room.removeAll(keepingCapacity: true)
  }

  /// Clears what processes have left that are no more.
  private static func removeLeftovers(in folder: URL, _ prefix: String) {
    // A folder that cannot be listed fails at the first write, with its reason.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), process != getpid(),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(folder.appending(path: name).path)
    }
  }

  private static func failed(_ path: String, _ error: Int32, _ terminal: Terminal) -> any Error {
    let reason: String =
      switch error {
      case EACCES, EPERM: terminal.words(.faultNotAllowed)
      case ENOSPC, EDQUOT: terminal.words(.faultFull)
      case EROFS: terminal.words(.faultReadOnly)
      default: terminal.words(.faultOther, ["error": String(cString: strerror(error))])
      }
    Terminal.error(terminal.words(.faultOutput, ["folder": path, "reason": reason]))
    return ExitStatus.cannotWrite
  }
}
