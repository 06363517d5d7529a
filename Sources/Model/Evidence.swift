/// One document of the evidence ledger (minh chứng).
public struct EvidenceDocument: Hashable, Sendable {
  public let indicator: IndicatorID
  /// Số, ký hiệu.
  public let number: String
  public let date: CalendarDay?
  public let issuer: String
  /// Trích yếu.
  public let title: String
  /// The path of the file that it names, as the ledger writes it; empty when it names none.
  public let file: String
  /// SHA-256 of that file in lower-case hexadecimal; `nil` unless the file is there and usable.
  public let fileDigest: String?
  /// The office whose folder the ledger stands in.
  public let office: OfficeID?
  public let place: SourcePlace
  /// What is wrong with it; whole when empty.
  public let defects: [FindingCode]

  public init(
    indicator: IndicatorID, number: String, date: CalendarDay?, issuer: String, title: String,
    file: String, fileDigest: String?, office: OfficeID?, place: SourcePlace,
    defects: [FindingCode]
  ) {
    self.indicator = indicator
    self.number = number
    self.date = date
    self.issuer = issuer
    self.title = title
    self.file = file
    self.fileDigest = fileDigest
    self.office = office
    self.place = place
    self.defects = defects
  }

  public var isWhole: Bool { defects.isEmpty }
}

/// Whether a folder of this name holds the evidence files: `minh-chung`, in whatever spelling of
/// its words.
public func isEvidenceFolder(_ name: some StringProtocol) -> Bool {
  folded(String(name)).filter { $0 != " " } == "minhchung"
}

/// How well an indicator is documented (tình trạng minh chứng).
public enum EvidenceStatus: String, Hashable, Sendable, CaseIterable {
  /// At least one listed document is whole.
  case complete
  /// Documents are listed, none is whole.
  case incomplete
  /// None is listed.
  case missing

  public init(of documents: [EvidenceDocument]) {
    if documents.contains(where: \.isWhole) {
      self = .complete
    } else {
      self = documents.isEmpty ? .missing : .incomplete
    }
  }
}
