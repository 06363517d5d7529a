import ArgumentParser

/// The exit statuses of the contract; 0, 1 and those of `sysexits.h`.
enum ExitStatus {
  /// Reports written, and at least one finding of severity error.
  static let findings = ExitCode(1)
  /// Programme or rulebook cannot be used; nothing written.
  static let unusable = ExitCode(65)
  /// Output cannot be written; the old output is untouched.
  static let cannotWrite = ExitCode(73)
  /// Another run holds this workspace.
  static let locked = ExitCode(75)
}
