import Model

/// What may follow the words of a body to say which unit's body it is.
struct UnitEndings {
  /// Without the empty one.
  let all: [String]

  init(of unit: AdministrativeUnit, in context: RunContext) {
    let names = Self.spellings(of: unit)
    let province = context.units[context.programme.province]
    let provinceNames =
      unit.tier == .province ? [] : province.map { Self.spellings(of: $0) } ?? []
    let nested = names.flatMap { name in provinceNames.map { name + " " + $0 } }
    all = Self.levels(of: unit) + names + nested
  }

  /// The words for the level of `unit`; a district may be called by any type of district, since
  /// forms are printed for all of them.
  private static func levels(of unit: AdministrativeUnit) -> [String] {
    switch unit.tier {
    case .province: ["tỉnh", "cấp tỉnh", String(unit.name.dropLast(unit.properName.count))]
    case .district: ["huyện", "thị xã", "tx", "thành phố", "tp", "quận", "cấp huyện"]
    case .commune: ["xã", "phường", "thị trấn", "tt", "cấp xã"]
    }
  }

  /// The name with its type, the type's short form, or without; folded.
  private static func spellings(of unit: AdministrativeUnit) -> [String] {
    let proper = folded(unit.properName)
    let shorts = AdministrativeUnit.typeAbbreviations.filter { _, type in
      folded(unit.name) == type + " " + proper
    }
    return [folded(unit.name), proper] + shorts.keys.sorted().map { $0 + " " + proper }
  }
}
