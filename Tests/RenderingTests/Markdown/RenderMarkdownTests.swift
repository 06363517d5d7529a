import Model
import Rendering
import Testing

@Suite("A Markdown file")
struct RenderMarkdownTests {
  static let kinds: [ReportDocument.Kind] = [.report, .request, .board]

  @Test("holds every text of its document", arguments: kinds)
  func holdsEveryText(kind: ReportDocument.Kind) throws {
    let words = oneLine(unescaped(try markdown(sample(kind), .delivered())))
    let left = sampleTexts(kind).filter { !words.contains(oneLine($0)) }
    // The title is for the window of a page, and a board prints no legal bases.
    #expect(
      left.allSatisfy {
        kind == .board ? $0.hasPrefix("Căn cứ") : $0 == sample(kind).title
      }, "\(left)")
  }

  @Test("is the same bytes twice", arguments: kinds)
  func repeats(kind: ReportDocument.Kind) throws {
    let first = try renderMarkdown(sample(kind), with: .delivered())
    #expect(try renderMarkdown(sample(kind), with: .delivered()) == first)
  }

  @Test("keeps its structure whatever a text says", arguments: evilTexts)
  func keepsStructure(evil: String) throws {
    let templates = try ReportTemplates.delivered()
    for kind in Self.kinds {
      let plain = skeleton(try markdown(sample(kind), templates))
      for spell in [{ $0 + evil }, { evil + $0 }] as [(String) -> String] {
        let page = try markdown(sample(kind, spell: spell), templates)
        #expect(skeleton(page) == plain)
      }
    }
  }

  @Test(
    "escapes what would be markup and nothing more",
    arguments: [
      ("Đạt 91,67 %", "Đạt 91,67 %"), ("25/KH-UBND", "25/KH-UBND"), ("1.234", "1.234"),
      ("2.1.1 Đơn vị", "2.1.1 Đơn vị"), ("Lưu: VT", "Lưu: VT"), ("- a", "\\- a"), ("-5", "\\-5"),
      ("3. ba", "3\\. ba"), ("3) ba", "3\\) ba"), ("12.", "12\\."), ("a 3. b", "a 3. b"),
      ("a|b\\c", "a\\|b\\\\c"), ("x_y*z", "x\\_y\\*z"), ("<b>&amp;", "\\<b\\>\\&amp;"),
      ("http://x", "http\\://x"), ("www.x", "www\\.x"), ("a\r\n\tb  c ", "a b c"),
      ("\u{A0}a\u{A0}b\u{A0}", "a\u{A0}b"), ("", ""), (" ", ""),
    ])
  func escapes(text: String, expected: String) throws {
    let block = Block.list([text])
    let document = ReportDocument(
      kind: .board, title: "t", type: "", subject: "", letterhead: nil, notices: [], bases: [],
      opening: [block], sections: [], annexes: [], colophon: "")
    #expect(try markdown(document, .delivered()) == "# t\n\n- \(expected)\n\n")
  }

  @Test("has no HTML")
  func hasNoMarkup() throws {
    for kind in Self.kinds {
      let page = try markdown(sample(kind) { "<b>" + $0 }, .delivered())
      #expect(!page.replacing("\\<", with: "").contains("<"))
    }
  }

  @Test("aligns its tables and links to other files only")
  func writesTables() throws {
    let page = try markdown(sample(.report), .delivered())
    #expect(
      page.contains(
        """
        **Bảng 1. Kết quả đánh giá**

        | Chỉ báo | Số đạt | Đánh giá |
        | :--- | ---: | :---: |
        | 2.1.1 Đơn vị học tập | 55/60 | Đạt |
        | 2.1.2 Cộng đồng học tập | 8/11 | [Chưa xác định](748-ba-ria/result.json) |

        """))
  }

  /// The text with each escape undone.
  private func unescaped(_ page: String) -> String {
    var result = String.UnicodeScalarView()
    for (scalar, isEscaped) in marked(page) where scalar != "\\" || isEscaped {
      result.append(scalar)
    }
    return String(result)
  }

  /// What decides the structure: how each line begins, and its marks that are not escaped.
  private func skeleton(_ page: String) -> [String] {
    String(String.UnicodeScalarView(marked(page).filter { !$0.isEscaped }.map(\.scalar)))
      .unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let start = line.prefix { "#-+*>:=0123456789.) ".unicodeScalars.contains($0) }
        let rest = line.dropFirst(start.count).filter {
          "*_`<>[]|~$^{}#".unicodeScalars.contains($0)
        }
        return starts(with: start) + String(String.UnicodeScalarView(rest))
      }
  }

  /// The part of a line's beginning that a renderer reads as markup.
  private func starts(with scalars: Substring.UnicodeScalarView) -> String {
    let text = String(scalars)
    for mark in ["# ", "## ", "### ", "#### ", "> ", "- ", "* ", "+ ", "---", "===", ": "]
    where text.hasPrefix(mark) { return mark }
    let isNumbered = text.contains(". ") || text.contains(") ") || [".", ")"].contains(text.last)
    return text.first?.isNumber == true && isNumbered ? "1. " : ""
  }

  /// The scalars of a page, each with whether a backslash stands before it.
  private func marked(_ page: String) -> [(scalar: Unicode.Scalar, isEscaped: Bool)] {
    var isEscaped = false
    return page.unicodeScalars.map { scalar in
      defer { isEscaped = scalar == "\\" && !isEscaped }
      return (scalar, isEscaped && scalar.isASCII)
    }
  }
}
