import Model
import OpenXML

/// One document with what it must agree with.
struct AuditedDocument {
  /// What the document is about.
  enum Subject {
    case unit(UnitResult, digest: String)
    /// A request to an office of the unit.
    case request(UnitResult, digest: String)
    case board
  }

  let file: AuditedFile
  let subject: Subject
  /// All units, by their name in tables, with the digest of their result.
  let units: [String: (result: UnitResult, digest: String)]
  /// The rules that the results rest on, where they are at hand.
  let rulebook: Rulebook?

  /// The office that a request is made to, by its id; `nil` of other documents.
  var requested: String? {
    guard case .request = subject else { return nil }
    let name = file.path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  var asOf: CalendarDay? { units.values.first.flatMap { CalendarDay(iso: $0.result.asOf) } }

  func read() -> SeenDocument? {
    do throws(PackageProblem) {
      switch file.path.split(separator: ".").last {
      case "html": return readHTML(file.bytes)
      case "md": return readMarkdown(file.bytes)
      case "xlsx": return try readWorkbook(file.bytes)
      case "docx": return try readTextDocument(file.bytes)
      default: return nil
      }
    } catch {
      return nil
    }
  }
}

/// A document with what a person sees in it.
struct ReadDocument {
  let document: AuditedDocument
  let seen: SeenDocument

  var isWorkbook: Bool { document.file.path.hasSuffix(".xlsx") }

  func differences(in words: Words) -> [Discrepancy] {
    var check = StatementCheck(document: document, names: seen.names, words: words)
    check.compare(seen)
    return check.found
  }
}

extension AuditedFolder {
  private static let endings = [".html", ".md", ".xlsx", ".docx"]

  /// Every document that states results, in the order of the files.
  func documents(under rulebook: Rulebook?) -> [AuditedDocument] {
    let units = results.reduce(into: [:]) { units, entry in
      units[plain(entry.value.unit.name)] = (entry.value, digests[entry.key] ?? "")
    }
    return files.compactMap { file in
      guard file.isFile, Self.endings.contains(where: file.path.hasSuffix),
        let subject = subject(of: file.path)
      else { return nil }
      return AuditedDocument(file: file, subject: subject, units: units, rulebook: rulebook)
    }
  }

  private func subject(of path: String) -> AuditedDocument.Subject? {
    let folder = Self.folder(of: path)
    if let result = results[folder] { return .unit(result, digest: digests[folder] ?? "") }
    if folder.isEmpty { return .board }
    // Requests to offices of a district begin with its code; the others are the province's.
    let name = path.dropFirst(folder.count + 1)
    let owner =
      results.first { $0.value.unit.tier == .district && name.hasPrefix($0.value.unit.code + "-") }
      ?? results.first { $0.value.unit.tier == .province && $0.value.unit.office == nil }
    return owner.map { .request($0.value, digest: digests[$0.key] ?? "") }
  }
}
