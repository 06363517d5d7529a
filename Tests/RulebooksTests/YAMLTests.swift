import Model
import Rulebooks
import Testing

@Suite struct YAMLTests {
  private func problem(of text: String) throws -> Fault.Problem {
    let error = try #require(throws: Fault.self) {
      try loadPhrases(text, file: "loi.yaml", required: ["a.b"])
    }
    return try #require(error.problems.first)
  }

  @Test("The smallest file is read")
  func smallest() throws {
    #expect(
      try loadPhrases("a:\n  b: Đạt\n", file: "loi.yaml", required: ["a.b"]) == ["a.b": "Đạt"])
  }

  @Test(
    "What YAML allows and these files do not is refused at its place, counted from 1",
    arguments: [
      ("a:\n  b: &x Đạt\n", 2, 6, "neo"), ("a: &x\n  b: Đạt\n", 1, 4, "neo"),
      ("a: &x\n  b: Đạt\nc: *x\n", 1, 4, "neo"), ("a:\n  b: *x\n", 2, 6, "Sai cú pháp"),
      ("a:\n  b: [1\n", 3, 1, "Sai cú pháp"), ("a:\n\tb: c\n", 2, 1, "Sai cú pháp"),
      ("a:\n  b: \"c\n", 3, 1, "Sai cú pháp"), ("a:\n  b: c: d\n", 2, 7, "Sai cú pháp"),
      ("a:\n  b: Đạt\n---\na: 1\n", 3, 1, "Sai cú pháp"),
      ("a:\n  b: Đạt\n  b: Đạt\n", 3, 3, "Khóa bị lặp: b"),
      ("a:\n  b: Đạt\nả: 1\nả: 2\n", 4, 1, "Khóa bị lặp: ả"),
      ("a: {ệ: Đ, b: Đạt, b: Đạt}\n", 1, 19, "Khóa bị lặp: b"),
      ("a:\n  b: Đạt\n  bb: Đạt\n", 3, 3, "Cụm từ lạ “a.bb”"),
      ("a:\n  c: Đạt\u{1}\n", 2, 9, "ký tự"),
      ("a:\n  b: [Đạt]\n", 2, 6, "một giá trị chữ hoặc số"),
      ("[a]\n", 1, 1, "một nhóm khóa"), ("a: b\n", 1, 4, "một nhóm khóa"),
      ("{}\n", 1, 1, "Thiếu cụm từ “a.b”"),
    ])
  func refused(text: String, line: Int, column: Int, says: String) throws {
    let problem = try problem(of: text)
    #expect(problem.message.contains(says), "\(problem.description)")
    #expect(problem.line == line && problem.column == column, "\(problem.description)")
  }

  @Test("An empty file is refused", arguments: ["", "\n", "# chỉ có ghi chú\n"])
  func empty(text: String) throws {
    #expect(try problem(of: text).message == "Tệp trống.")
  }

  @Test("Nested aliases cannot make a small file grow")
  func billionLaughs() throws {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (letter, next) in zip("abcdefghij", "bcdefghijk") {
      let aliases = Array(repeating: "*\(letter)", count: 9).joined(separator: ", ")
      text += "\(next): &\(next) [\(aliases)]\n"
    }
    #expect(try problem(of: text).message.contains("neo"))
  }
}
