/// A reader that is given bytes which nobody has looked at.
///
/// The fuzzer and the replay of its corpus in `make test` share these.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case table, text, prose, xlsx, numbers, dates, rulebook, programme, roster

  /// What the reader does with `bytes` that it must never do; `nil` when it keeps its promises.
  ///
  /// A reader that crashes does not return.
  public func brokenPromise(with bytes: [UInt8]) -> String? {
    switch self {
    case .table: brokenPromiseOfTable(bytes)
    case .text: brokenPromiseOfText(bytes)
    case .prose: brokenPromiseOfProse(bytes)
    case .xlsx: brokenPromiseOfWorkbook(bytes)
    case .numbers: brokenPromiseOfNumbers(bytes)
    case .dates: brokenPromiseOfDates(bytes)
    case .rulebook: brokenPromiseOfRulebook(bytes)
    case .programme: brokenPromiseOfProgramme(bytes)
    case .roster: brokenPromiseOfRoster(bytes)
    }
  }
}
