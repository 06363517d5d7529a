/// The code of an administrative unit (mã đơn vị hành chính), always text: `"77"`, `"748"`, `"26548"`.
///
/// Source: the General Statistics Office's list of administrative units.
public struct UnitCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: UnitCode, right: UnitCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The id of an indicator (chỉ báo) inside one tier of one rulebook, such as `"2.1.1"`.
///
/// Ordered by its numbers, so that `"2.10"` comes after `"2.9"`.
public struct IndicatorID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: IndicatorID, right: IndicatorID) -> Bool {
    let leftParts = left.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    let rightParts = right.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    for (one, other) in zip(leftParts, rightParts) where one != other {
      guard let first = Int(one), let second = Int(other) else { return one < other }
      return first < second
    }
    return leftParts.count < rightParts.count
  }
}

/// The id of one part of a composite or increase measure (thành phần), such as `"chat-thai-ran"`.
public struct ComponentID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: ComponentID, right: ComponentID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The id of a horizon (mốc mục tiêu), such as `"2025"`.
public struct HorizonID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: HorizonID, right: HorizonID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The id of an office (cơ quan); the name of its folder in a unit's folder, such as `"so-noi-vu"`.
public struct OfficeID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static func < (left: OfficeID, right: OfficeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
