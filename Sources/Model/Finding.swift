/// How much a finding matters (mức độ).
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A figure cannot be used, or two sources contradict each other.
  case error
  /// Usable, but somebody must look.
  case warning
  case note

  /// The gravest first.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// One problem at one place, without words: the catalogue has those.
public struct Finding: Hashable, Sendable {
  public let code: FindingCode
  public let unit: UnitCode?
  public let indicator: IndicatorID?
  public let place: SourcePlace?
  /// The value as it stands in the file.
  public let value: String
  /// The value that was expected, where it is not the same for every finding of this code.
  public let expected: String
  public let clause: String
  /// The office that can mend it.
  public let office: OfficeID?
  /// What else the message names, by the placeholder in the catalogue's text.
  public let details: [String: String]

  public init(
    _ code: FindingCode, unit: UnitCode? = nil, indicator: IndicatorID? = nil,
    place: SourcePlace? = nil, value: String = "", expected: String = "", clause: String = "",
    office: OfficeID? = nil, details: [String: String] = [:]
  ) {
    self.code = code
    self.unit = unit
    self.indicator = indicator
    self.place = place
    self.value = value
    self.expected = expected
    self.clause = clause
    self.office = office
    self.details = details
  }
}

extension Finding {
  /// Whether its file is, or is meant for, one of prose, which other programs write than tables.
  public var isAboutProse: Bool { details[Self.formDetail] == Self.prose }

  /// The same finding, said to be about prose.
  public var aboutProse: Finding {
    Finding(
      code, unit: unit, indicator: indicator, place: place, value: value, expected: expected,
      clause: clause, office: office, details: details.merging([Self.formDetail: Self.prose]) { $1 }
    )
  }

  private static let formDetail = "form"
  private static let prose = "prose"

  /// The one order of findings everywhere: unit, place, indicator, code.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.unit != right.unit { return (left.unit?.rawValue ?? "") < (right.unit?.rawValue ?? "") }
    if left.place != right.place {
      guard let one = left.place else { return true }
      guard let other = right.place else { return false }
      return one < other
    }
    if left.indicator != right.indicator {
      guard let one = left.indicator else { return true }
      guard let other = right.indicator else { return false }
      return one < other
    }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return (left.value, left.expected) < (right.value, right.expected)
  }
}

/// A finding in words, as every output prints it.
public struct WordedFinding: Hashable, Sendable {
  public let finding: Finding
  public let severity: Severity
  public let message: String
  public let hint: String
  public let expected: String
  /// The waiver that stands for it; it changes neither severity nor result.
  public let waiver: Waiver?

  public init(
    finding: Finding, severity: Severity, message: String, hint: String, expected: String,
    waiver: Waiver? = nil
  ) {
    self.finding = finding
    self.severity = severity
    self.message = message
    self.hint = hint
    self.expected = expected
    self.waiver = waiver
  }

  /// The same finding, marked as waived.
  public func waived(by waiver: Waiver?) -> WordedFinding {
    WordedFinding(
      finding: finding, severity: severity, message: message, hint: hint, expected: expected,
      waiver: waiver)
  }
}

/// Who mends a finding (nơi xử lý).
public enum Responsible: String, Hashable, Sendable, CaseIterable {
  /// The unit that sent the file.
  case unit
  /// The office that is charged with the indicator.
  case office
  /// The province, which gathers everything.
  case province
  /// Whoever keeps the programme's own files.
  case programme
}

