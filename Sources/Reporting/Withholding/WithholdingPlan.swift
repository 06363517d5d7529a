import Model

/// Which counts of people may be told in what is published of one year (giữ kín số liệu nhỏ).
///
/// A cell is withheld when its part or its whole is of fewer people than the limit, but of somebody.
/// How many people of a whole are not counted is not a cell, and no reason to withhold one. Beside it
/// so many others are withheld that no sum, nor several sums together, give a small count back.
///
/// Pure: the same counts give the same plan.
struct WithholdingPlan {
  private let year: CountedCells
  private let limit: Int
  private(set) var hidden: Set<CountedCell> = []

  /// Counts below `limit` are small; up to 1 none are.
  init(_ year: CountedCells, below limit: Int) {
    self.year = year
    self.limit = limit
    hidden = Set(
      year.cells.filter { cell in
        CellCount.Side.allCases.contains { isSmall(year.count(cell, $0)) }
      })
    let small = hidden
    guard !small.isEmpty else { return }
    repeat { while hideBesidePools() {} } while hideBesideDetermined()
    // What was withheld early may be of no use beside what was withheld later: the largest first.
    for cell in year.cells.filter({ !tells($0) && !small.contains($0) }).sorted(by: isLarger) {
      hidden.remove(cell)
      if !isSafe { hidden.insert(cell) }
    }
  }

  /// Whether no small count can be had, and no pool of withheld parts is itself small.
  private var isSafe: Bool {
    let hasSmallPool = year.sums.contains { sum in
      tells(sum.total)
        && CellCount.Side.allCases.contains { side in
          isSmall(sum.addends.filter { !tells($0) }.map { year.count($0, side) }.reduce(0, +))
        }
    }
    return !hasSmallPool && smallDetermined().isEmpty
  }

  private func isLarger(_ left: CountedCell, _ right: CountedCell) -> Bool {
    year.count(left, .whole) > year.count(right, .whole)
  }

  func isSmall(_ count: Int) -> Bool { 0 < count && count < limit }

  func tells(_ cell: CountedCell) -> Bool { !hidden.contains(cell) }

  /// Withholds more beside what a sum leaves open to subtraction: one withheld count alone, or
  /// several that are together too few.
  ///
  /// - Returns: whether anything was withheld.
  private mutating func hideBesidePools() -> Bool {
    var isChanged = false
    for (index, sum) in year.sums.enumerated() {
      for side in CellCount.Side.allCases {
        let open = ([sum.total] + sum.addends).filter { !tells($0) }
        guard isAlone(open, in: sum, side) else { continue }
        let others = sum.addends.filter { tells($0) && year.count($0, side) > 0 }
        let next = easiest(of: others, besides: index)
        guard let next = next ?? (tells(sum.total) ? sum.total : nil) else { continue }
        hidden.insert(next)
        isChanged = true
      }
    }
    return isChanged
  }

  /// Whether what is withheld of a sum is a single count, or a pool of too few people.
  private func isAlone(
    _ open: [CountedCell], in sum: CountedCells.Sum, _ side: CellCount.Side
  ) -> Bool {
    let pool = open.map { year.count($0, side) }.reduce(0, +)
    return open.count == 1 && pool > 0 || tells(sum.total) && isSmall(pool)
  }

  /// Withholds more where sums together, or what one indicator tells of another, determine a small
  /// count.
  ///
  /// - Returns: whether anything was withheld.
  private mutating func hideBesideDetermined() -> Bool {
    let known = smallDetermined().min(by: precedes)
    guard let known else { return false }
    hidden.insert(nextCell(beside: known))
    return true
  }

  private func smallDetermined() -> [CellCount] {
    determined(by: year.equations) { tells($0.cell) }.filter { isSmall(year.counts[$0] ?? 0) }
  }

  /// The cell without which the count is no longer determined; where one is not enough, the easiest of
  /// those that hang together with it.
  private func nextCell(beside count: CellCount) -> CountedCell {
    let near = linked(to: count)
    let cells = year.cells.filter(near.contains).sorted { isEasier($0, $1, besides: nil) }
    let enough = cells.first { cell in
      var plan = self
      plan.hidden.insert(cell)
      return !plan.smallDetermined().contains(count)
    }
    guard let next = enough ?? cells.first else {
      preconditionFailure("counts that are all withheld are determined by nothing")
    }
    return next
  }

