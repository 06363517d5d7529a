import CRoster

/// How the plain rows of a roster are found; all of them find the same.
public enum RosterMachine: String, Hashable, Sendable, CaseIterable {
  /// For every processor.
  case portable
  case sse2
  case avx2
  /// Row by row by the plain reader, which knows no index: what the others are compared with.
  case plain

  /// The best that this processor has.
  public static var best: RosterMachine { RosterMachine(hoctap_best_machine()) }

  /// Those that this processor has.
  public static var available: [RosterMachine] {
    allCases.filter { $0 == .plain || $0.plain.rawValue <= hoctap_best_machine().rawValue }
  }

  private init(_ machine: hoctap_machine) {
    switch machine {
    case hoctap_avx2: self = .avx2
    case hoctap_sse2: self = .sse2
    default: self = .portable
    }
  }

  var plain: hoctap_machine {
    switch self {
    case .portable, .plain: hoctap_portable
    case .sse2: hoctap_sse2
    case .avx2: hoctap_avx2
    }
  }
}
