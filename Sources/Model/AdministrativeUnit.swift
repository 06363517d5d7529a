/// The level of an administrative unit (cấp hành chính).
public enum Tier: String, Hashable, Sendable, CaseIterable {
  case province
  case district
  case commune
}

/// One administrative unit (đơn vị hành chính) with the days between which it exists.
public struct AdministrativeUnit: Hashable, Sendable {
  public let code: UnitCode
  /// The full name with its type, as the official list writes it: `Thành phố Bà Rịa`.
  public let name: String
  public let tier: Tier
  public let parent: UnitCode?
  /// First day of existence; `nil` when the list gives none.
  public let validFrom: CalendarDay?
  /// Last day of existence; `nil` while it exists.
  public let validTo: CalendarDay?
  /// The office of the parent that this stands for, which reports of its own people as a unit does;
  /// `nil` for a unit of the register.
  public let office: OfficeID?

  public init(
    code: UnitCode, name: String, tier: Tier, parent: UnitCode?, validFrom: CalendarDay?,
    validTo: CalendarDay?, office: OfficeID? = nil
  ) {
    self.code = code
    self.name = name
    self.tier = tier
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.office = office
  }

  /// An office of `unit` as a unit that reports.
  public init(_ office: Office, of unit: AdministrativeUnit) {
    self.init(
      code: unit.code.office(office.id), name: office.name, tier: unit.tier,
      parent: unit.code, validFrom: nil, validTo: nil, office: office.id)
  }

  /// Whether the unit exists on `day`.
  public func exists(on day: CalendarDay) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }

  /// The name as it stands inside a sentence: the type in lower case before a proper name
  /// (`thành phố Bà Rịa`), in upper case before a number (`Phường 1`).
  ///
  /// Source: decree 30/2020/NĐ-CP, appendix II.
  public var nameInSentence: String {
    for type in Self.types where name.hasPrefix(type + " ") {
      let proper = name.dropFirst(type.count + 1)
      if proper.first?.isNumber == true { return name }
      return type.lowercased() + " " + proper
    }
    return name
  }

  /// The name without its type: `Bà Rịa`.
  public var properName: String {
    for type in Self.types where name.hasPrefix(type + " ") {
      return String(name.dropFirst(type.count + 1))
    }
    return name
  }

  private static let types = [
    "Thành phố", "Thị xã", "Thị trấn", "Huyện", "Quận", "Tỉnh", "Phường", "Xã",
  ]
}

extension UnitCode {
  /// The code of an office of this unit, as of a unit that reports: `49/so-tai-chinh`, as its folder
  /// stands in the unit's.
  public func office(_ id: OfficeID) -> UnitCode { UnitCode("\(self)/\(id)") }
}

/// Every unit of a workspace, found by code.
public struct UnitRegister: Hashable, Sendable {
  /// In the order of the file.
  public let units: [AdministrativeUnit]
  private let indices: [UnitCode: Int]

  /// - Precondition: no code occurs twice.
  public init(_ units: [AdministrativeUnit]) {
    self.units = units
    indices = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.code, $0) })
  }

  public subscript(code: UnitCode) -> AdministrativeUnit? {
    indices[code].map { units[$0] }
  }

  /// The units directly below `code` that exist on `day`, in the order of the file.
  public func children(of code: UnitCode, on day: CalendarDay) -> [AdministrativeUnit] {
    units.filter { $0.parent == code && $0.exists(on: day) }
  }
}
