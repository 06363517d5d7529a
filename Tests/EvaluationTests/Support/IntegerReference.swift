/// The rules of the plan once more, in plain integers and without any of the code under test.

/// The band of `part` of `whole`: 70 to 80, 80 to 90, 90 to 100 per cent.
func band(_ part: Int, of whole: Int, edgesGoUp: Bool) -> Int {
  let hundredfold = part * 100
  if hundredfold < 70 * whole { return 0 }
  let passes = { (edge: Int) in
    edgesGoUp ? hundredfold >= edge * whole : hundredfold > edge * whole
  }
  return passes(90) ? 3 : passes(80) ? 2 : 1
}

/// What one indicator of the reference can stand at.
struct ReferenceStanding {
  /// `nil` while the figures do not decide.
  var byFigures: Int?
  var isDocumented: Bool

  var proven: Int { isDocumented ? byFigures ?? 0 : 0 }
  var possible: Int { byFigures ?? 3 }
}

/// A share that a figure gives: of counts, or typed in thousandths of a per cent.
enum ReferenceShare {
  case counts(part: Int, whole: Int)
  case thousandths(Int)
  case missing

  /// Both writings as part and whole: 79.995 % is 79,995 of 100,000.
  var fraction: (part: Int, whole: Int)? {
    switch self {
    case .counts(let part, let whole): (part, whole)
    case .thousandths(let count): (count, 100_000)
    case .missing: nil
    }
  }

  var isEmpty: Bool {
    if case .counts(_, 0) = self { true } else { false }
  }

  /// Whether the share is at least `percent`; `nil` when it is of nothing or absent.
  func reaches(_ percent: Int) -> Bool? {
    guard let (part, whole) = fraction, whole > 0 else { return nil }
    return part * 100 >= percent * whole
  }
}

/// What a unit of the random property has sent for its seven indicators.
struct ReferenceUnit {
  var attested: Bool?
  var centres: ReferenceShare
  /// Hundredths of a per cent.
  var poverty: (previous: Int, current: Int)?
  var waste: [ReferenceShare]
  var growth: (previous: Int, current: Int)?
  var banded: [ReferenceShare]
  var documented: [Bool]
  var edgesGoUp: Bool
  var emptyIsMet: Bool
  var wasteIsAveraged: Bool

  var standings: [ReferenceStanding] {
    let prerequisites: [Bool?] = [
      attested,
      centres.isEmpty ? (emptyIsMet ? true : nil) : centres.reaches(100),
      poverty.map { $0.previous - $0.current >= 150 },
      wasteIsAveraged ? averageWaste : eachWaste,
      growth.map { $0.current > $0.previous },
    ]
    let bands: [Int?] = banded.map { share in
      if share.isEmpty { return emptyIsMet ? 3 : nil }
      return share.fraction.map { band($0.part, of: $0.whole, edgesGoUp: edgesGoUp) }
    }
    let all = prerequisites.map { $0.map { $0 ? 3 : 0 } } + bands
    return zip(all, documented).map { ReferenceStanding(byFigures: $0, isDocumented: $1) }
  }

  var level: Int { standings.map(\.proven).min() ?? 3 }
  var possibleLevel: Int { standings.map(\.possible).min() ?? 3 }

  private var eachWaste: Bool? {
    let shares = waste.map { $0.reaches(90) }
    if shares.contains(false) { return false }
    if waste.contains(where: { $0.fraction == nil }) { return nil }
    if waste.contains(where: \.isEmpty) { return emptyIsMet ? true : nil }
    return true
  }

  /// The sum of part over whole is cross-multiplied, so nothing is divided.
  private var averageWaste: Bool? {
    if waste.contains(where: { $0.fraction == nil }) { return nil }
    if waste.contains(where: \.isEmpty), !emptyIsMet { return nil }
    let shares = waste.compactMap(\.fraction).filter { $0.whole > 0 }
    if shares.isEmpty { return true }
    let wholes = shares.reduce(1) { $0 * $1.whole }
    let sum = shares.reduce(0) { $0 + $1.part * (wholes / $1.whole) }
    return sum * 100 >= 90 * wholes * shares.count
  }
}
