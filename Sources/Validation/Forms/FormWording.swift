import Model

/// The words of the blank forms (lời của biểu mẫu), from data.
public struct FormWording: Sendable {
  private let phrases: [String: String]

  /// Takes every phrase by its key.
  ///
  /// - Precondition: each of ``required`` is there; the loader checks it.
  public init(_ phrases: [String: String]) { self.phrases = phrases }

  /// The keys of all phrases.
  public static var required: [String] {
    let columns = formKinds.flatMap { FileSchema(of: $0).columns.map(\.key.rawValue) }
    return FormPhrase.allCases.map(\.rawValue) + Set(columns).sorted().map { "column.\($0)" }
  }

  func callAsFunction(_ phrase: FormPhrase, _ details: [String: String] = [:]) -> String {
    filled(text(phrase.rawValue), with: details)
  }

  /// How a column is filled in.
  func help(_ key: ColumnKey) -> String { text("column.\(key.rawValue)") }

  /// The name of the sheet of a form.
  func sheet(_ kind: WorkspaceFileKind) -> String { text("sheet.\(Self.key(of: kind))") }

  func title(_ kind: WorkspaceFileKind) -> String { text("title.\(Self.key(of: kind))") }

  /// What a row of a form is.
  func rows(_ kind: WorkspaceFileKind) -> String { text("rows.\(Self.key(of: kind))") }

  private static func key(of kind: WorkspaceFileKind) -> String {
    switch kind {
    case .figures: "figures"
    case .evidence: "evidence"
    case .agencies: "agencies"
    case .communes: "communes"
    case .centres: "centres"
    case .feedback: "feedback"
    case .funding: "funding"
    case .narrative: "narrative"
    case .waivers: "waivers"
    case .personCounts: "personCounts"
    case .commendations: "commendations"
    }
  }

  private func text(_ key: String) -> String {
    guard let text = phrases[key] else { preconditionFailure("no words for \(key)") }
    return text
  }
}

/// The kinds of files that are tables with a blank form.
let formKinds: [WorkspaceFileKind] = [
  .figures, .evidence, .agencies, .communes, .centres, .feedback, .funding,
]
