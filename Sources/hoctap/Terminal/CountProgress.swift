import Foundation

/// Shows on a terminal how far a count has come, once it takes longer than a second.
final class CountProgress {
  private let terminal: Terminal
  private let inputs: [RosterInput]
  private let isShown = isatty(STDERR_FILENO) == 1
  private let begin = ContinuousClock.now
  private var next = Duration.seconds(1)
  private var hasWritten = false

  init(terminal: Terminal, inputs: [RosterInput]) {
    self.terminal = terminal
    self.inputs = inputs
  }

  func show() {
    guard isShown else { return }
    let elapsed = begin.duration(to: .now)
    guard elapsed >= next else { return }
    next = elapsed + .milliseconds(200)
    hasWritten = true
    write("\r\(text)\u{1B}[K")
  }

  /// Clears the line.
  func finish() {
    if hasWritten { write("\r\u{1B}[K") }
  }

  private var text: String {
    let read = inputs.reduce(0) { $0 + $1.source.position }
    let sizes = inputs.map(\.source.size)
    let megabytes = "\(read / 1_000_000)"
    guard !sizes.contains(0) else {
      return terminal.words(.countReading, ["megabytes": megabytes])
    }
    let width = 30
    let done = min(width, width * read / max(sizes.reduce(0, +), 1))
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: width - done)
    let percent = "\(min(100, 100 * read / max(sizes.reduce(0, +), 1)))"
    return terminal.words(
      .countProgress, ["bar": bar, "percent": percent, "megabytes": megabytes])
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
