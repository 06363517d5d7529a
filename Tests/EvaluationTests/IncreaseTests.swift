import Evaluation
import Model
import Testing

@Suite struct IncreaseTests {
  private let ids = ["chuyen-giao", "dang-ky"]

  private func science(_ figures: [Figure], invalid: IndicatorFigures.Invalidity = .none) -> Sent {
    Sent(IndicatorFigures(figures: figures, invalid: invalid))
  }

  private var products: Indicator {
    Sample.indicator("3.1.3", .increase(Sample.components(ids)))
  }

  @Test(
    "A value grows only when it is above last year's",
    arguments: [
      ("390293.5", "390293.6", IndicatorStatus.met), ("390293.5", "390293.5", .notMet),
      ("390293.5", "390293.50", .notMet), ("390293.5", "390293.500001", .met),
      ("390293.5", "390293.499999", .notMet), ("0", "0", .notMet), ("0", "1", .met),
      ("-1", "0", .met), ("999999999999999", "999999999999998", .notMet),
    ])
  func single(previous: String, current: String, status: IndicatorStatus) {
    let grdp = Sample.indicator("3.1.1", .increase([]))
    for rule in ["sum", "each"] {
      let result = assessed(grdp, Sent(.values(previous, current)), [.increaseRule: rule])
      #expect(result.status == status)
    }
  }

  @Test(
    "Components grow together, or each of them by the other reading",
    arguments: [
      ("3", "4", "5", "6", IndicatorStatus.met, IndicatorStatus.met),
      ("3", "4", "5", "5", .met, .notMet), ("3", "9", "5", "1", .met, .notMet),
      ("3", "4", "5", "4", .notMet, .notMet), ("3", "3", "5", "5", .notMet, .notMet),
      ("3", "2", "5", "5", .notMet, .notMet), ("0", "0", "0", "1", .met, .notMet),
    ])
  func components(
    first: String, firstNow: String, second: String, secondNow: String, sum: IndicatorStatus,
    each: IndicatorStatus
  ) {
    let sent = science([
      .values(first, firstNow, component: ids[0]), .values(second, secondNow, component: ids[1]),
    ])
    #expect(assessed(products, sent).status == sum)
    #expect(assessed(products, sent, [.increaseRule: "each"]).status == each)
  }

  @Test("A missing component leaves the sum open; each decides once one does not grow")
  func missing() {
    let each = [OpenPoint.increaseRule: "each"]
    let grown = science([.values("1", "2", component: ids[0])])
    #expect(assessed(products, grown).status == .noData)
    #expect(assessed(products, grown, each).status == .noData)
    let shrunk = science([.values("2", "1", component: ids[0])])
    #expect(assessed(products, shrunk).status == .noData)
    #expect(assessed(products, shrunk, each).status == .notMet)
    let half = science([
      .values("1", "2", component: ids[0]), .values(nil, "2", component: ids[1]),
    ])
    #expect(assessed(products, half).status == .noData)
    #expect(assessed(products, Sent(.values("1", "2"))).status == .noData)
  }

  @Test("An invalid component is invalid, unless each must grow and another does not")
  func invalid() {
    let each = [OpenPoint.increaseRule: "each"]
    let bad = IndicatorFigures.Invalidity.components([ComponentID(ids[1])])
    let grown = science([.values("1", "2", component: ids[0])], invalid: bad)
    #expect(assessed(products, grown).status == .invalid)
    #expect(assessed(products, grown, each).status == .invalid)
    let shrunk = science([.values("2", "1", component: ids[0])], invalid: bad)
    #expect(assessed(products, shrunk).status == .invalid)
    #expect(assessed(products, shrunk, each).status == .notMet)
    let whole = science([.values("1", "2", component: ids[0])], invalid: .indicator)
    #expect(assessed(products, whole, each).status == .invalid)
  }
}
