import Ingest
public import Model
import Reporting
import Rulebooks
import Validation

/// What a run needs besides the units' files, loaded and checked.
public struct Preparation: Sendable {
  public let context: RunContext
  /// The words of findings in reports, which are Vietnamese.
  let catalogue: FindingCatalogue
  /// The words of findings on the terminal.
  let messages: FindingCatalogue
  let wording: Wording
}

/// Loads programme, rulebook, units and words.
///
/// - Throws: a fault that stops the run before anything is judged.
public func prepare(_ request: RunRequest) throws(Fault) -> Preparation {
  let programmeFile = "programme.yaml"
  let loaded = try loadProgramme(
    try text(of: request.file(programmeFile), named: programmeFile), file: programmeFile)
  let programme = loaded.programme
  try checkNames(of: loaded)
  let rulebookPath = "rulebooks/\(programme.rulebook).yaml"
  guard let rulebookFile = request.template(rulebookPath) else {
    throw Fault([
      loaded.problem("Không tìm thấy bộ quy tắc templates/\(rulebookPath).", at: "rulebook")
    ])
  }
  let rulebook = try loadRulebook(
    try text(of: rulebookFile, named: "templates/\(rulebookPath)"),
    file: "templates/\(rulebookPath)", digest: sha256(rulebookFile.bytes))
  let units = try readUnits(try table(of: request.file("units.csv"), named: "units.csv"))
  try checkProgramme(loaded, against: rulebook, units: units)
  let phrases = try loadPhrases(
    try text(of: request.template("reports/wording.yaml"), named: "templates/reports/wording.yaml"),
    file: "templates/reports/wording.yaml", required: Phrase.allCases.map(\.rawValue),
    placeholders: phrasePlaceholders)
  let catalogue = try catalogue(of: request, in: reportLanguage)
  let wording = Wording(phrases)
  return Preparation(
    context: RunContext(
      programme: programme, rulebook: rulebook, units: units, period: request.period,
      asOf: request.asOf,
      proseSections: wording.proseSections(under: rulebook, in: request.period)),
    catalogue: catalogue,
    messages: request.language == reportLanguage
      ? catalogue : try Pipeline.catalogue(of: request, in: request.language),
    wording: wording)
}

/// The language of every file that a run writes, whatever that of its messages.
private let reportLanguage = "vi"

private func catalogue(
  of request: RunRequest, in language: String
) throws(Fault) -> FindingCatalogue {
  try findingCatalogue(in: request.templates, language: language)
}

/// The words of every finding code, from the files of the templates' folder.
///
/// - Throws: a fault when the catalogue is not there or not whole.
public func findingCatalogue(
  in templates: [WorkspaceFile], language: String
) throws(Fault) -> FindingCatalogue {
  let path = "templates/findings.yaml"
  return try loadFindingCatalogue(
    try text(of: templates.first { $0.path == "findings.yaml" }, named: path), file: path,
    language: language)
}

/// The codes that are spelt most like `text`, at most three, the most like first.
public func findingCodes(like text: String) -> [FindingCode] {
  let name = text.uppercased()
  // A family is the likelier to be right the more of the number is.
  let distances = FindingCode.allCases.enumerated().map { index, code in
    (editDistance(name, code.rawValue), code.family == name.prefix(1) ? 0 : 1, index, code)
  }
  let ordered = distances.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
  return ordered.prefix(3).map { $0.3 }
}

/// The phrases that the command line prints, by `group.key`, from the files of the templates'
/// folder.
///
/// - Throws: a fault when one of `required` is missing, or one stands there that is not asked for.
public func terminalPhrases(
  in templates: [WorkspaceFile], language: String, required: [String]
) throws(Fault) -> [String: String] {
  let path = "templates/terminal.yaml"
  return try loadPhrases(
    try text(of: templates.first { $0.path == "terminal.yaml" }, named: path), file: path,
    required: required, language: language)
}

func text(of file: WorkspaceFile?, named name: String) throws(Fault) -> String {
  guard let file else { throw Fault(file: name, "Không tìm thấy tệp này.") }
  if name.hasPrefix("templates/") { try requireUnicode(file.bytes, named: name) }
  let ingested = ingestText(file.bytes, file: name)
  guard let text = ingested.text else {
    throw Fault(
      file: name,
      "Không đọc được tệp này dưới dạng văn bản (\(codes(ingested.findings))); "
        + "hãy lưu lại bằng mã UTF-8.")
  }
  return text
}

/// Refuses a template that is no UTF-8, of which another encoding would only be guessed.
///
/// - Throws: a fault with the place of the first byte that is none.
func requireUnicode(_ bytes: [UInt8], named name: String) throws(Fault) {
  guard String(validating: bytes, as: UTF8.self) == nil else { return }
  var decoder = UTF8()
  var rest = bytes.makeIterator()
  var before = String.UnicodeScalarView()
  while case .scalarValue(let scalar) = decoder.decode(&rest) { before.append(scalar) }
  let lines = String(before).split(separator: "\n", omittingEmptySubsequences: false)
  throw Fault(
    file: name, line: lines.count, column: (lines.last?.count ?? 0) + 1,
    "Tệp này không phải UTF-8 (bắt đầu từ chỗ này); hãy lưu lại bằng mã UTF-8.")
}

private func table(of file: WorkspaceFile?, named name: String) throws(Fault) -> SourceTable {
  guard let file else { throw Fault(file: name, "Không tìm thấy tệp này.") }
  let ingested = ingestTable(file.bytes, file: name, recognising: unitsHeadingVocabulary())
  let harmless: Set<FindingCode> = [.textDecomposed, .mixedLineEnds, .titleRows]
  let problems = ingested.findings.filter { !harmless.contains($0.code) }
  guard let table = ingested.table, problems.isEmpty else {
    let places = problems.compactMap(\.place?.line).first
    throw Fault(
      file: name, line: places,
      "Không đọc được bảng đơn vị (\(codes(problems))); "
        + "hãy lưu lại dưới dạng CSV UTF-8 với hàng tiêu đề ở dòng đầu.")
  }
  return table
}

private func codes(_ findings: [Finding]) -> String {
  findings.map(\.code.rawValue).joined(separator: ", ")
}

/// Refuses ids that cannot be names of output files and folders, or that lead out of the output.
private func checkNames(of loaded: LoadedProgramme) throws(Fault) {
  let programme = loaded.programme
  let refusal = { (name: String) -> String? in
    isFileName(name)
      ? nil
      : "Mã “\(name)” không dùng làm tên thư mục được; "
        + "chỉ dùng chữ cái không dấu, chữ số và dấu gạch nối."
  }
  var problems: [Fault.Problem] = []
  if let words = refusal(programme.id) { problems.append(loaded.problem(words, at: "id")) }
  for code in [programme.province] + programme.participants {
    if let words = refusal(code.rawValue) { problems.append(loaded.problem(words, at: code)) }
  }
  for office in programme.offices {
    if let words = refusal(office.id.rawValue) {
      problems.append(loaded.problem(words, at: office.id))
    }
  }
  guard problems.isEmpty else { throw Fault(problems) }
}

private func isFileName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
}
