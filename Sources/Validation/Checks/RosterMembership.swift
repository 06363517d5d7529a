import Model

/// Checks which bodies a roster has: each named once, and for communes each one of the unit's.
struct RosterMembership {
  private let kind: RosterKind
  private let scope: UnitScope
  /// The line of each body seen, by code or folded name.
  private var lines: [String: Int] = [:]
  /// The communes that stand in the roster under another code, which has a finding of its own.
  private var miscoded: Set<UnitCode> = []

  init(of kind: RosterKind, in scope: UnitScope) {
    self.kind = kind
    self.scope = scope
  }

  /// Whether the row can be counted as one body.
  mutating func admits(_ reader: inout RowReader) -> Bool {
    guard reader.checkCellCount() else { return false }
    switch kind {
    case .communes: return admitsCommune(&reader)
    case .agencies, .centres: return admitsBody(&reader)
    }
  }

  /// The communes of the unit that the roster leaves out.
  func findingsOfAbsent(in table: ReadTable) -> [Finding] {
    guard kind == .communes else { return [] }
    let absent = scope.communes.filter {
      lines[$0.code.rawValue] == nil && !miscoded.contains($0.code)
    }
    return absent.map { commune in
      Finding(
        .communeMissing, about: nil, office: table.office, at: table.source.place,
        expected: commune.code.rawValue, details: ["name": commune.name])
    }
  }

  private mutating func admitsCommune(_ reader: inout RowReader) -> Bool {
    guard let code = reader.requiredText(.code) else { return false }
    guard let commune = reader.commune(code, in: scope) else {
      if let meant = reader.communeNamed(in: scope) { miscoded.insert(meant.code) }
      return false
    }
    if let first = lines[code] {
      reader.report(.communeTwice, at: .code, details: ["first": "\(first)"])
      return false
    }
    lines[code] = reader.row.place.line ?? 0
    reader.checkName(of: commune)
    return true
  }

  private mutating func admitsBody(_ reader: inout RowReader) -> Bool {
    guard let name = reader.requiredText(.name) else { return false }
    if let first = lines[folded(name)] {
      reader.report(.bodyTwice, at: .name, details: ["first": "\(first)"])
    } else {
      lines[folded(name)] = reader.row.place.line ?? 0
    }
    return true
  }
}

extension UnitScope {
  /// The communes anywhere below the unit that exist on the counting day, in the register's order.
  var communes: [AdministrativeUnit] {
    context.units.units.filter {
      $0.tier == .commune && $0.exists(on: countingDay) && isBelow($0)
    }
  }

  /// Whether the unit stands above `other`, at any distance.
  func isBelow(_ other: AdministrativeUnit) -> Bool {
    var parent = other.parent
    // A register has three tiers; the bound keeps a circle in one from holding the run.
    for _ in Tier.allCases {
      guard let code = parent else { return false }
      if code == unit.code { return true }
      parent = context.units[code]?.parent
    }
    return false
  }
}
