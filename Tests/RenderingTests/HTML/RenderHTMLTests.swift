import Model
import Rendering
import Testing

@Suite("An HTML page")
struct RenderHTMLTests {
  static let kinds: [ReportDocument.Kind] = [.report, .request, .board]

  @Test("is well-formed and holds every text of its document", arguments: kinds)
  func holdsEveryText(kind: ReportDocument.Kind) throws {
    let reader = MarkupReader(try html(sample(kind), .delivered()))
    #expect(reader.isWellFormed)
    let left = sampleTexts(kind).filter { !reader.words.contains(oneLine($0)) }
    // A board is no administrative text, so it prints no legal bases.
    #expect(left.allSatisfy { kind == .board && $0.hasPrefix("Căn cứ") }, "\(left)")
  }

  @Test("is the same bytes twice", arguments: kinds)
  func repeats(kind: ReportDocument.Kind) throws {
    let first = try renderHTML(sample(kind), with: .delivered())
    #expect(try renderHTML(sample(kind), with: .delivered()) == first)
  }

  @Test("keeps its structure whatever a text says", arguments: evilTexts)
  func keepsStructure(evil: String) throws {
    let templates = try ReportTemplates.delivered()
    for kind in Self.kinds {
      let plain = MarkupReader(try html(sample(kind), templates))
      for spell in [{ $0 + evil }, { evil + $0 }] as [(String) -> String] {
        let reader = MarkupReader(try html(sample(kind, spell: spell), templates))
        #expect(reader.isWellFormed)
        #expect(reader.structure == plain.structure)
      }
    }
  }

  @Test("shows a text as it was typed", arguments: evilTexts)
  func showsText(evil: String) throws {
    let page = try html(sample(.report) { "x" + $0 + evil + "x" }, .delivered())
    let shown = String(
      String.UnicodeScalarView(evil.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
    #expect(MarkupReader(page).words.contains(oneLine("Kiến nghị" + shown + "x")))
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains(scalar)
      || scalar.properties.isNoncharacterCodePoint
  }

  @Test("needs no script and no network; only a board that can be narrowed has one")
  func isSelfContained() throws {
    for kind in Self.kinds {
      let page = try html(sample(kind), .delivered())
      let reader = MarkupReader(page)
      let elements = Set(reader.structure.map { $0.split(separator: " ")[0] })
      #expect(elements.isDisjoint(with: ["<script", "<link", "<img", "<iframe", "<object"]))
      #expect(!page.contains("://") && !page.contains("@import") && !page.contains("url("))
    }
  }

  @Test("leads every link inside it to a place that exists, and has no place twice")
  func linksInside() throws {
    for kind in Self.kinds {
      let values = MarkupReader(try html(sample(kind), .delivered())).values
      let places = values.filter { $0.key.hasSuffix(".id") }.flatMap(\.value)
      #expect(Set(places).count == places.count)
      let links = (values["a.href"] ?? []).filter { $0.hasPrefix("#") }
      #expect(links.contains("#phu-luc-1"))
      #expect(Set(links.map { String($0.dropFirst()) }).isSubset(of: places))
    }
  }

  @Test("names the rows and columns of its tables for readers who do not see them")
  func hasAccessibleTables() throws {
    let values = MarkupReader(try html(sample(.report), .delivered())).values
    #expect(values["th.scope"]?.filter { $0 == "col" }.count == 5)
    #expect(values["th.scope"]?.filter { $0 == "row" }.count == 2)
    #expect(values["html.lang"] == ["vi"])
    #expect(values["div.role"] == ["region", "region"])
    #expect(values["td.class"]?.contains("centred good") == true)
  }

  @Test(
    "keeps a link to the folder of the output",
    arguments: [
      ("a b/đ.pdf", "a%20b/%C4%91.pdf"), ("javascript:alert(1)", "javascript%3Aalert%281%29"),
      ("//example.test/x", ".//example.test/x"), ("#bang-1", "#bang-1"),
      ("../748-ba-ria/x.html#muc-1", "../748-ba-ria/x.html#muc-1"), ("50%.md", "50%25.md"),
    ])
  func encodesLinks(path: String, address: String) throws {
    let document = report(closing: [.links([Link("x", to: path)])])
    let values = MarkupReader(try html(document, .delivered())).values
    #expect(values["a.href"]?.contains(address) == true)
  }

  @Test(
    "ends the text with its sign once",
    arguments: [
      "Xin báo cáo", "Xin báo cáo.", "Xin báo cáo./.",
    ])
  func closesOnce(text: String) throws {
    let document = report(closing: [.paragraph(text)])
    let page = try html(document, .delivered())
    #expect(page.contains("<p>Xin báo cáo./.</p>"))
    #expect(page.ranges(of: "./.").count == 1)
  }

  @Test(
    "says below an annex's title which report it belongs to, and whose where that is known",
    arguments: [("", ""), ("Ủy ban nhân dân tỉnh", " của Ủy ban nhân dân tỉnh")])
  func annexOf(issuer: String, words: String) throws {
    let annex = Section(id: "p", number: "Phụ lục I", title: "Số liệu", blocks: [.paragraph("x")])
    let document = report(closing: [], by: issuer, annexes: [annex])
    let blanks = { String(repeating: "\u{A0}", count: $0) }
    let line =
      "(Kèm theo Báo cáo số\(blanks(8))/BC-UBND ngày\(blanks(6))tháng\(blanks(6))năm\(blanks(6))"
    let page = try html(document, .delivered()).replacing("&#160;", with: "\u{A0}")
    #expect(page.contains(line + words + ")</p>"))
    #expect(try markdown(document, .delivered()).contains("\(words))*"))
  }

  @Test("gives the sign a line of its own where no paragraph ends the text")
  func closesAlone() throws {
    let page = try html(report(closing: [.list(["Một việc."])]), .delivered())
    #expect(page.contains("<li>Một việc.</li>\n</ul>\n<p class=\"end\">./.</p>"))
  }
}

private func report(
  closing blocks: [Block], by issuer: String = "", annexes: [Section] = []
) -> ReportDocument {
  let letterhead = Letterhead(
    parentBody: "", issuingBody: "ỦY BAN NHÂN DÂN", issuerInSentence: issuer,
    numberSuffix: "BC-UBND", place: "Bà Rịa", addressees: ["Ủy ban nhân dân tỉnh"],
    signatory: [], recipients: [])
  return ReportDocument(
    kind: .report, title: "Báo cáo", type: "BÁO CÁO", subject: "", letterhead: letterhead,
    notices: [], bases: [], opening: [],
    sections: [Section(id: "a", number: "I", title: "Kết quả", blocks: blocks)],
    annexes: annexes, colophon: "")
}
