import Evaluation
import Model
import Testing

@Suite struct DecreaseTests {
  private let poverty = Sample.indicator("3.1.1", .decrease(by: Sample.decimal("1.5")))

  private func status(
    _ previous: String?, _ current: String?, _ readings: [OpenPoint: String] = [:]
  ) -> IndicatorStatus {
    assessed(poverty, Sent(.values(previous, current)), readings).status
  }

  /// Hundredths of a per cent with two decimals: 151 is `1.51`.
  private func rate(_ hundredths: Int) -> String {
    "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }

  @Test(
    "A fall is met on the amount and above it, and not just under it",
    arguments: [
      ("2.01", "0.51", IndicatorStatus.met), ("3.10", "1.60", .met), ("1.50", "0.00", .met),
      ("2.01", "0.511", .notMet), ("2.01", "0.510001", .notMet), ("2.01", "0.509999", .met),
      ("5", "5", .notMet), ("5", "6", .notMet), ("100", "0", .met),
    ])
  func points(previous: String, current: String, status: IndicatorStatus) {
    #expect(self.status(previous, current) == status)
  }

  @Test("All 1,851 falls of exactly 1.50 points are met, and one hundredth less never")
  func everyFall() {
    var wrong: [String] = []
    var count = 0
    for current in 0...1850 {
      count += 1
      let previous = rate(current + 150)
      if status(previous, rate(current)) != .met { wrong.append("\(previous) − 1.50") }
      if status(previous, rate(current + 1)) != .notMet { wrong.append("\(previous) − 1.49") }
    }
    #expect(count == 1851)
    #expect(wrong.isEmpty)
  }

  @Test(
    "By the relative reading the fall is measured in last year's rate",
    arguments: [
      ("10.00", "9.85", IndicatorStatus.met), ("10.00", "9.851", .notMet),
      ("10.00", "9.849", .met), ("2.00", "1.97", .met), ("2.00", "1.970001", .notMet),
      ("1.00", "0.985", .met), ("0.5", "0.4925", .met), ("0.5", "0.5", .notMet),
      ("0", "0", .notApplicable), ("0", "1", .notApplicable), ("1", "2", .notMet),
    ])
  func relative(previous: String, current: String, status: IndicatorStatus) {
    #expect(self.status(previous, current, [.decreaseUnit: "relative"]) == status)
  }

  @Test("The relative reading finds no rate too low to fall")
  func relativeIsAttainable() {
    let result = assessed(poverty, Sent(.values("1.0", "0.9")), [.decreaseUnit: "relative"])
    #expect(result.status == .met)
    #expect(result.findings.isEmpty)
  }

  @Test(
    "From a rate below the amount the reading of the floor decides",
    arguments: [
      ("1.49", "0", IndicatorStatus.notMet, IndicatorStatus.met, true),
      ("1.49", "1.48", .notMet, .met, true), ("1.49", "1.49", .notMet, .notMet, true),
      ("1.49", "1.50", .notMet, .notMet, true), ("0", "0", .notMet, .met, true),
      ("0", "0.01", .notMet, .notMet, true), ("1.499999", "0", .notMet, .met, true),
      ("1.50", "0", .met, .met, false), ("1.50", "0.01", .notMet, .notMet, false),
      ("1.51", "0", .met, .met, false), ("1.51", "0.02", .notMet, .notMet, false),
    ])
  func floor(
    previous: String, current: String, strict: IndicatorStatus, mild: IndicatorStatus,
    isUnattainable: Bool
  ) {
    let sent = Sent(.values(previous, current))
    let strictly = assessed(poverty, sent)
    #expect(strictly.status == strict)
    #expect(strictly.findings.map(\.code) == (isUnattainable ? [.criterionUnattainable] : []))
    let mildly = assessed(poverty, sent, [.decreaseFloor: "metWhenZeroOrLower"])
    #expect(mildly.status == mild)
    #expect(mildly.findings.isEmpty, "by this reading the criterion can be met")
  }

  @Test("An unattainable fall is reported with the rate, its place and the amount")
  func unattainable() throws {
    let finding = try #require(assessed(poverty, Sent(.values("1.20", "0.4"))).findings.first)
    #expect(finding.indicator == poverty.id)
    #expect(finding.unit == Sample.districts[0].code)
    #expect(finding.place == SourcePlace(file: "so-lieu.csv", line: 2))
    #expect(finding.details == ["previous": "1,20", "amount": "1,5"])
  }

  @Test("A fall without one of its two rates has no data")
  func missing() {
    for readings in [[:], [OpenPoint.decreaseUnit: "relative"]] {
      #expect(status(nil, "1", readings) == .noData)
      #expect(status("3", nil, readings) == .noData)
      #expect(status(nil, nil, readings) == .noData)
    }
    let invalid = IndicatorFigures(figures: [.values("5", "1")], invalid: .indicator)
    #expect(assessed(poverty, Sent(invalid)).status == .invalid)
  }

  @Test("A lower rate this year never turns a met fall into one that is not")
  func monotone() {
    for readings in [[:], [OpenPoint.decreaseUnit: "relative"]] {
      var wasMet = true
      for current in stride(from: 0, through: 400, by: 5) {
        let isMet = status("3.00", rate(current), readings) == .met
        #expect(wasMet || !isMet)
        wasMet = isMet
      }
    }
  }
}
