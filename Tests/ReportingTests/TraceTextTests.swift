import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// The way from figures to a result, for each kind of measure.
@Suite("The reasons of a result") struct TraceTextTests {
  struct Reason: CustomTestStringConvertible, Sendable {
    let unit: String
    let indicator: String
    /// The first sentences, after which come the readings taken.
    let sentences: [String]

    var testDescription: String { "\(unit) \(indicator)" }
  }

  private static let chauDuc = "2022/750-chau-duc"
  private static let province = "2022/77-ba-ria-vung-tau"

  static let reasons = [
    Reason(
      unit: "750", indicator: "1.1.1",
      sentences: [
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 2: Đạt = Có.", "Đơn vị xác nhận: có.",
      ]),
    Reason(
      unit: "750", indicator: "2.1.1",
      sentences: [
        "Đếm từ danh sách \(chauDuc)/co-quan.csv: Số đạt = 30; Tổng số = 35.", "30/35 = 85,71%.",
        "85,71 ≥ 70: đúng.", "85,71% thuộc khoảng của mức độ 2.",
      ]),
    Reason(
      unit: "754", indicator: "2.2.4",
      sentences: [
        "Đếm từ danh sách 2022/754-phu-my/xa-phuong.csv: Số đạt = 8; Tổng số = 10.",
        "8/10 = 80%.", "80 ≥ 70: đúng.", "80% thuộc khoảng của mức độ 1.",
      ]),
    Reason(
      unit: "750", indicator: "3.1.1",
      sentences: [
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 9: Năm trước = 4,05; Năm nay = 2,85.",
        "4,05 − 2,85 = 1,2 điểm phần trăm.", "1,2 ≥ 1,5: không đúng.",
      ]),
    Reason(
      unit: "750", indicator: "3.1.2",
      sentences: [
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 10: Số đạt = 33.150; Tổng số = 35.900.",
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 11: Tỷ lệ = 90,25%.",
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 12: Tỷ lệ = 92,40%.",
        "Chất thải rắn: 33.150/35.900 = 92,34%.", "Chất thải rắn: 92,34 ≥ 90: đúng.",
        "Nước thải khu dân cư tập trung: 90,25 ≥ 90: đúng.",
        "Nước thải cơ sở sản xuất - kinh doanh: 92,4 ≥ 90: đúng.",
      ]),
    Reason(
      unit: "750", indicator: "3.2.2",
      sentences: [
        "Số liệu tại \(chauDuc)/so-lieu.csv, dòng 14: Số đạt = 11; Tổng số = 32.740.",
        "11/32.740 = 0,03%.", "0,03 < 0,05: đúng.",
      ]),
    Reason(
      unit: "77", indicator: "2.1.2",
      sentences: [
        "2 đơn vị được công nhận, 1 đơn vị chưa kết luận, trên 4 đơn vị được tính.",
        "Khi các đơn vị chưa kết luận rõ kết quả, tỷ lệ nằm trong khoảng 50% đến 75%.",
      ]),
    Reason(
      unit: "77", indicator: "3.1.1",
      sentences: [
        "Số liệu tại \(province)/so-giao-duc-va-dao-tao/so-lieu.csv, dòng 9: "
          + "Năm trước = 209.429; Năm nay = 224.403.", "224.403 > 209.429: tăng.",
      ]),
    Reason(
      unit: "77", indicator: "3.1.3",
      sentences: [
        "Sản phẩm được chuyển giao công nghệ/thương mại hóa: thiếu số liệu cần để tính.",
        "Sản phẩm đăng ký giải pháp hữu ích/sáng chế: thiếu số liệu cần để tính.",
      ]),
  ]

  @Test("are given in whole sentences, from the figure to the limit", arguments: reasons)
  func sentences(_ reason: Reason) throws {
    let judged = try SampleRequest.judged()
    let unit = try #require(judged.record.units.first { $0.unit.code == UnitCode(reason.unit) })
    let assessment = try #require(unit.assessment.indicator(IndicatorID(reason.indicator)))
    let trace = judged.composer.trace(of: assessment)
    #expect(Array(trace.prefix(reason.sentences.count)) == reason.sentences)
    let rest = trace.dropFirst(reason.sentences.count)
    #expect(rest.allSatisfy { $0.hasPrefix("Cách hiểu áp dụng: ") }, "\(rest)")
  }

  @Test("are there for every indicator of every unit, each a sentence") func all() throws {
    let judged = try SampleRequest.judged()
    for unit in judged.record.units {
      for assessment in unit.assessment.indicators {
        let trace = judged.composer.trace(of: assessment)
        #expect(!trace.isEmpty, "\(unit.unit.code) \(assessment.indicator.id)")
        #expect(trace.allSatisfy { $0.hasSuffix(".") && $0.first?.isLowercase == false })
      }
    }
  }
}
