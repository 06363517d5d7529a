import Foundation
import Roster
import Synchronization

/// One file of a roster that is to be counted.
struct RosterInput {
  /// As the user named it.
  let name: String
  let source: FileSource
}

/// Opens the files that a user names: files, folders of parts, `-` for standard input.
struct RosterFiles {
  let terminal: Terminal

  /// - Throws: the status of a roster that cannot be read, once that is printed.
  func inputs(_ names: [String]) throws -> [RosterInput] {
    try names.flatMap(parts).map { name in
      guard let source = FileSource(name) else { throw unreadable(name) }
      return RosterInput(name: name, source: source)
    }
  }

  /// The parts of a folder by their names' order; a file is its own only part.
  private func parts(of name: String) throws -> [String] {
    guard FileTree.isFolder(URL(fileURLWithPath: name).resolvingSymlinksInPath()) else {
      return [name]
    }
    // A folder that cannot be listed has no parts, which is printed.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: name)) ?? []
    let parts = names.filter { part in
      !part.hasPrefix(".") && [".csv", ".csv.gz"].contains { part.lowercased().hasSuffix($0) }
    }
    guard !parts.isEmpty else { throw unreadable(name) }
    return parts.sorted().map { "\(name.hasSuffix("/") ? String(name.dropLast()) : name)/\($0)" }
  }

  private func unreadable(_ name: String) -> any Error {
    Terminal.error("\(name.printable): \(terminal.text(of: RosterFault.Reason.unreadable))")
    return ExitStatus.unusable
  }
}

/// The bytes of a file or a pipe.
///
/// Open only while it is read: a folder may have more parts than a process may have open files.
final class FileSource: TextSource, Sendable {
  private let name: String
  /// Zero where it is not known.
  let size: Int
  private let descriptor = Atomic<Int32>(-1)
  private let count = Atomic(0)

  /// Returns `nil` where it may not be read, or is a folder.
  init?(_ name: String) {
    self.name = name
    var status = stat()
    let isFound = name == "-" ? fstat(STDIN_FILENO, &status) : stat(name, &status)
    guard isFound == 0, status.st_mode & S_IFMT != S_IFDIR, name == "-" || access(name, R_OK) == 0
    else { return nil }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  deinit { close() }

  /// How many bytes have been read.
  var position: Int { count.load(ordering: .relaxed) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    if position == 0, descriptor.load(ordering: .relaxed) < 0 { try open() }
    while descriptor.load(ordering: .relaxed) >= 0 {
      let read = Foundation.read(
        descriptor.load(ordering: .relaxed), buffer.baseAddress, buffer.count)
      if read > 0 || buffer.isEmpty {
        count.add(read, ordering: .relaxed)
        return read
      }
      if read == 0 { close() } else if errno != EINTR { throw .unreadable }
    }
    return 0
  }

  private func open() throws(RosterFault.Reason) {
    let opened = name == "-" ? dup(STDIN_FILENO) : Foundation.open(name, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .unreadable }
    descriptor.store(opened, ordering: .relaxed)
  }

  private func close() {
    let opened = descriptor.exchange(-1, ordering: .relaxed)
    if opened >= 0 { _ = Foundation.close(opened) }
  }
}
