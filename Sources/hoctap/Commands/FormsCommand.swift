import ArgumentParser
import Foundation
import Model
import Pipeline

/// `hoctap forms`: the blank files that every unit and office owes.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Lập biểu mẫu trống cho mọi đơn vị, cơ quan, dạng CSV và .xlsx.",
    discussion: """
      Biểu mẫu được ghi vào output/CHƯƠNG-TRÌNH/NĂM-bieu-mau, không ghi vào thư mục số liệu; biểu \
      mẫu đã điền hoặc đã sửa không bị ghi đè.
      """)

  @Argument(help: "Thư mục của chương trình, ví dụ input/ba-ria-vung-tau-2022.")
  var workspace: String

  @OptionGroup var options: CommonOptions
  @OptionGroup var printing: PrintingOption

  @Option(help: "Chỉ lập biểu mẫu của đơn vị có mã này.")
  var unit: [String] = []

  @Option(help: ArgumentHelp("Thư mục kết quả.", valueName: "thư mục"))
  var output: String = "output"

  func run() throws {
    guard let lock = WorkspaceLock(folder: workspace) else {
      throw try Session.unavailable(workspace, options)
    }
    let reader = RequestReader(
      workspace: workspace, options: options, units: unit.map { UnitCode($0) }, mayBegin: true)
    let blank = try blankFiles(reader)
    let folder = URL(fileURLWithPath: output).appending(path: blank.programme)
      .appending(path: "\(blank.request.period)-bieu-mau" + unitSuffix(unit))
    let target = OutputFolder(
      url: folder, inputs: [URL(fileURLWithPath: workspace)] + blank.templates, keepsChanges: true)
    let hasChanged = try target.replace(by: blank.files, or: blank.terminal)
    _ = consume lock
    try report(blank, in: folder, hasChanged: hasChanged)
  }

  /// What is to be written, and the words to say so.
  private struct Blank {
    let request: RunRequest
    let terminal: Terminal
    let programme: String
    let files: [OutputFile]
    let templates: [URL]
  }

  private func blankFiles(_ reader: RequestReader) throws -> Blank {
    let request: RunRequest
    let terminal: Terminal
    let preparation: Preparation
    do throws(Fault) {
      request = try reader.read()
      terminal = try Terminal(for: request)
      preparation = try prepare(request)
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
    try Session.check(request.units, in: preparation.context.programme)
    do throws(Fault) {
      return Blank(
        request: request, terminal: terminal, programme: preparation.context.programme.id,
        files: try blankForms(preparation, of: request),
        templates: [try reader.templatesFolder()])
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
  }

  private func report(_ blank: Blank, in folder: URL, hasChanged: Bool) throws {
    switch printing.format {
    case .text:
      blank.terminal.line(
        blank.terminal.words(
          hasChanged ? .formsWritten : .formsUnchanged,
          ["count": "\(blank.files.count)", "folder": folder.relativePath]))
      blank.terminal.line(blank.terminal.words(.formsHow))
    case .json:
      try JSONPrinter.print(
        .object([
          "folder": .string(folder.relativePath), "changed": .bool(hasChanged),
          "files": .array(blank.files.map { .string($0.path) }),
        ]))
    }
  }
}

/// What the name of a folder gets that holds only some units.
func unitSuffix(_ units: [String]) -> String {
  Set(units).sorted().map { "-" + $0 }.joined()
}
