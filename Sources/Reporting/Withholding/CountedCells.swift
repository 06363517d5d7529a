import Model

/// Where counts of people stand in what is published: of a unit or office, an indicator, and a group
/// of people or all.
struct CountedCell: Hashable {
  let body: UnitCode
  let indicator: IndicatorID
  /// `nil` of all groups together.
  var group: ComponentID?
}

/// One of the two counts of a cell.
struct CellCount: Hashable {
  enum Side: CaseIterable {
    case part, whole
  }

  let cell: CountedCell
  let side: Side
}

/// A count that is the sum of others.
struct CountEquation: Hashable {
  let total: CellCount
  let addends: [CellCount]

  var counts: [CellCount] { [total] + addends }
}

/// The counts of one year, and how those who read them know that they hang together.
struct CountedCells {
  /// A cell that is the sum of others.
  struct Sum {
    let total: CountedCell
    let addends: [CountedCell]
  }

  private(set) var counts: [CellCount: Int] = [:]
  /// In the order of the units, which decides between equals.
  private(set) var cells: [CountedCell] = []
  private(set) var sums: [Sum] = []
  private var sumsOfCells: [CountedCell: [Int]] = [:]
  /// Of whichever cells.
  private(set) var equations: [CountEquation] = []

  init(_ year: [UnitAssessment]) {
    for unit in year {
      for assessment in unit.indicators { add(assessment, of: unit.unit.code) }
    }
    for unit in year { addSums(of: unit, among: year) }
    for unit in year { addLinks(within: unit) }
  }

  init(
    _ counts: [(cell: CountedCell, part: Int, whole: Int)], sums: [Sum],
    equations: [CountEquation] = []
  ) {
    for item in counts { add(item.cell, item.part, item.whole) }
    for sum in sums { add(sum) }
    self.equations += equations
  }

  func count(_ cell: CountedCell, _ side: CellCount.Side) -> Int {
    counts[CellCount(cell: cell, side: side)] ?? 0
  }

  /// The places, among all sums, of those that the cell stands in.
  func sums(of cell: CountedCell) -> [Int] { sumsOfCells[cell] ?? [] }

  private mutating func add(_ cell: CountedCell, _ part: Int, _ whole: Int) {
    if counts[CellCount(cell: cell, side: .part)] == nil { cells.append(cell) }
    counts[CellCount(cell: cell, side: .part)] = part
    counts[CellCount(cell: cell, side: .whole)] = whole
  }

  private mutating func add(_ assessment: IndicatorAssessment, of unit: UnitCode) {
    guard let progress = assessment.progress, let part = assessment.numerator,
      let whole = assessment.denominator
    else { return }
    let total = CountedCell(body: unit, indicator: assessment.indicator.id)
    add(total, part, whole)
    for group in progress.groups {
      let cell = CountedCell(
        body: unit, indicator: assessment.indicator.id, group: group.group.id)
      add(cell, group.counts.numerator, group.counts.denominator)
    }
    // An office whose own figure cannot be used may still be a part of the sum.
    for part in progress.parts {
      let cell = Self.cell(of: part.body, in: unit, assessment.indicator.id)
      if counts[CellCount(cell: cell, side: .part)] == nil {
        add(cell, part.numerator, part.denominator)
      }
    }
  }

  /// The cell in which a part of a sum stands.
  static func cell(
    of body: CountedBody, in unit: UnitCode, _ indicator: IndicatorID
  ) -> CountedCell {
    switch body {
    case .group(let id): CountedCell(body: unit, indicator: indicator, group: id)
    case .unit(let code): CountedCell(body: code, indicator: indicator)
    case .office(let id): CountedCell(body: unit.office(id), indicator: indicator)
    }
  }

  /// The whole of a unit from its groups, or from units below and offices, and then each group from
  /// theirs.
  private mutating func addSums(of unit: UnitAssessment, among year: [UnitAssessment]) {
    let code = unit.unit.code
    for assessment in unit.indicators where assessment.numerator != nil {
      guard let progress = assessment.progress, !progress.parts.isEmpty else { continue }
      let id = assessment.indicator.id
      let parts = progress.parts.map { Self.cell(of: $0.body, in: code, id) }
      add(Sum(total: CountedCell(body: code, indicator: id), addends: parts))
      let isOfUnits = progress.parts.contains { if case .group = $0.body { false } else { true } }
      guard isOfUnits else { continue }
      for group in progress.groups {
        let below = parts.compactMap { part -> CountedCell? in
          let cell = CountedCell(body: part.body, indicator: id, group: group.group.id)
          return counts[CellCount(cell: cell, side: .part)] == nil ? nil : cell
        }
        let offices = assessment.figures.compactMap { figure -> CountedCell? in
          guard figure.component == group.group.id, figure.numerator != nil,
            figure.denominator != nil
          else { return nil }
          let office = figure.office ?? assessment.indicator.office
          return CountedCell(body: code.office(office), indicator: id)
        }
        add(
          Sum(
            total: CountedCell(body: code, indicator: id, group: group.group.id),
            addends: below + offices))
      }
    }
  }

  /// A sum of which a side does not come out is none on that side: another reading took the whole
  /// from elsewhere.
  private mutating func add(_ sum: Sum) {
    for cell in [sum.total] + sum.addends { sumsOfCells[cell, default: []].append(sums.count) }
    sums.append(sum)
    for side in CellCount.Side.allCases {
      let total = sum.addends.map { count($0, side) }.reduce(0, +)
      guard count(sum.total, side) == total else { continue }
      equations.append(
        CountEquation(
          total: CellCount(cell: sum.total, side: side),
          addends: sum.addends.map { CellCount(cell: $0, side: side) }))
    }
  }

  /// The whole of one indicator is the part of another, or of two others, of the same unit: people
  /// who hold the title, of whom the next indicator asks more.
  ///
  /// What comes out so in the counts is taken to be known, whether or not it is meant.
  private mutating func addLinks(within unit: UnitAssessment) {
    let cells = unit.indicators.map {
      CountedCell(body: unit.unit.code, indicator: $0.indicator.id)
    }.filter { counts[CellCount(cell: $0, side: .part)] != nil }
    for inner in cells {
      let whole = count(inner, .whole)
      let others = cells.filter { $0 != inner && count($0, .part) > 0 }
      for (index, outer) in others.enumerated() {
        if count(outer, .part) == whole { addLink(inner, [outer]) }
        for other in others[(index + 1)...]
        where count(outer, .part) + count(other, .part) == whole {
          addLink(inner, [outer, other])
        }
      }
    }
  }

  private mutating func addLink(_ inner: CountedCell, _ outer: [CountedCell]) {
    equations.append(
      CountEquation(
        total: CellCount(cell: inner, side: .whole),
        addends: outer.map { CellCount(cell: $0, side: .part) }))
  }
}
