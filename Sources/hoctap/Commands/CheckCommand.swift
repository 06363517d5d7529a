import ArgumentParser
import Model
import Pipeline
import Reporting

/// `hoctap check`: findings on the terminal, nothing written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra số liệu, minh chứng và in các phát hiện; không ghi gì.")

  @Argument(help: "Thư mục của chương trình.")
  var workspace: String

  @OptionGroup var options: CommonOptions

  @Option(help: "Chỉ kiểm tra đơn vị có mã này.")
  var unit: [String] = []

  func run() throws {
    let session = try Session.open(workspace, options, units: unit.map { UnitCode($0) })
    switch options.format {
    case .text: FindingPrinter(terminal: session.terminal, judged: session.judged).print()
    case .json:
      let composer = session.judged.composer
      try JSONPrinter.print(.array(session.judged.messages.map { composer.finding($0) }))
    }
    try session.finish()
  }
}
