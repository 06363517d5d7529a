public import Model

/// One file of an output folder, as the shell found it.
public struct AuditedFile: Sendable {
  /// Path from the period's folder, with `/`.
  public let path: String
  public let bytes: [UInt8]
  /// In lower-case hexadecimal.
  public let sha256: String
  /// Whether it is a file, and not a link or something else, whose bytes are not read.
  public let isFile: Bool

  public init(path: String, bytes: [UInt8], sha256: String, isFile: Bool) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.isFile = isFile
  }
}

/// What an audit of one folder found.
public struct Audit: Sendable {
  /// In the order of the files; none when everything agrees.
  public let discrepancies: [Discrepancy]
  public let files: Int
  /// How many results were read.
  public let results: Int
  /// How many documents were read back and compared with the results.
  public let documents: Int
  /// Of `manifest.json`, so that it can be compared with one that was noted down.
  public let manifestDigest: String
  /// Whether these are blank forms, which state no results.
  public let holdsForms: Bool
}

/// What an audit needs of other stages.
public struct AuditMeans {
  /// The rules with a digest; `nil` where they are not at hand.
  let rulebook: (_ digest: String) -> Rulebook?
  /// Reads a table of a file in which the named columns stand; `nil` where there is none.
  let table: (_ file: AuditedFile, _ columns: [String]) -> SourceTable?

  public init(
    rulebook: @escaping (_ digest: String) -> Rulebook?,
    table: @escaping (_ file: AuditedFile, _ columns: [String]) -> SourceTable?
  ) {
    self.rulebook = rulebook
    self.table = table
  }
}

/// Compares an output folder with its manifest, and every document in it with the results.
///
/// Documents are read back as a reader sees them: the tables, facts and sentences of HTML, Markdown,
/// workbooks and text documents, found by the words of the reports: the phrases of `wording.yaml` by
/// their key. Where the manifest names another digest of that file than `wordingDigest`, no document
/// is read, because its statements could not be found. What no result repeats is compared between the
/// formats of one report, and the limits of workbooks with the rulebook. Pure.
///
/// - Parameters:
///   - files: everything in the folder of a period.
///   - words: the phrases of the reports by their key.
///   - wordingDigest: of the file that the phrases come from, in lower-case hexadecimal.
///   - means: how rules and tables are read.
/// - Returns: every point in which the folder is not what its results say.
/// - Precondition: each ``Word`` is among `words`.
public func audit(
  _ files: [AuditedFile], in words: [String: String], wordingDigest: String,
  means: AuditMeans
) -> Audit {
  let folder = AuditedFolder(files)
  guard let manifest = folder.manifest else {
    return folder.report([
      Discrepancy(.unreadable, in: manifestName, found: "", expected: "hoctap/manifest/1")
    ])
  }
  var found = folder.differences(from: manifest)
  guard manifest.kind == nil else { return folder.report(found) }
  found += folder.resultDifferences(from: manifest)
  let wording = manifest.templates?.first { $0.path == wordingName }?.sha256
  guard wording == wordingDigest else {
    found.append(
      Discrepancy(
        .wording, in: manifestName, found: wordingDigest, expected: wording ?? ""))
    return folder.report(found)
  }
  let words = Words(words)
  let documents = folder.documents(under: means.rulebook(manifest.rulebookDigest))
  var read: [ReadDocument] = []
  for document in documents {
    guard let seen = document.read() else {
      found.append(Discrepancy(.unreadable, in: document.file.path, found: "", expected: ""))
      continue
    }
    read.append(ReadDocument(document: document, seen: seen))
  }
  found += read.flatMap { $0.differences(in: words) }
  found += agreementDifferences(among: read, beside: found)
  return folder.report(
    found + folder.findingDifferences(in: words, reading: means.table), documents: documents.count)
}

/// Reports are told apart by their path without the format's ending.
private func agreementDifferences(
  among documents: [ReadDocument], beside found: [Discrepancy]
) -> [Discrepancy] {
  let reports = Dictionary(grouping: documents) { read in
    read.document.file.path.split(separator: ".").dropLast().joined(separator: ".")
  }
  let known = Set(found.map { AgreementCheck.KnownText(file: $0.file, text: $0.found) })
  return reports.keys.sorted().flatMap {
    AgreementCheck.differences(among: reports[$0] ?? [], beside: known)
  }
}

let manifestName = "manifest.json"
private let wordingName = "reports/wording.yaml"

/// The files of one folder with the results among them.
struct AuditedFolder {
  let files: [AuditedFile]
  let manifest: Manifest?
  /// The results that can be read, by the unit's folder.
  let results: [String: UnitResult]
  /// The digests of all results, by the unit's folder.
  let digests: [String: String]

  init(_ files: [AuditedFile]) {
    self.files = files.sorted { $0.path < $1.path }
    manifest = files.first { $0.path == manifestName }
      .flatMap { decoded(Manifest.self, from: $0.bytes) }
      .flatMap { $0.schema == "hoctap/manifest/1" ? $0 : nil }
    let own = files.filter { $0.isFile && $0.path.hasSuffix(resultEnding) }
    results = own.reduce(into: [:]) { results, file in
      let result = decoded(UnitResult.self, from: file.bytes)
      if result?.schema == "hoctap/result/1" { results[Self.folder(of: file.path)] = result }
    }
    digests = own.reduce(into: [:]) { $0[Self.folder(of: $1.path)] = $1.sha256 }
  }

  static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  func report(_ discrepancies: [Discrepancy], documents: Int = 0) -> Audit {
    Audit(
      discrepancies: discrepancies, files: files.count, results: results.count,
      documents: documents,
      manifestDigest: files.first { $0.path == manifestName }?.sha256 ?? "",
      holdsForms: manifest?.kind != nil)
  }
}

let resultEnding = "/result.json"
