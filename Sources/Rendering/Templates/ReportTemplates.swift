public import Model
import Mustache

/// The templates of every rendering, parsed and checked.
///
/// One that exists can render every kind of document: each name that it prints is known, each
/// template that it includes is there, and none includes itself.
public struct ReportTemplates: Sendable {
  private let library: MustacheLibrary
  private let graph: TemplateGraph
  /// The entries whose pages have scripts.
  private let scripted: Set<String>

  /// Reads `files`, which gives a text for each path below the folder of report templates.
  ///
  /// Templates are `html/….mustache` and `markdown/….mustache`, and are included by that path
  /// without its ending; `style.css` and `board.js` are included by their own names. Other files
  /// are left alone.
  ///
  /// - Throws: a ``Fault`` with all problems, each with file, line and column.
  public init(_ files: [String: String]) throws(Fault) {
    let sources = TemplateSource.all(in: files)
    graph = TemplateGraph(
      tags: sources.reduce(into: [:]) { $0[$1.name] = $1.tags },
      files: sources.reduce(into: [:]) { $0[$1.name] = $1.file })
    let syntax = sources.flatMap { $0.problems() } + missingEntries(among: sources)
    let problems = syntax + graph.problems()
    guard problems.isEmpty else { throw Fault(problems) }
    library = try parsed(sources)
    let scripts = Set(sources.filter { $0.text.contains("<script") }.map(\.name))
    let entries = PageFormat.allCases.flatMap { PageFormat.kinds.map($0.entry) }
    scripted = Set(entries.filter { [graph] in !scripts.isDisjoint(with: graph.reach(of: $0)) })
    try checkNames()
  }

  /// Renders with the entry template of the document's kind.
  func render(_ document: ReportDocument, as format: PageFormat) throws(Fault) -> [UInt8] {
    let entry = format.entry(document.kind)
    var values = frame(of: document, for: format)
    var text = try render(values, from: entry)
    if scripted.contains(entry), let policy = policy(forScriptsOf: text) {
      // Once more: the head of the page names the scripts that its body turned out to have.
      values[scriptSources] = policy
      text = try render(values, from: entry)
    }
    return Array(text.utf8)
  }

  private func render(_ values: Frame, from entry: String) throws(Fault) -> String {
    let page = Page(values)
    // Present: the initialiser refuses templates without an entry for each kind.
    let text = library.render(page, withTemplate: entry) ?? ""
    guard page.missing.isEmpty else {
      throw Fault(unknownNames(page.missing, from: entry))
    }
    return text
  }

  /// Renders a document that has everything and one that has nothing, of each kind.
  private func checkNames() throws(Fault) {
    var problems: [Fault.Problem] = []
    for format in PageFormat.allCases {
      for kind in PageFormat.kinds {
        for document in [ReportDocument.specimen(kind), .bare(kind)] {
          let page = Page(frame(of: document, for: format))
          _ = library.render(page, withTemplate: format.entry(kind))
          problems += unknownNames(page.missing, from: format.entry(kind))
        }
      }
    }
    var seen: Set<Fault.Problem> = []
    problems = problems.filter { seen.insert($0).inserted }
    guard problems.isEmpty else { throw Fault(problems) }
  }

  private func unknownNames(_ names: Set<String>, from entry: String) -> [Fault.Problem] {
    graph.places(of: names, from: entry).map { file, tag in
      Fault.Problem(file, tag.place, "Không có giá trị nào tên “\(tag.name)” ở chỗ này.")
    }
  }
}

private func missingEntries(among sources: [TemplateSource]) -> [Fault.Problem] {
  let names = Set(sources.map(\.name))
  return PageFormat.allCases.flatMap { format in
    PageFormat.kinds.map(format.entry)
  }
  .filter { !names.contains($0) }
  .map { Fault.Problem(file: $0 + templateEnding, message: "Thiếu tệp mẫu này.") }
}

private func parsed(_ sources: [TemplateSource]) throws(Fault) -> MustacheLibrary {
  PageFormat.registerEscapers()
  var library = MustacheLibrary()
  var problems: [Fault.Problem] = []
  for source in sources {
    do {
      try library.register(source.format.preamble + source.text, named: source.name)
    } catch {
      problems.append(source.problem(for: error))
    }
  }
  guard problems.isEmpty else { throw Fault(problems) }
  return library
}
