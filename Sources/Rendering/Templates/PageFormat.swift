import Model
import Mustache

/// A format of pages that are written from templates.
enum PageFormat: String, CaseIterable, Sendable {
  case html
  case markdown

  /// The format of a template, known by the folder that it stands in.
  init?(ofTemplate name: String) {
    guard let folder = name.split(separator: "/").first else { return nil }
    self.init(rawValue: String(folder))
  }

  static let kinds: [ReportDocument.Kind] = [.report, .request, .board]

  /// The name of the template that begins a document of this kind.
  func entry(_ kind: ReportDocument.Kind) -> String { "\(rawValue)/\(kind.rawValue)" }

  /// What stands before every template, so that its texts are escaped for its format.
  ///
  /// It does not reach the templates that a template includes, so each needs its own. The line
  /// break keeps the columns of the template, and a first line with only a tag stays empty.
  var preamble: String {
    switch self {
    case .html: "{{% CONTENT_TYPE:\(HTMLText.name)}}\n"
    case .markdown: "{{% CONTENT_TYPE:\(MarkdownText.name)}}\n"
    }
  }

  /// Makes the escapers known to the template library; repeating it changes nothing.
  static func registerEscapers() {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    MustacheContentTypes.register(MarkdownText(), named: MarkdownText.name)
  }
}
