import ArgumentParser
import Foundation
import Model
import Pipeline
import Rendering

/// `hoctap run`: the whole job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Kiểm tra, đánh giá và lập mọi báo cáo của một kỳ.")

  @Argument(help: "Thư mục của chương trình, ví dụ input/ba-ria-vung-tau-2022.")
  var workspace: String

  @OptionGroup var options: CommonOptions

  @Option(help: "Chỉ lập báo cáo của đơn vị có mã này.")
  var unit: [String] = []

  @Option(help: ArgumentHelp("Thư mục kết quả.", valueName: "thư mục"))
  var output: String = "output"

  func run() throws {
    guard let lock = WorkspaceLock(folder: workspace) else { throw try unavailable() }
    let (session, templates) = try Session.open(
      workspace, options, units: unit.map { UnitCode($0) }, loading: reportTemplates)
    let folder = folder(of: session)
    try write(try rendered(session, with: templates), to: folder, session)
    _ = consume lock
    try session.finish()
  }

  private func rendered(
    _ session: Session, with templates: ReportTemplates
  ) throws -> [OutputFile] {
    do throws(Fault) {
      return try outputs(session.judged, with: templates, of: session.request)
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
  }

  /// Why the workspace could not be taken: it is held, or it is not there.
  private func unavailable() throws -> ExitCode {
    let terminal = try Session.terminal(workspace, options)
    Terminal.error(terminal.words(.faultLocked, ["workspace": workspace]))
    return ExitStatus.locked
  }

  /// The period's folder; a run for some units has one of its own, so that it never takes the
  /// place of the whole.
  private func folder(of session: Session) -> URL {
    let suffix = Set(unit).sorted().map { "-" + $0 }.joined()
    return URL(fileURLWithPath: output)
      .appending(path: session.judged.record.context.programme.id)
      .appending(path: "\(session.request.period)\(suffix)")
  }

  private func write(_ files: [OutputFile], to folder: URL, _ session: Session) throws {
    do {
      let hasChanged = try OutputFolder(url: folder, inputs: session.inputs)
        .replace(by: files)
      try RunSummary(session: session, folder: folder, files: files, hasChanged: hasChanged)
        .print(as: options.format)
    } catch let failure as OutputFolder.Failure {
      Terminal.error(
        session.terminal.words(
          .faultOutput,
          ["folder": folder.path, "reason": session.terminal.text(of: failure.reason)]))
      throw ExitStatus.cannotWrite
    }
  }
}

extension Terminal {
  fileprivate func text(of reason: OutputFolder.Reason) -> String {
    switch reason {
    case .notAllowed: words(.faultNotAllowed)
    case .full: words(.faultFull)
    case .readOnly: words(.faultReadOnly)
    case .notFolder: words(.faultNotFolder)
    case .input: words(.faultInput)
    case .foreign: words(.faultForeign)
    case .other(let text): words(.faultOther, ["error": text])
    }
  }
}
