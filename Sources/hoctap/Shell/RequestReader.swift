import Foundation
import Model
import Pipeline

/// Gathers everything that a run depends on: files, period, day.
struct RequestReader {
  let workspace: String
  let options: CommonOptions
  let units: [UnitCode]
  /// Whether the period may be one of which nothing has been sent yet.
  var mayBegin = false
  /// Whether reports tell who is proposed for commendation.
  var tellsCommendations = false

  /// Reads the workspace and the templates.
  ///
  /// - Throws: a fault naming what is missing or cannot be read.
  func read() throws(Fault) -> RunRequest {
    let root = URL(fileURLWithPath: workspace).resolvingSymlinksInPath()
    guard FileTree.isFolder(root) else {
      throw Fault(file: workspace, "Không có thư mục này; hãy kiểm tra đường dẫn.")
    }
    let asOf = if let chosen = options.asOf { chosen.day } else { try today() }
    let (period, earlier) = try periods(in: root, asOf: asOf)
    var files: [WorkspaceFile] = []
    for name in ["programme.yaml", "units.csv"] where exists(root.appending(path: name)) {
      files.append(try FileTree().readFile(name, in: root))
    }
    let templates = try FileTree().readWhole(try templatesFolder())
    let request = { (files: [WorkspaceFile]) in
      RunRequest(
        workspace: root.lastPathComponent, files: files, templates: templates, period: period,
        asOf: asOf, units: units, language: options.lang.rawValue, tool: Hoctap.toolName,
        tellsCommendations: tellsCommendations)
    }
    let persons = PersonsReader(of: request(files))
    for year in earlier + [period]
    where FileTree.isFolder(root.appending(path: "\(year)")) {
      let tree = FileTree(persons: { persons.file($0, at: $1, period: year) })
      files += try tree.read(root, below: "\(year)")
    }
    return request(files)
  }

  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  /// The period to report on, and those before it.
  private func periods(
    in root: URL, asOf day: CalendarDay
  ) throws(Fault) -> (Int, earlier: [Int]) {
    // A folder that cannot be listed has no periods, and the fault below says so.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let periods = names.filter { $0.count == 4 && FileTree.isFolder(root.appending(path: $0)) }
      .compactMap { Int($0) }.sorted()
    guard let asked = options.period ?? periods.last ?? (mayBegin ? day.year : nil) else {
      throw Fault(file: workspace, "Chưa có thư mục kỳ báo cáo; hãy tạo, ví dụ \(day.year)/.")
    }
    guard mayBegin && (1900...2999).contains(asked) || periods.contains(asked) else {
      let known = periods.map(String.init).joined(separator: ", ")
      throw Fault(file: workspace, "Không có kỳ \(asked); các kỳ hiện có: \(known).")
    }
    return (asked, periods.filter { $0 < asked })
  }

  private func today() throws(Fault) -> CalendarDay {
    let parts = Calendar(identifier: .gregorian)
      .dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDay(year: year, month: month, day: day)
    else { throw Fault(file: workspace, "Đồng hồ của máy không dùng được; hãy thêm --as-of.") }
    return today
  }

  func templatesFolder() throws(Fault) -> URL {
    try TemplatesFolder(chosen: options.templates).url()
  }
}
