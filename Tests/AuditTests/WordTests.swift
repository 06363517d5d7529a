import Audit
import Reporting
import Testing

/// The words by which statements are found.
@Suite("The words of an audit") struct WordTests {
  @Test("are phrases of the reports") func phrases() {
    let phrases = Set(Phrase.allCases.map(\.rawValue))
    for word in Word.allCases { #expect(phrases.contains(word.rawValue), "\(word)") }
  }
}
