import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// A request is a letter that an office can act on without asking back.
@Suite("Requests") struct RequestTests {
  private func document(_ name: String, asOf: String = "2022-11-25") throws -> ReportDocument {
    let requests = try judge(SampleRequest.make(asOf: asOf)).composer.requests()
    return try #require(requests.first { $0.name == name }).document
  }

  private func facts(_ document: ReportDocument) -> [String: String] {
    let facts = document.sections.flatMap(\.blocks).flatMap { block -> [Fact] in
      if case .facts(let facts) = block { facts } else { [] }
    }
    return Dictionary(facts.map { ($0.label, $0.value) }) { first, _ in first }
  }

  @Test("say which file to put where, and what a document needs") func places() throws {
    let science = facts(try document("so-khoa-hoc-va-cong-nghe"))
    #expect(science["Thư mục nộp"] == "2022/77-ba-ria-vung-tau/so-khoa-hoc-va-cong-nghe")
    #expect(science["Số liệu"] == "Ghi vào tệp so-lieu.csv (hoặc so-lieu.xlsx)")
    #expect(science["Minh chứng"]?.contains("minh-chung.csv (hoặc minh-chung.xlsx)") == true)
    let needs = try #require(science["Mỗi văn bản"])
    for part in ["Số, ký hiệu", "ngày ban hành từ 01/01/2022", "cơ quan ban hành", "trích yếu"] {
      #expect(needs.contains(part))
    }
    let district = facts(try document("752-phong-tai-nguyen-va-moi-truong"))
    #expect(district["Thư mục nộp"] == "2022/752-long-dien")
    #expect(district["Số liệu"] == nil, "its figures are there")
  }

  @Test(
    "give the day of the unit's report, and say whose it is",
    arguments: [
      (
        "so-khoa-hoc-va-cong-nghe",
        "31/01/2023 (còn 67 ngày): là hạn tỉnh Bà Rịa - Vũng Tàu báo cáo"
      ),
      (
        "752-phong-tai-nguyen-va-moi-truong",
        "29/11/2022 (còn 4 ngày): là hạn huyện Long Điền báo cáo UBND tỉnh"
      ),
    ])
  func deadline(name: String, beginning: String) throws {
    let deadline = try #require(facts(try document(name))["Thời hạn"])
    #expect(deadline.hasPrefix(beginning))
    #expect(deadline.hasSuffix("kế hoạch không đặt hạn riêng cho cơ quan"))
  }

  @Test("name the accepted documents with the clause, and the issuers where one is missing")
  func accepted() throws {
    let table = try #require(tables(of: try document("752-van-phong-hdnd-va-ubnd")).first)
    #expect(
      table.rows.map { $0.map(\.text) } == [
        [
          "1.2.1. Quy chế phối hợp xây dựng XHHT", "Minh chứng",
          "Văn bản/báo cáo của HĐND/UBND cấp huyện (Phụ lục 1, chỉ báo 1.2.1). Cơ quan ban hành: "
            + "HĐND cấp huyện; UBND cấp huyện",
        ]
      ])
  }

  @Test("go to both offices that contradict each other, each told of its own file")
  func contradiction() throws {
    for (name, line) in [
      ("so-giao-duc-va-dao-tao", "so-lieu.csv, dòng 8"),
      ("so-thong-tin-va-truyen-thong", "so-lieu.csv, dòng 2"),
    ] {
      let details = try #require(tables(of: try document(name)).first { $0.id == "cho-can-sua" })
      #expect(details.rows.map { $0[0].text } == [line])
    }
  }

  @Test("are letters of the office that gathers everything, and to itself a list")
  func letters() throws {
    let letter = try document("so-thong-tin-va-truyen-thong")
    #expect(letter.type.isEmpty && letter.subject.hasPrefix("V/v bổ sung số liệu"))
    #expect(letter.letterhead?.addressees == ["Sở Thông tin và Truyền thông"])
    let own = try document("so-giao-duc-va-dao-tao")
    #expect(own.letterhead == nil && own.type == "DANH MỤC CẦN BỔ SUNG")
    #expect(texts(of: own).contains { $0.hasSuffix("không gửi đi.") })
  }

  @Test("tell more than four places in a list of their own, after the signature")
  func manyPlaces() throws {
    let ledger = "2022/752-long-dien/minh-chung.csv"
    // The sample's row lacks number and date; so does each further one, the last only the number.
    let lacksBoth = "3.1.2,,,Phòng TN&MT,Báo cáo tháng 9,\n"
    let lacksNumber = "3.1.2,,05/10/2022,Phòng TN&MT,Báo cáo tháng 10,\n"
    for (rows, places) in [(lacksBoth, 4), (lacksBoth + lacksNumber, 5)] {
      let request = try SampleRequest.make().edited([.append(ledger, rows)])
      let document = try #require(
        judge(request).composer.requests()
          .first { $0.name == "752-phong-tai-nguyen-va-moi-truong" }
      ).document
      #expect(document.annexes.count == (places > 4 ? 1 : 0), "\(places)")
      let details = try #require(tables(of: document).first { $0.id == "cho-can-sua" })
      #expect(details.rows.count == places)
    }
  }
}
