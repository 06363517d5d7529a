import Foundation
import Model
import Pipeline

/// Prints results to standard output and diagnostics to standard error, in the language asked for.
struct Terminal {
  private let phrases: [String: String]
  private let isInteractive: Bool
  private let hasColour: Bool

  /// Loads the phrases of the command line.
  ///
  /// - Throws: a fault when the words file cannot be used.
  init(for request: RunRequest) throws(Fault) {
    try self.init(templates: request.templates, language: request.language)
  }

  /// Loads the phrases of the command line from the files of the templates' folder.
  ///
  /// - Throws: a fault when the words file cannot be used.
  init(templates: [WorkspaceFile], language: String) throws(Fault) {
    phrases = try terminalPhrases(
      in: templates, language: language, required: TerminalPhrase.allCases.map(\.rawValue))
    isInteractive = isatty(STDOUT_FILENO) == 1
    hasColour = isInteractive && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  func words(_ phrase: TerminalPhrase, _ details: [String: String] = [:]) -> String {
    filled(phrases[phrase.rawValue] ?? phrase.rawValue, with: details)
  }

  func line(_ text: String = "") { print(text) }

  /// Prints `label` and `text`; on a terminal, text that does not fit goes on below its own
  /// beginning, while a file or another program gets one line.
  func paragraph(_ label: String, _ style: Style, _ text: String, indent: Int, hanging: Int) {
    let opening = String(repeating: " ", count: indent)
    guard isInteractive else { return line("\(opening)\(label) \(text)") }
    var lines: [String] = []
    var current = ""
    var used = indent + label.displayWidth + 1
    for word in text.split(separator: " ") {
      if used + word.displayWidth >= width, !current.isEmpty {
        lines.append(current)
        current = ""
        used = hanging
      }
      current += (current.isEmpty ? "" : " ") + word
      used += word.displayWidth + 1
    }
    lines.append(current)
    line("\(opening)\(styled(label, style)) \(lines.first ?? "")")
    for rest in lines.dropFirst() { line(String(repeating: " ", count: hanging) + rest) }
  }

  /// The columns of a line: the terminal's, or what fits a page where there is none.
  var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  static func error(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Style: String {
    case bold = "1"
    case heading = "1;4"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case dim = "2"
  }

  /// Rows with each column as wide as its widest cell; the first row is the heading.
  func table(_ rows: [[String]]) -> [String] {
    guard let columns = rows.map(\.count).max() else { return [] }
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        text + String(repeating: " ", count: widths[column] - text.count)
      }
      return cells.joined(separator: "  ").trimmingEnd
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
