import Testing

// What the terminal shows of a value cannot be told from a run without one value for each case.
@testable import hoctap

@Suite("Text for the terminal") struct PrintableTests {
  @Test(
    "shows line ends and tabs by signs, and nothing that could steer it",
    arguments: [
      ("một\nhai", "một⏎hai"), ("một\r\nhai", "một⏎hai"), ("một\rhai", "một⏎hai"),
      ("a\n\nb", "a⏎⏎b"), ("a\u{2028}b", "a⏎b"), ("a\tb", "a→b"),
      ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{202E}b", "a\u{FFFD}b"), ("Hòa Long", "Hòa Long"),
    ])
  func shown(text: String, expected: String) { #expect(text.printable == expected) }
}
