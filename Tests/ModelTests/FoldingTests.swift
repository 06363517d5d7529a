import Model
import Testing

@Suite struct FoldingTests {
  @Test(
    "Spellings of one name fold alike",
    arguments: [
      ["Hoà Bình", "Hòa Bình", "HÒA BÌNH", "hoa  binh", " Hòa\u{A0}Bình. "],
      ["Đắk Lắk", "đắk-lắk", "DAK LAK", "Dak_Lak"],
      ["Tỷ lệ (%)", "ty_le", "TỶ LỆ"],
      ["Trang bị dịch vụ, công cụ số", "trang bi dich vu cong cu so"],
      ["Ưỡn ẹo Ế Ợ Ự Ẵ", "uon eo e o u a"],
      ["Ðất Đỏ", "đất đỏ", "dat do"],
    ])
  func alike(spellings: [String]) {
    #expect(Set(spellings.map(folded)).count == 1)
  }

  @Test(
    "Different names stay different",
    arguments: [
      ("Phước Hưng", "Phước Hội"), ("Phường 1", "Phường 11"), ("1.1.1", "111"), ("Λ", ""),
    ])
  func different(one: String, other: String) {
    #expect(folded(one) != folded(other))
  }

  @Test(
    "Folding twice is folding once",
    arguments: ["", "...", "Số, ký hiệu", "Phường 1 (cũ)", "Ñandú"])
  func idempotent(text: String) {
    #expect(folded(folded(text)) == folded(text))
  }

  @Test("Every Vietnamese letter folds to a small ASCII letter")
  func everyLetter() {
    let letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    for letter in letters + letters.uppercased() {
      let key = folded(String(letter))
      #expect(key.utf8.count == 1 && key.utf8.allSatisfy { (0x61...0x7A).contains($0) })
    }
  }
}
