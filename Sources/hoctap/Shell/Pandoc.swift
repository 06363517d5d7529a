import Foundation
import Model
import Pipeline

/// The program pandoc, which makes text documents (.docx) of the Markdown of reports and requests.
struct Pandoc {
  /// Why a document could not be made.
  struct Failure: Error {
    let file: String
    /// In pandoc's or the system's words.
    let reason: String
  }

  private let program: URL

  /// Looks where commands are looked for; returns `nil` when it is not there.
  init?() {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appending(path: "pandoc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { return nil }
    program = found
  }

  /// A text document beside each Markdown file.
  ///
  /// The same files and templates give the same bytes: the day of the documents is the as-of day.
  ///
  /// - Throws: a ``Fault`` of the templates for text documents, or a ``Failure``.
  func textDocuments(of files: [OutputFile], for request: RunRequest) throws -> Conversion {
    let layout = try TextDocumentLayout(request)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(layout.reference).write(to: folder.appending(path: TextDocumentLayout.reference))
      try Data(layout.filter).write(to: folder.appending(path: TextDocumentLayout.filter))
    } catch {
      throw Failure(file: folder.path, reason: error.localizedDescription)
    }
    // A folder that cannot be removed again is no reason to withhold the documents.
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = files.filter { $0.path.hasSuffix(".md") }
    let results = concurrentMap(Array(pages.enumerated())) { index, page in
      Result { try convert(page, as: "\(index)", in: folder, layout, asOf: request.asOf) }
    }
    return Conversion(try results.map { try $0.get() }, by: try version(in: folder))
  }

  private func convert(
    _ page: OutputFile, as name: String, in folder: URL, _ layout: TextDocumentLayout,
    asOf day: CalendarDay
  ) throws -> OutputFile {
    let path = String(page.path.dropLast("md".count)) + "docx"
    let target = folder.appending(path: "\(name).docx")
    try write(page.bytes, to: folder.appending(path: "\(name).md"), for: path)
    let ending = try run(
      [
        "--data-dir=\(folder.path)", "--from=commonmark+pipe_tables", "--to=docx",
        "--reference-doc=\(TextDocumentLayout.reference)",
        "--lua-filter=\(TextDocumentLayout.filter)",
        "--output=\(name).docx",
      ] + (layout.hasHeader ? ["--metadata=page-header:yes"] : []) + ["\(name).md"],
      in: folder, log: name, seconds: layout.seconds(of: day), for: path)
    guard ending.status == 0 else {
      if let fault = layout.fault(in: ending.errors) { throw fault }
      throw Failure(file: path, reason: ending.errors.split(separator: "\n").joined(separator: " "))
    }
    do {
      return OutputFile(path: path, bytes: [UInt8](try Data(contentsOf: target)))
    } catch {
      throw Failure(file: path, reason: error.localizedDescription)
    }
  }

  private func version(in folder: URL) throws -> String {
    let ending = try run(["--version"], in: folder, log: "version", seconds: 0, for: "pandoc")
    return ending.output.split(separator: "\n").first.map(String.init) ?? "pandoc"
  }

  private func write(_ bytes: [UInt8], to url: URL, for file: String) throws {
    do {
      try Data(bytes).write(to: url)
    } catch {
      throw Failure(file: file, reason: error.localizedDescription)
    }
  }

  private struct Ending {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs pandoc with nothing of the user's settings; what it prints goes to files, because a pipe
  /// that nobody empties would stop it.
  private func run(
    _ arguments: [String], in folder: URL, log: String, seconds: Int, for file: String
  ) throws -> Ending {
    let output = folder.appending(path: "\(log).out")
    let errors = folder.appending(path: "\(log).err")
    do {
      for url in [output, errors] { try Data().write(to: url) }
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = [
        "SOURCE_DATE_EPOCH": "\(seconds)", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder.path,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return Ending(
        status: process.terminationStatus,
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    } catch {
      throw Failure(file: file, reason: error.localizedDescription)
    }
  }
}

/// The templates that decide how text documents look.
struct TextDocumentLayout {
  static let reference = "reference.docx"
  static let filter = "layout.lua"
  private static let folder = "reports/docx/"

  let reference: [UInt8]
  let filter: [UInt8]

  /// - Throws: a fault when one of the two is missing, or the reference is no text document.
  init(_ request: RunRequest) throws(Fault) {
    reference = try Self.bytes(Self.reference, request)
    filter = try Self.bytes(Self.filter, request)
    guard reference.starts(with: [0x50, 0x4B, 3, 4]), Self.names("word/styles.xml", in: reference)
    else {
      throw Fault(
        file: "templates/\(Self.folder)\(Self.reference)",
        "Tệp này không phải là văn bản Word (.docx) dùng được; hãy lấy lại bản gốc.")
    }
  }

  /// Whether the reference has a header for the number of the page.
  var hasHeader: Bool { Self.names("word/header", in: reference) }

  /// Midnight of a day, in seconds as pandoc counts them.
  func seconds(of day: CalendarDay) -> Int {
    let epoch = CalendarDay(year: 1970, month: 1, day: 1)?.ordinal ?? 0
    return (day.ordinal - epoch) * 86_400
  }

  /// The fault of the filter that pandoc complains of, with its line.
  func fault(in errors: String) -> Fault? {
    guard let place = errors.firstMatch(of: /layout\.lua:(?<line>[0-9]+): *(?<message>[^\n]*)/)
    else {
      return nil
    }
    return Fault(
      file: "templates/\(Self.folder)\(Self.filter)", line: Int(place.line),
      "pandoc không chạy được tệp này: \(place.message)")
  }

  private static func bytes(_ name: String, _ request: RunRequest) throws(Fault) -> [UInt8] {
    guard let file = request.templates.first(where: { $0.path == folder + name }) else {
      throw Fault(file: "templates/\(folder)\(name)", "Thiếu tệp mẫu này.")
    }
    return file.bytes
  }

  /// Whether an archive has a part whose name begins so; its names are not compressed.
  private static func names(_ beginning: String, in archive: [UInt8]) -> Bool {
    Data(archive).range(of: Data(beginning.utf8)) != nil
  }
}
