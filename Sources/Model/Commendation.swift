/// A collective or a person proposed for commendation (đề nghị khen thưởng), a row of
/// `khen-thuong.csv`.
///
/// It holds a name, so that it is told in an annex that was asked for, and nowhere else.
///
/// Source: plan 4742/KH-UBND, IV.5.c and IV.8.đ.
public struct Commendation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Tập thể.
    case collective
    /// Cá nhân.
    case person
  }

  public let kind: Kind
  public let name: String
  /// Where the collective or the person belongs.
  public let unit: String
  /// Thành tích.
  public let achievement: String
  /// Hình thức.
  public let award: String
  public let place: SourcePlace

  public init(
    kind: Kind, name: String, unit: String, achievement: String, award: String,
    place: SourcePlace
  ) {
    self.kind = kind
    self.name = name
    self.unit = unit
    self.achievement = achievement
    self.award = award
    self.place = place
  }
}
