import Foundation

/// Holds a workspace for one run; given back when the process ends, however it ends.
struct WorkspaceLock: ~Copyable {
  private let descriptor: Int32

  /// Returns `nil` when another run holds the folder, or there is none.
  init?(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