  /// The cells that are told, of somebody, in equations that hang together with the count through
  /// others that are withheld.
  private func linked(to count: CellCount) -> Set<CountedCell> {
    var reached: Set<CellCount> = [count]
    var ring = reached
    var told: Set<CountedCell> = []
    while !ring.isEmpty {
      let near = year.equations.map(\.counts).filter { $0.contains(where: ring.contains) }.joined()
      told.formUnion(
        near.filter { tells($0.cell) && (year.counts[$0] ?? 0) > 0 }.map(\.cell))
      ring = Set(near.filter { !tells($0.cell) }).subtracting(reached)
      reached.formUnion(ring)
    }
    return told
  }

  private func precedes(_ left: CellCount, _ right: CellCount) -> Bool { left.order < right.order }

  private func easiest(of cells: [CountedCell], besides sum: Int) -> CountedCell? {
    // Of equals the first.
    cells.min { isEasier($0, $1, besides: sum) }
  }

  /// Whether withholding the one leaves less to withhold, or else tells less, than the other.
  private func isEasier(_ left: CountedCell, _ right: CountedCell, besides sum: Int?) -> Bool {
    let costs = [left, right].map { cost(of: $0, besides: sum) }
    guard costs[0] == costs[1] else { return costs[0] < costs[1] }
    return year.count(left, .whole) < year.count(right, .whole)
  }

  /// How many other sums the cell is in of which nothing is withheld yet, so that something would
  /// have to be.
  private func cost(of cell: CountedCell, besides sum: Int?) -> Int {
    year.sums(of: cell).count { index in
      let other = year.sums[index]
      return index != sum && ([other.total] + other.addends).allSatisfy(tells)
    }
  }
}

extension CellCount {
  fileprivate var order: (String, String, String) {
    let group = cell.group?.rawValue ?? ""
    return (cell.body.rawValue, cell.indicator.rawValue, "\(group) \(side)")
  }
}

/// The counts that the equations determine beside those that are known.
///
/// A count is determined when the equations can be combined to one in which it stands alone. That is
/// reckoned with whole numbers up to a prime: the factors that occur begin as 1 and −1, and stay far
/// too small to be a multiple of it.
func determined(
  by equations: [CountEquation], knowing isKnown: (CellCount) -> Bool
) -> [CellCount] {
  var rows: [(pivot: CellCount, factors: [CellCount: Int])] = []
  for equation in equations {
    var row: [CellCount: Int] = [:]
    for count in equation.addends where !isKnown(count) { row[count, default: 0] += 1 }
    if !isKnown(equation.total) {
      row[equation.total] = Prime.difference(row[equation.total] ?? 0, 1)
    }
    row = row.filter { $0.value != 0 }
    for other in rows { row = row.without(other.pivot, by: other.factors) }
    guard let pivot = row.keys.min(by: { $0.order < $1.order }), let factor = row[pivot] else {
      continue
    }
    let inverse = Prime.inverse(of: factor)
    row = row.mapValues { Prime.product($0, inverse) }
    for index in rows.indices {
      rows[index].factors = rows[index].factors.without(pivot, by: row)
    }
    rows.append((pivot, row))
  }
  return rows.filter { $0.factors.count == 1 }.map(\.pivot)
}

extension [CellCount: Int] {
  /// The equation less as much of `other`, in which `pivot` has the factor 1, as takes `pivot` away.
  fileprivate func without(_ pivot: CellCount, by other: [CellCount: Int]) -> [CellCount: Int] {
    guard let factor = self[pivot] else { return self }
    var row = self
    for (count, value) in other {
      let rest = Prime.difference(row[count] ?? 0, Prime.product(factor, value))
      row[count] = rest == 0 ? nil : rest
    }
    return row
  }
}

/// Whole numbers up to a prime.
private enum Prime {
  static let value = 2_147_483_647

  static func product(_ left: Int, _ right: Int) -> Int { left * right % value }

  static func difference(_ left: Int, _ right: Int) -> Int { (left - right + value) % value }

  /// The number that gives 1 with `number`, by Fermat's little theorem.
  static func inverse(of number: Int) -> Int {
    var (result, power, exponent) = (1, number, value - 2)
    while exponent > 0 {
      if exponent % 2 == 1 { result = product(result, power) }
      power = product(power, power)
      exponent /= 2
    }
    return result
  }
}
