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
final class FileSource: TextSource, Sendable {
  private let descriptor: Int32
  /// Zero where it is not known.
  let size: Int
  private let count = Atomic(0)

  /// Returns `nil` where it cannot be opened, or is a folder.
  init?(_ name: String) {
    descriptor = name == "-" ? dup(STDIN_FILENO) : open(name, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR
    else { return nil }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// How many bytes have been read.
  var position: Int { count.load(ordering: .relaxed) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    while true {
      let read = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if read >= 0 {
        count.add(read, ordering: .relaxed)
        return read
      }
      if errno != EINTR { throw .unreadable }
    }
  }
}
