import Foundation
import Model
import Pipeline
import Roster

/// Counts rosters of persons where other files are read.
///
/// A class because the programme is loaded once, and only where there is a roster.
final class PersonsReader {
  private let request: RunRequest
  private lazy var begins = programmeBegins(of: request)
  // Where the words cannot be read, the command says so itself, and no progress is shown.
  private lazy var terminal = try? Terminal(for: request)

  /// - Parameter request: with the programme, the units and the templates.
  init(of request: RunRequest) { self.request = request }

  /// The roster at `path` in the workspace, counted; `nil` for another file.
  func file(_ path: String, at url: URL, period: Int) -> WorkspaceFile? {
    guard isPersonsFile(path) else { return nil }
    let rules = personRules(period: period, programmeBegins: begins, asOf: request.asOf)
    let reading = RosterReading(threads: ProcessInfo.processInfo.activeProcessorCount)
    if !path.lowercased().hasSuffix(".xlsx") {
      guard let source = FileSource(url.path) else {
        return WorkspaceFile(path: path, obstacle: .unreadable)
      }
      let progress = terminal.map {
        CountProgress(terminal: $0, inputs: [RosterInput(name: path, source: source)])
      }
      defer { progress?.finish() }
      let read = readPersons(from: source, by: rules, reading: reading) { progress?.show() }
      guard read.isOfOtherEncoding else { return WorkspaceFile(path: path, persons: read) }
    }
    guard let whole = try? Data(contentsOf: url) else {
      return WorkspaceFile(path: path, obstacle: .unreadable)
    }
    return WorkspaceFile(
      path: path, persons: readPersons(of: [UInt8](whole), at: path, by: rules, reading: reading))
  }
}