/// The words and severity of every finding code (danh mục phát hiện), from
/// `templates/findings.yaml`.
public struct FindingCatalogue: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let severity: Severity
    /// What is wrong; may name `{value}`, `{expected}`, `{column}`, `{indicator}` and the details.
    public let message: String
    /// What to do, as an instruction.
    public let hint: String
    /// The value expected where it is the same for every finding of this code; may name the
    /// details.
    public let expected: String
    /// Something wrong, and how it is right.
    public let example: String
    /// What the finding rests on; empty where it rests on nothing written.
    public let clause: String
    public let responsible: Responsible
    /// What takes the place of message and hint where the file is prose; `nil` where they fit it.
    public let ofProse: Words?

    /// What is wrong, and what to do.
    public struct Words: Hashable, Sendable {
      public let message: String
      public let hint: String

      public init(message: String, hint: String) {
        self.message = message
        self.hint = hint
      }
    }

    public init(
      severity: Severity, message: String, hint: String, expected: String, example: String,
      clause: String, responsible: Responsible, ofProse: Words? = nil
    ) {
      self.severity = severity
      self.message = message
      self.hint = hint
      self.expected = expected
      self.example = example
      self.clause = clause
      self.responsible = responsible
      self.ofProse = ofProse
    }

    /// The words for a finding about that kind of file.
    func words(isProse: Bool) -> Words {
      (isProse ? ofProse : nil) ?? Words(message: message, hint: hint)
    }
  }

  private let entries: [FindingCode: Entry]
  /// What a family is about, by its letter.
  private let families: [String: String]
  /// What a placeholder stands for, by its name.
  private let placeholders: [String: String]

  /// The words for a detail that checks give as a sign, by the detail's name and the sign.
  private let terms: [String: String]

  /// - Precondition: every code has an entry, and every family its words; the loader checks it.
  public init(
    _ entries: [FindingCode: Entry], families: [String: String], placeholders: [String: String],
    terms: [String: String] = [:]
  ) {
    precondition(entries.count == FindingCode.allCases.count, "every code has its words")
    self.entries = entries
    self.families = families
    self.placeholders = placeholders
    self.terms = terms
  }

  /// What the family of a code is about.
  public func family(of code: FindingCode) -> String { families[code.family] ?? "" }

  /// `text` with what each placeholder stands for in place of it: `‹tệp›`.
  public func readable(_ text: String) -> String {
    var details: [String: String] = [:]
    for name in placeholderNames(in: text) {
      details[name] = "‹\(placeholders[name] ?? name)›"
    }
    return filled(text, with: details)
  }

  public subscript(code: FindingCode) -> Entry {
    guard let entry = entries[code] else { preconditionFailure("no words for \(code)") }
    return entry
  }

  public func words(for finding: Finding) -> WordedFinding {
    let entry = self[finding.code]
    var details = Dictionary(
      uniqueKeysWithValues: finding.details.map { ($0, terms["\($0) \($1)"] ?? $1) })
    details["value"] = finding.value
    let expected =
      finding.expected.isEmpty ? filled(entry.expected, with: details) : finding.expected
    details["expected"] = expected
    details["column"] = finding.place?.column ?? ""
    details["indicator"] = finding.indicator?.rawValue ?? ""
    details["file"] = finding.place?.file ?? ""
    let words = entry.words(isProse: finding.isAboutProse)
    return WordedFinding(
      finding: finding, severity: entry.severity, message: filled(words.message, with: details),
      hint: filled(words.hint, with: details), expected: expected)
  }
}

extension FindingCode {
  /// The letter of its family.
  public var family: String { String(rawValue.prefix(1)) }
}

/// The names of the placeholders of `text`, in their order.
public func placeholderNames(in text: String) -> [String] {
  text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
    part.firstIndex(of: "}").map { String(part[..<$0]) }
  }
}

/// `text` with every `{name}` replaced by its detail; a name without detail stays as it is.
public func filled(_ text: String, with details: [String: String]) -> String {
  guard text.contains("{") else { return text }
  var result = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "{") {
    result += rest[..<open]
    rest = rest[open...]
    guard let close = rest.firstIndex(of: "}") else { break }
    let name = String(rest[rest.index(after: open)..<close])
    result += details[name] ?? "{\(name)}"
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}

extension Finding {
  /// The same finding without words of the file, sheet names and headings among them, which may be
  /// those of a person.
  public var withoutWords: Finding {
    let told: Set<String> = [
      "encoding", "codePage", "problem", "format", "fate", "line", "count", "columns", "character",
      "found",
    ]
    return Finding(
      code, unit: unit, indicator: indicator, place: place?.withoutWords,
      value: value.isEmpty ? "" : "…", expected: expected, clause: clause, office: office,
      details: Dictionary(
        uniqueKeysWithValues: details.map { ($0.key, told.contains($0.key) ? $0.value : "…") }))
  }
}
