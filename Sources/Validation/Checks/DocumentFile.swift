import Model

extension DocumentReader {
  /// Checks that the file that the document names is in the evidence folder and has content; its
  /// digest if so.
  mutating func checkedFile(
    at path: EvidencePath, among files: EvidenceFiles
  ) -> String? {
    switch path {
    case .none: return nil
    case .outside:
      fault(.file, .documentFileOutside)
      return nil
    case .inside(let name):
      guard let (file, isExact) = files.entry(at: name) else {
        fault(.file, .documentFileAbsent)
        return nil
      }
      let attachment = file.attachment
      if !isExact {
        cells.report(.documentFileNameVaries, at: .file, details: ["actual": file.name])
      }
      if let obstacle = attachment.obstacle {
        // A link may lead out of the folder; of every other obstacle its own finding tells.
        if obstacle == .link, !file.isWholeFolder {
          fault(.file, .documentFileOutside)
        } else {
          note(obstacle.code)
        }
        return nil
      }
      if attachment.size == 0 {
        fault(.file, .documentFileEmpty)
        return nil
      }
      checkFormat(of: file)
      return attachment.digest
    }
  }

  /// Checks that the content is of the kind that the name says; it is a document all the same.
  private mutating func checkFormat(of file: EvidenceFiles.File) {
    guard let format = file.attachment.format, !format.fits(file.name) else { return }
    cells.report(.documentFileTypeDiffers, at: .file, details: ["format": format.rawValue])
  }
}

/// Where the file that a ledger names would stand.
enum EvidencePath: Hashable, Sendable {
  /// The ledger names no file.
  case none
  /// A path from the workspace's folder, inside the evidence folder.
  case inside(String)
  case outside

  /// Reads a path relative to `folder`, with `/` or `\` between its parts.
  init(_ text: String, below folder: String) {
    guard !text.isEmpty else {
      self = .none
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let isAbsolute = parts.first?.isEmpty == true || parts.first?.contains(":") == true
    var steps: [Substring] = []
    for part in parts where part != "." && !part.isEmpty {
      if part != ".." {
        steps.append(part)
      } else if steps.popLast() == nil {
        self = .outside
        return
      }
    }
    let isPlace = !isAbsolute && !steps.isEmpty
    self = isPlace ? .inside(([folder[...]] + steps).joined(separator: "/")) : .outside
  }
}
