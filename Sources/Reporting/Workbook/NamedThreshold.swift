import Model

/// A limit that formulas know by a name, so that it is changed in one place (ngưỡng).
struct NamedThreshold: Hashable {
  enum Kind: Hashable {
    /// Where the band of a level begins.
    case band(level: Int)
    /// Where the last band ends.
    case top
    case share(Threshold.Comparison)
    /// - Unit: percentage points, or per cent where the fall is relative.
    case fall(isRelative: Bool)
  }

  let name: String
  let kind: Kind
  let value: ExactDecimal
  let indicators: [IndicatorID]
  let clause: String
}

/// The limits of one tier's criteria, each once: the bands, then what indicators have of their own.
struct NamedThresholds {
  let all: [NamedThreshold]
  private let names: [IndicatorID: String]

  init(of criteria: CriteriaSet, takes: (String, OpenPoint, Indicator) -> Bool) {
    let bands = criteria.levelRule.bands
    let banded = criteria.indicators.filter { $0.role == .banded }
    var names: [IndicatorID: String] = [:]
    var own: [NamedThreshold] = []
    for indicator in criteria.indicators {
      guard let limit = indicator.measure.threshold else { continue }
      if indicator.role == .banded, limit == Threshold(.atLeast, bands[0].from) {
        names[indicator.id] = Self.band(bands[0])
        continue
      }
      var kind = NamedThreshold.Kind.share(limit.comparison)
      if case .decrease = indicator.measure {
        kind = .fall(isRelative: takes("relative", .decreaseUnit, indicator))
      }
      let name = "NGUONG_" + plain(indicator.id.rawValue)
      names[indicator.id] = name
      own.append(
        NamedThreshold(
          name: name, kind: kind, value: limit.value, indicators: [indicator.id],
          clause: indicator.clause))
    }
    self.names = names
    var all = bands.map { band in
      NamedThreshold(
        name: Self.band(band), kind: .band(level: band.level), value: band.from,
        indicators: banded.map(\.id), clause: band.clause)
    }
    if let last = bands.last {
      all.append(
        NamedThreshold(
          name: Self.top, kind: .top, value: last.to, indicators: banded.map(\.id),
          clause: last.clause))
    }
    self.all = all + own
  }

  /// The name of an indicator's own limit; `nil` where it is not compared with one.
  func name(of indicator: Indicator) -> Formula? { names[indicator.id].map { .name($0) } }

  /// The name of where a band begins.
  static func band(_ band: Band) -> String { "NGUONG_MUC_\(band.level)" }

  /// The name of where the last band ends.
  static let top = "NGUONG_CAO_NHAT"

  /// The power of ten that makes every limit whole; 100 at least, for limits that are changed.
  var factor: Int {
    let scale = max(2, all.map(\.value.scale).max() ?? 0)
    return (0..<scale).reduce(1) { product, _ in product * 10 }
  }
}

/// Letters and digits as a name may have them.
private func plain(_ id: String) -> String {
  String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
}
