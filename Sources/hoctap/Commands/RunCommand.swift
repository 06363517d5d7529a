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
  @OptionGroup var formats: RunFormats

  @Option(help: "Chỉ lập báo cáo của đơn vị có mã này.")
  var unit: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Thêm phụ lục khen thưởng từ khen-thuong.csv; phụ lục có họ tên, nên tệp kết quả chỉ chủ sở hữu đọc được."
    ))
  var commendations = false

  @Option(help: ArgumentHelp("Thư mục kết quả.", valueName: "thư mục"))
  var output: String = "output"

  func run() throws {
    let pandoc = try converter()
    guard let lock = WorkspaceLock(folder: workspace) else {
      throw try Session.unavailable(workspace, options)
    }
    let (session, templates) = try Session.open(
      workspace, options, units: unit.map { UnitCode($0) }, tellingCommendations: commendations,
      loading: reportTemplates)
    let folder = folder(of: session)
    try write(try rendered(session, with: templates, converting: pandoc), to: folder, session)
    _ = consume lock
    try session.finish()
  }

  /// The program that makes text documents, where they are asked for.
  ///
  /// - Throws: the status of an output that cannot be written when it is not installed.
  private func converter() throws -> Pandoc? {
    guard formats.asksForTextDocuments else { return nil }
    if let pandoc = Pandoc() { return pandoc }
    let terminal = try Session.terminal(workspace, options)
    Terminal.error(terminal.words(.docxMissing))
    throw ExitStatus.cannotWrite
  }

  private func rendered(
    _ session: Session, with templates: ReportTemplates, converting pandoc: Pandoc?
  ) throws -> [OutputFile] {
    do {
      let files = try documents(session.judged, with: templates, of: session.request)
      let conversion =
        try pandoc.map { try $0.textDocuments(of: files, for: session.request) } ?? Conversion()
      return try sealed(files, of: session.judged, session.request, with: conversion)
    } catch let fault as Fault {
      Session.report(fault)
      throw ExitStatus.unusable
    } catch let failure as Pandoc.Failure {
      let details = ["file": failure.file, "reason": failure.reason]
      Terminal.error(session.terminal.words(.docxFailed, details))
      throw ExitStatus.cannotWrite
    }
  }

  /// The period's folder; a run for some units has one of its own, so that it never takes the
  /// place of the whole.
  private func folder(of session: Session) -> URL {
    URL(fileURLWithPath: output)
      .appending(path: session.judged.record.context.programme.id)
      .appending(path: "\(session.request.period)" + unitSuffix(unit))
  }

  private func write(_ files: [OutputFile], to folder: URL, _ session: Session) throws {
    let target = OutputFolder(
      url: folder, inputs: session.inputs, isPrivate: session.request.holdsPersons)
    let hasChanged = try target.replace(by: files, or: session.terminal)
    try RunSummary(session: session, folder: folder, files: files, hasChanged: hasChanged)
      .print(as: formats.printing)
  }
}

extension OutputFolder {
  /// Replaces the folder by `files`, or says why not and ends with the status for it.
  func replace(by files: [OutputFile], or terminal: Terminal) throws -> Bool {
    do throws(Failure) {
      return try replace(by: files)
    } catch {
      Terminal.error(
        terminal.words(
          .faultOutput, ["folder": url.path, "reason": terminal.text(of: error.reason)]))
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
    case .changed(let path): words(.faultChanged, ["file": path])
    case .other(let text): words(.faultOther, ["error": text])
    }
  }
}
