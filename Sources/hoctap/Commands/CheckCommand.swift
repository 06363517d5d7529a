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
  @OptionGroup var printing: PrintingOption

  @Option(help: "Chỉ kiểm tra đơn vị có mã này.")
  var unit: [String] = []

  @Flag(help: "In đủ mọi phát hiện, kể cả khi một tệp có nhiều phát hiện cùng mã.")
  var all = false

  func run() throws {
    let session = try Session.open(workspace, options, units: unit.map { UnitCode($0) })
    switch printing.format {
    case .text: FindingPrinter(session, isComplete: all).print()
    case .json: try JSONPrinter.print(json(of: session))
    }
    try session.finish()
  }

  /// Every finding with all that is known of it, and the text of its row.
  private func json(of session: Session) -> JSONValue {
    let messages = session.judged.messages
    let excerpts = SourceExcerpts(
      of: session.request, at: messages.compactMap(\.finding.place))
    return .array(
      messages.map { worded in
        let finding = session.judged.composer.finding(worded)
        guard case .object(var members) = finding, let place = worded.finding.place,
          let excerpt = excerpts[place]
        else { return finding }
        members["row"] = .string(excerpt.text)
        return .object(members)
      })
  }
}
