import Model
import Testing

@testable import Reporting

/// Few people are not told, nor can they be had from what is told.
@Suite("Withholding") struct WithholdingPlanTests {
  private static let total = CountedCell(body: UnitCode("511"), indicator: IndicatorID("T2"))

  private static func group(_ index: Int) -> CountedCell {
    CountedCell(
      body: UnitCode("511"), indicator: IndicatorID("T2"), group: ComponentID("g\(index)"))
  }

  /// Whether the whole is told, then each group.
  private func shown(_ counts: [[Int]], below limit: Int = 5) -> [Bool] {
    let groups = counts.indices.map(Self.group)
    let all = [Self.total] + groups
    let sum = [counts.map { $0[0] }.reduce(0, +), counts.map { $0[1] }.reduce(0, +)]
    let year = CountedCells(
      zip(all, [sum] + counts).map { ($0, $1[0], $1[1]) },
      sums: [.init(total: Self.total, addends: groups)])
    let plan = WithholdingPlan(year, below: limit)
    return all.map(plan.tells)
  }

  struct Case: CustomTestStringConvertible {
    /// Part and whole of each group.
    let counts: [[Int]]
    /// Of the whole, then of each group.
    let isShown: [Bool]

    init(_ counts: [[Int]], _ isShown: [Bool]) {
      self.counts = counts
      self.isShown = isShown
    }

    var testDescription: String { "\(counts)" }
  }

  static let cases: [Case] = [
    Case([[10, 20], [30, 60]], [true, true, true]),
    // On the limit and just under it, of the part and of the whole.
    Case([[5, 20], [30, 60]], [true, true, true]),
    Case([[4, 20], [30, 60], [9, 30]], [true, false, true, false]),
    Case([[5, 5], [30, 60]], [true, true, true]),
    Case([[0, 4], [30, 60]], [true, false, false]),
    // Nobody is not few.
    Case([[0, 0], [30, 60]], [true, true, true]),
    Case([[0, 20], [30, 60]], [true, true, true]),
    // What is not counted is no cell.
    Case([[16, 20], [30, 60]], [true, true, true]),
    // The others count nobody: the whole is as small.
    Case([[3, 20], [0, 30], [0, 40]], [false, false, true, true]),
    Case([[3, 3], [0, 0], [0, 0]], [false, false, true, true]),
    // Two that together are too few, just under the limit and on it.
    Case([[1, 20], [3, 60], [9, 40]], [true, false, false, false]),
    Case([[2, 20], [3, 60], [9, 40]], [true, false, false, true]),
    Case([[1, 20], [3, 60], [0, 40]], [false, false, false, true]),
    Case([[6, 9]], [true, true]),
    Case([[1, 20]], [false, false]),
  ]

  @Test(
    "hides what is under the limit, and so much beside it that no sum gives it back",
    arguments: cases)
  func hides(item: Case) {
    #expect(shown(item.counts) == item.isShown)
  }

  @Test("hides nothing where the programme says so", arguments: [0, 1]) func nothing(limit: Int) {
    #expect(shown([[1, 2], [1, 3]], below: limit) == [true, true, true])
  }

  @Test("hides the whole that tells a small part of another indicator") func links() {
    let (outer, inner) = (
      CountedCell(body: UnitCode("49/so"), indicator: IndicatorID("T3")),
      CountedCell(body: UnitCode("49/so"), indicator: IndicatorID("T4"))
    )
    let link = CountEquation(
      total: CellCount(cell: inner, side: .whole), addends: [CellCount(cell: outer, side: .part)])
    let small = CountedCells([(outer, 4, 60), (inner, 0, 4)], sums: [], equations: [link])
    #expect(WithholdingPlan(small, below: 5).hidden == [outer, inner])
    let large = CountedCells([(outer, 5, 60), (inner, 0, 5)], sums: [], equations: [link])
    #expect(WithholdingPlan(large, below: 5).hidden.isEmpty)
  }

