import Model
import Testing

@testable import Ingest

/// The short ways to a cell's text, beside the long ones.
@Suite("A text of a workbook") struct WorkbookTextTests {
  @Test("that needs no closer look is the same with one") func likeClosely() {
    let pieces = [
      "a", "Z9", "_", "_x0041_", " ", "\t", "\n", "\r\n", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}",
      "\u{2007}", "\u{200B}", "\u{202F}", "\u{205F}", "\u{3000}", "\u{FEFF}", "\u{FFFD}", "…", "€",
      "đ", "ề", "Ì", "e\u{302}", "\u{300}", "\u{1A}", "語",
    ]
    for first in pieces {
      for second in pieces {
        for text in [first, first + second, first + "b" + second, second + first + "12345678"] {
          let bytes = Array(text.utf8)
          #expect(
            bytes.withUnsafeBufferPointer { WorkbookText($0) } == WorkbookText(closely: bytes))
        }
      }
    }
  }

  @Test("that is a number with the digits to be shown is the same read as a number")
  func likeStoredNumber() {
    let wholes = ["0", "7", "00", "10", "090", "123456789012", "12345678901234567"]
    let decimals = ["", ".", ".0", ".5", ".50", ".05", ".123", ".4829999999999", ".1.2"]
    for sign in ["", "-", "+"] {
      for stored in wholes.flatMap({ whole in decimals.map { sign + whole + $0 } }) {
        var cell = StoredCell()
        cell.stored = Array(stored.utf8)
        let expected = StoredNumber(cell.stored[...])?.text ?? stored
        #expect(cell.value(in: .empty)?.text == expected)
      }
    }
  }
}

extension WorkbookContext {
  fileprivate static let empty = WorkbookContext(texts: [], formats: [], days: .from1900)
}
