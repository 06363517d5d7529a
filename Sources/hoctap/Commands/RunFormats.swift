import ArgumentParser

/// What `run` prints, and which formats it writes besides those it always writes.
struct RunFormats: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "Dạng in ra: text hoặc json; docx: ghi thêm tệp .docx bằng pandoc. Có thể ghi nhiều lần."))
  var all: [RunFormat] = []

  var asksForTextDocuments: Bool { all.contains(.docx) }

  var printing: Format { all.contains(.json) ? .json : .text }

  func validate() throws {
    guard all.contains(.text), all.contains(.json) else { return }
    throw ValidationError("Chỉ in được một dạng: text hoặc json.")
  }
}

enum RunFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case docx
}