  /// Sums in sums over groups and units, and each group over the units, as a province has them.
  @Test("leaves no small count to be had from all sums together") func property() {
    var generator = SystemRandomNumberGenerator()
    var small = 0
    for _ in 0..<300 {
      let world = World(using: &generator)
      let plan = WithholdingPlan(world.year, below: 5)
      let hidden = world.year.counts.filter { !plan.tells($0.key.cell) }
      for (count, value) in world.year.counts where (1...4).contains(value) {
        small += 1
        #expect(!plan.tells(count.cell))
        #expect(
          !isDetermined(count, by: world.year.equations, among: Array(hidden.keys)),
          "\(count) = \(value) in \(world.year.counts)")
      }
    }
    #expect(small > 1_000)
  }

  /// The oracle: whether the equation "this count alone" is a combination of the others, by
  /// the ranks of two systems.
  private func isDetermined(
    _ count: CellCount, by equations: [CountEquation], among hidden: [CellCount]
  ) -> Bool {
    let rows = equations.map { equation in
      hidden.map { unknown in
        equation.addends.count { $0 == unknown } - (equation.total == unknown ? 1 : 0)
      }
    }
    let alone = hidden.map { $0 == count ? 1 : 0 }
    return rank(rows + [alone]) == rank(rows)
  }

  /// By whole numbers alone, without division.
  private func rank(_ whole: [[Int]]) -> Int {
    var rows = whole
    var rank = 0
    for column in rows.first?.indices ?? 0..<0 {
      guard let pivot = rows[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices.dropFirst(rank + 1) where rows[row][column] != 0 {
        let (own, other) = (rows[rank][column], rows[row][column])
        rows[row] = zip(rows[row], rows[rank]).map { $0 * own - $1 * other }
        let divisor = rows[row].reduce(0, greatestDivisor)
        if divisor > 1 { rows[row] = rows[row].map { $0 / divisor } }
      }
      rank += 1
      if rank == rows.count { break }
    }
    return rank
  }

  private func greatestDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? abs(one) : greatestDivisor(other, one % other)
  }
}

/// Districts with groups, offices in one of them, and the province that all add up to, by an indicator
/// and by one that is counted among its part.
private struct World {
  let year: CountedCells

  init(using generator: inout SystemRandomNumberGenerator) {
    let groups = (0..<3).map { ComponentID("g\($0)") }
    let id = IndicatorID("T2")
    let province = CountedCell(body: UnitCode("49"), indicator: id)
    var counts: [CountedCell: [Int]] = [:]
    var sums: [CountedCells.Sum] = []
    var below: [CountedCell] = []
    var byGroup: [[CountedCell]] = [[], [], []]
    for district in 0..<Int.random(in: 1...4, using: &generator) {
      let total = CountedCell(body: UnitCode("5\(district)"), indicator: id)
      let cells = groups.map { CountedCell(body: total.body, indicator: id, group: $0) }
      for (index, cell) in cells.enumerated() {
        counts[cell] = Self.counts(using: &generator)
        byGroup[index].append(cell)
      }
      sums.append(.init(total: total, addends: cells))
      below.append(total)
    }
    for office in 0..<Int.random(in: 0...3, using: &generator) {
      let cell = CountedCell(body: UnitCode("49/\(office)"), indicator: id)
      counts[cell] = Self.counts(using: &generator)
      byGroup[2].append(cell)
      below.append(cell)
    }
    sums.append(.init(total: province, addends: below))
    for (group, cells) in zip(groups, byGroup) {
      sums.append(
        .init(
          total: CountedCell(body: province.body, indicator: id, group: group), addends: cells))
    }
    for sum in sums { counts[sum.total] = Self.total(of: sum, counts) }
    // Of those who are counted, the next indicator asks more.
    let inner = { (cell: CountedCell) in CountedCell(body: cell.body, indicator: IndicatorID("T4"))
    }
    for cell in below {
      let whole = counts[cell, default: [0, 0]][0]
      counts[inner(cell)] = [Int.random(in: 0...whole, using: &generator), whole]
    }
    sums.append(.init(total: inner(province), addends: below.map(inner)))
    counts[inner(province)] = sums.last.map { Self.total(of: $0, counts) }
    let links = ([province] + below).map { cell in
      CountEquation(
        total: CellCount(cell: inner(cell), side: .whole),
        addends: [CellCount(cell: cell, side: .part)])
    }
    year = CountedCells(
      counts.map { ($0.key, $0.value[0], $0.value[1]) }, sums: sums, equations: links)
  }

  private static func total(
    of sum: CountedCells.Sum, _ counts: [CountedCell: [Int]]
  ) -> [Int] {
    [0, 1].map { side in sum.addends.map { counts[$0, default: [0, 0]][side] }.reduce(0, +) }
  }

  /// Often few or nobody.
  private static func counts(using generator: inout SystemRandomNumberGenerator) -> [Int] {
    let whole = Int.random(in: 0...(Bool.random(using: &generator) ? 5 : 40), using: &generator)
    return [Int.random(in: 0...whole, using: &generator), whole]
  }
}
