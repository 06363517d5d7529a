import Foundation

/// Another program could not read what the tool wrote, or is not installed (`make setup-tests`).
struct ReaderFailure: Error, CustomStringConvertible { let description: String }

/// Runs a program that must succeed, and returns the bytes of its standard output.
func read(with program: String, _ arguments: [String], scratch: URL) throws -> Data {
  let running: RunningProgram
  do {
    running = try start(program, arguments, scratch: scratch)
  } catch {
    throw ReaderFailure(description: "\(program) does not start: \(error)")
  }
  let ending = try running.wait()
  guard ending.status == 0 else {
    throw ReaderFailure(description: "\(program) \(arguments): \(ending.everything)")
  }
  return try Data(contentsOf: running.output)
}

/// Runs one of the scripts in `Readers/`; the system's Python has their libraries.
func read(withScript name: String, _ arguments: [String], scratch: URL) throws -> Data {
  let script = Sample.readers.appending(path: name).path
  return try read(with: "/usr/bin/python3", ["-B", script] + arguments, scratch: scratch)
}

/// Runs one of the scripts in `Readers/` that need a browser or a checker of pages; `make
/// setup-tests` gives them a Python of their own.
func read(withBrowserScript name: String, _ arguments: [String], scratch: URL) throws -> Data {
  let script = Sample.readers.appending(path: name).path
  let python = Sample.repository.appending(path: ".build/browser/bin/python").path
  return try read(with: python, ["-B", script] + arguments, scratch: scratch)
}

/// What `pages.py` finds in a page.
struct PageContent: Decodable {
  struct Table: Decodable, Equatable {
    let caption: String
    let rows: [[String]]
  }

  let tables: [Table]
  let facts: [[String]]
  let ids: [String]
  let links: [String]
  let text: String
}

/// The sample's output in files, for programs that read files.
struct WrittenSample {
  let folder: URL
  let run: SampleRun

  /// Calls `body` with the sample's output written to a folder of its own.
  static func with<Result>(_ body: (WrittenSample) throws -> Result) throws -> Result {
    let run = try SampleRun.get()
    return try withSandbox { sandbox in
      try run.write(to: sandbox.folder)
      return try body(WrittenSample(folder: sandbox.folder, run: run))
    }
  }

  func paths(ending: String) -> [String] {
    run.files.keys.filter { $0.hasSuffix(ending) }.sorted()
  }

  func path(_ relative: String) -> String { folder.appending(path: relative).path }

  /// Pages by their path in the output, read strictly as HTML.
  func pages(_ paths: [String]) throws -> [String: PageContent] {
    try pages(paths, as: "strict", at: path)
  }

  /// Markdown by its path in the output, rendered by `cmark-gfm` and read as HTML.
  func markdown(_ paths: [String]) throws -> [String: PageContent] {
    for relative in paths {
      let html = try read(
        with: "/usr/bin/cmark-gfm", ["-e", "table", path(relative)], scratch: folder)
      try html.write(to: URL(fileURLWithPath: path(relative) + ".rendered"))
    }
    return try pages(paths, as: "fragment") { path($0) + ".rendered" }
  }

  private func pages(
    _ paths: [String], as kind: String, at place: (String) -> String
  ) throws -> [String: PageContent] {
    let json = try read(withScript: "pages.py", [kind] + paths.map(place), scratch: folder)
    let found = try JSONDecoder().decode([String: PageContent].self, from: json)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        found[place(path)].map { (path, $0) }
      })
  }

  /// The cells of every sheet of every workbook, by the workbook's path in the output.
  func workbooks() throws -> [String: [String: [[String]]]] {
    let paths = paths(ending: ".xlsx")
    let json = try read(withScript: "workbooks.py", paths.map(path), scratch: folder)
    let found = try JSONDecoder().decode([String: [String: [[String]]]].self, from: json)
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { relative in
        found[path(relative)].map { (relative, $0) }
      })
  }
}
