/// How much of a package is read before it is refused.
public struct PackageLimits: Hashable, Sendable {
  /// Of all that is read from one archive, unpacked.
  ///
  /// - Unit: bytes.
  public let size: UInt64
  /// How many times its packed size a part may have, beyond the first megabyte.
  public let ratio: UInt64
  public let parts: Int
  /// Whether the archive must say the same of a part wherever it speaks of it.
  public let isStrict: Bool

  public init(size: UInt64, ratio: UInt64, parts: Int, isStrict: Bool) {
    self.size = size
    self.ratio = ratio
    self.parts = parts
    self.isStrict = isStrict
  }

  /// For workbooks that were written here, of which nothing but damage is to be feared.
  public static let own = PackageLimits(size: 4 << 30, ratio: .max, parts: .max, isStrict: true)

  /// For workbooks that somebody sends.
  public static let foreign = PackageLimits(
    size: 1 << 30, ratio: 200, parts: 10_000, isStrict: false)
}
