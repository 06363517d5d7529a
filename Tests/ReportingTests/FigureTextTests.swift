import Model
import Pipeline
import SampleSupport
import Testing

@testable import Reporting

/// Figures in words, rounded but never across a limit.
@Suite("Figures in words") struct FigureTextTests {
  private static let limits = [0, 70, 80, 90, 100].map { Rational($0) }
  private static let place = SourcePlace(file: "so-lieu.csv", line: 2)

  private func composer() throws -> Composer { try SampleRequest.judged().composer }

  private func figure(_ part: Int, of whole: Int) -> Figure {
    Figure(
      origin: .typed, place: Self.place, numerator: Sourced(part, at: Self.place),
      denominator: Sourced(whole, at: Self.place))
  }

  @Test(
    "show a share on its side of every limit",
    arguments: [
      (79_995, 100_000, "79.995/100.000 = 79,995%"), (4, 5, "4/5 = 80%"),
      (80_001, 100_000, "80.001/100.000 = 80,001%"), (9, 11, "9/11 = 81,82%"),
      (69_999, 100_000, "69.999/100.000 = 69,999%"), (7, 10, "7/10 = 70%"),
      (899_999, 1_000_000, "899.999/1.000.000 = 89,9999%"), (1, 3, "1/3 = 33,33%"),
      (999_999, 1_000_000, "999.999/1.000.000 = 99,9999%"), (0, 7, "0/7 = 0%"),
      (1, 1_000_000, "1/1.000.000 = 0,0001%"), (3, 0, "3/0"), (36, 36, "36/36 = 100%"),
    ])
  func share(part: Int, whole: Int, text: String) throws {
    #expect(try composer().shareText(figure(part, of: whole), limits: Self.limits) == text)
  }

  @Test("keep a typed percentage as it was typed", arguments: ["79.995", "80.00", "7.5", "100"])
  func typed(number: String) throws {
    let percent = try #require(ExactDecimal(plain: number))
    let figure = Figure(
      origin: .typed, place: Self.place, percent: Sourced(percent, at: Self.place))
    let text = try composer().shareText(figure, limits: Self.limits)
    #expect(text == number.replacing(".", with: ",") + "%")
  }

  @Test("are never rounded onto or over a limit, whatever the share") func sweep() throws {
    let composer = try composer()
    for whole in [3, 7, 9, 11, 13, 997, 8_191, 20_011, 99_999] {
      for limit in [70, 80, 90] {
        let near = whole * limit / 100
        for part in max(0, near - 2)...min(whole, near + 2) {
          let text = try #require(composer.shareText(figure(part, of: whole), limits: Self.limits))
          let shown = try #require(percentage(in: text))
          let exact = part * 100
          #expect((shown < Rational(limit)) == (exact < limit * whole), "\(text)")
          #expect((shown == Rational(limit)) == (exact == limit * whole), "\(text)")
        }
      }
    }
  }

  private func percentage(in text: String) -> Rational? {
    text.split(separator: " ").last.flatMap {
      ExactDecimal(plain: String($0.dropLast().replacing(",", with: ".")))?.rational
    }
  }
}
