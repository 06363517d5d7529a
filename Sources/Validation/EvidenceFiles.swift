import Model

/// The evidence files of a unit, found by the names that ledgers write.
struct EvidenceFiles: Sendable {
  struct File: Hashable, Sendable {
    /// From the workspace's folder.
    let path: String
    let attachment: Attachment

    /// Whether it is the evidence folder itself, whose files cannot be looked at.
    var isWholeFolder: Bool { name.isEmpty }

    /// The path with the evidence folder by its name in the contract.
    var canonicalPath: String {
      path.split(separator: "/").map { isEvidenceFolder($0) ? "minh-chung" : $0 }
        .joined(separator: "/")
    }

    /// The path from the evidence folder, as ledgers write it.
    var name: String {
      path.split(separator: "/").drop { !isEvidenceFolder($0) }.dropFirst().joined(separator: "/")
    }
  }

  private let byBytes: [[UInt8]: File]
  private let bySpelling: [String: [File]]

  init(of sources: UnitSources) {
    let files = sources.files.compactMap { file -> File? in
      guard case .attachment(let attachment) = file.content else { return nil }
      return File(path: file.path, attachment: attachment)
    }
    byBytes = Dictionary(
      files.map { (Array($0.canonicalPath.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    bySpelling = Dictionary(grouping: files) { spelling(of: $0.canonicalPath) }
  }

  /// The file at `path`; else the only one whose name is another spelling of it.
  ///
  /// The name of the evidence folder may stand before that of the file once more.
  func file(at path: String) -> (file: File, isExact: Bool)? {
    if let found = fileNamed(path) { return found }
    var parts = path.split(separator: "/")
    guard let folder = parts.firstIndex(of: "minh-chung"), folder + 2 < parts.count,
      parts[folder + 1].lowercased() == "minh-chung"
    else { return nil }
    parts.remove(at: folder + 1)
    return fileNamed(parts.joined(separator: "/"))
  }

  /// The file at `path`, or what keeps it from being looked at: an obstacle at a folder above it.
  func entry(at path: String) -> (file: File, isExact: Bool)? {
    if let found = file(at: path) { return found }
    var folder = path[...]
    while let end = folder.lastIndex(of: "/") {
      folder = folder[..<end]
      if let found = fileNamed(String(folder)), found.file.attachment.obstacle != nil {
        return found
      }
    }
    return nil
  }

  private func fileNamed(_ path: String) -> (file: File, isExact: Bool)? {
    if let file = byBytes[Array(path.utf8)] { return (file, true) }
    let others = bySpelling[spelling(of: path)] ?? []
    return others.count == 1 ? others.first.map { ($0, false) } : nil
  }
}

/// What the spellings of one name have in common, whatever their capitals, their Unicode form and
/// the letter of a syllable that bears the tone: `Hoà.PDF`, `hòa.pdf`.
///
/// Unlike `folded`, keeps every accent: `ma.pdf` and `mà.pdf` are two files.
func spelling(of name: String) -> String {
  var result = ""
  var tones = ""
  for letter in name.lowercased() {
    if !letter.isLetter {
      result += tones
      tones = ""
    }
    let (base, tone) = tonedLetters[letter] ?? (letter, "")
    result.append(base)
    tones += tone
  }
  return result + tones
}

/// Characters compare by canonical equivalence, so that these stand for their decomposed forms too.
private let tonedLetters: [Character: (base: Character, tone: String)] = {
  let families: [(Character, String)] = [
    ("a", "àáảãạ"), ("ă", "ằắẳẵặ"), ("â", "ầấẩẫậ"), ("e", "èéẻẽẹ"), ("ê", "ềếểễệ"),
    ("i", "ìíỉĩị"), ("o", "òóỏõọ"), ("ô", "ồốổỗộ"), ("ơ", "ờớởỡợ"), ("u", "ùúủũụ"),
    ("ư", "ừứửữự"), ("y", "ỳýỷỹỵ"),
  ]
  var letters: [Character: (base: Character, tone: String)] = [:]
  for (base, family) in families {
    for (index, letter) in family.enumerated() { letters[letter] = (base, "\(index + 1)") }
  }
  return letters
}()
