import ArgumentParser
import Foundation
import Model
import Pipeline

/// What a command does first: gather the request, load the words, judge.
struct Session {
  let request: RunRequest
  let terminal: Terminal
  let judged: Judged
  /// The workspace as the user named it.
  let argument: String
  /// The folders that were read, which no output may touch: workspace and templates.
  let inputs: [URL]

  /// Prints a fault, if there is one, and ends with its status.
  ///
  /// - Throws: the status of a fault, or what is wrong with the call when a unit takes no part.
  static func open(
    _ workspace: String, _ options: CommonOptions, units: [UnitCode] = []
  ) throws -> Session {
    try open(workspace, options, units: units) { _ throws(Fault) in }.0
  }

  /// The same, with what `work` loads from the request at the same time.
  static func open<Loaded: Sendable>(
    _ workspace: String, _ options: CommonOptions, units: [UnitCode],
    tellingCommendations: Bool = false,
    loading work: @Sendable (RunRequest) throws(Fault) -> Loaded
  ) throws -> (Session, Loaded) {
    let reader = RequestReader(
      workspace: workspace, options: options, units: units,
      tellsCommendations: tellingCommendations)
    let (session, loaded) = try judged(workspace, by: reader, work)
    try check(units, in: session.judged.record.context.programme)
    return (session, loaded)
  }

  /// Refuses a unit that takes no part.
  static func check(_ units: [UnitCode], in programme: Programme) throws {
    let known = programme.participants + [programme.province]
    guard let unknown = units.first(where: { !known.contains($0) }) else { return }
    let codes = known.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("Đơn vị “\(unknown)” không tham gia; các đơn vị tham gia: \(codes).")
  }

  private static func judged<Loaded: Sendable>(
    _ workspace: String, by reader: RequestReader,
    _ work: @Sendable (RunRequest) throws(Fault) -> Loaded
  ) throws -> (Session, Loaded) {
    do throws(Fault) {
      let request = try reader.read()
      let terminal = try Terminal(for: request)
      let (judged, loaded) = try concurrently(
        { () throws(Fault) in try judge(request) }, { () throws(Fault) in try work(request) })
      let session = Session(
        request: request, terminal: terminal, judged: judged, argument: workspace,
        inputs: [URL(fileURLWithPath: workspace), try reader.templatesFolder()])
      return (session, loaded)
    } catch {
      report(error)
      throw ExitStatus.unusable
    }
  }

  /// The words for a command that ends before anything is judged.
  ///
  /// - Throws: the status of a fault, once that is printed.
  static func terminal(_ workspace: String, _ options: CommonOptions) throws -> Terminal {
    do throws(Fault) {
      return try Terminal(
        for: try RequestReader(workspace: workspace, options: options, units: []).read())
    } catch {
      report(error)
      throw ExitStatus.unusable
    }
  }

  /// Why the workspace could not be taken: it is held, or it is not there.
  static func unavailable(_ workspace: String, _ options: CommonOptions) throws -> ExitCode {
    let terminal = try terminal(workspace, options)
    Terminal.error(terminal.words(.faultLocked, ["workspace": workspace]))
    return ExitStatus.locked
  }

  static func report(_ fault: Fault) {
    for problem in fault.problems { Terminal.error(problem.description) }
  }

  /// The status of a command that looked at findings.
  func finish() throws {
    if judged.hasErrors { throw ExitStatus.findings }
  }
}
