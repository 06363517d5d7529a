import Foundation

/// One change to the report templates, as a user makes it.
struct TemplateEdit: CustomStringConvertible {
  enum Change {
    /// Text that stands in the file, and what takes its place.
    case replace(String, String)
    case append(String)
    case prepend(String)
    case whole(String)
    case appendBytes([UInt8])
    case remove
  }

  /// Path below `templates/reports`.
  let file: String
  let change: Change

  init(_ file: String, _ change: Change) {
    self.file = file
    self.change = change
  }

  var description: String { "\(file): \(change)" }
}

extension Sandbox {
  var templates: URL { folder.appending(path: "mau") }

  /// Copies the templates into the sandbox and changes them.
  func changeTemplates(_ edits: TemplateEdit...) throws { try changeTemplates(edits) }

  func changeTemplates(_ edits: [TemplateEdit]) throws {
    if !FileManager.default.fileExists(atPath: templates.path) {
      try FileManager.default.copyItem(at: Sample.templates, to: templates)
    }
    for edit in edits { try apply(edit) }
  }

  private func apply(_ edit: TemplateEdit) throws {
    let url = templates.appending(path: "reports/\(edit.file)")
    switch edit.change {
    case .remove: try FileManager.default.removeItem(at: url)
    case .whole(let text): try Data(text.utf8).write(to: url)
    case .appendBytes(let bytes): try (try Data(contentsOf: url) + Data(bytes)).write(to: url)
    case .append(let text): try (try Data(contentsOf: url) + Data(text.utf8)).write(to: url)
    case .prepend(let text): try (Data(text.utf8) + (try Data(contentsOf: url))).write(to: url)
    case .replace(let old, let new):
      let text = try String(contentsOf: url, encoding: .utf8)
      guard text.contains(old) else {
        throw SandboxFailure(reason: "“\(old)” is not in \(edit.file)")
      }
      try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: url)
    }
  }
}
