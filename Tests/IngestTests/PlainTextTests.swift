import Foundation
import Model
import Testing

@testable import Ingest

@Suite struct PlainTextTests {
  @Test("Text that needs no closer look is not changed by one, whatever its letter")
  func everyLetter() {
    var plain = 0
    for scalar in Self.letters.compactMap(Unicode.Scalar.init) {
      for before in ["", "a", "xin chào b"] {
        let bytes = Array((before + String(scalar) + "c").utf8)
        guard isPlainText(bytes, from: 0) else { continue }
        plain += 1
        let text = before + String(scalar) + "c"
        #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes))
        if before == "a" { expectUnchanged(bytes) }
      }
    }
    #expect(plain > 1500)
  }

  /// All that Vietnamese is written with, their neighbours, and some of all others.
  private static let letters: [UInt32] = {
    let blocks: [ClosedRange<UInt32>] = [
      0x1...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x22FF,
    ]
    let others = stride(from: UInt32(0x250), through: 0x2FFFF, by: 37).filter { value in
      !blocks.contains { $0.contains(value) }
    }
    return blocks.flatMap(Array.init) + others
  }()

  @Test("Every Vietnamese letter and sign of print is plain, at every place in a word of bytes")
  func vietnamese() {
    let text = "Đặng Thị Mỹ Hạnh, ưỡn ẹo – “Hòa Bình” … 5 ₫ ≥ 3\r\n\t79,95;Ỷ;Ỹ;ĂÂÊÔƠƯ"
    for blanks in 0..<9 {
      #expect(isPlainText(Array((String(repeating: " ", count: blanks) + text).utf8), from: 0))
    }
  }

  @Test("A byte that makes a text no longer plain is seen at every place", arguments: 0..<24)
  func everyPlace(place: Int) {
    let text = Array("Chỉ báo;Số đạt;Tổng số;x".utf8)
    for byte: UInt8 in [0x00, 0x08, 0x0B, 0x1F, 0x7F, 0x80, 0xA9, 0xC0, 0xFF] {
      var bytes = text
      bytes[place] = byte
      if isPlainText(bytes, from: 0) { expectUnchanged(bytes) }
      if byte < 0x80 { #expect(!isPlainText(bytes, from: 0)) }
    }
  }

  @Test("Bytes at random that are plain are not changed by a closer look")
  func random() {
    var random = SeededNumbers(seed: 3)
    let parts: [[UInt8]] = [
      [0xE1, 0xBB, 0x8B], [0xE1, 0xBB], [0xC3, 0x8C], [0x61], [0xC3], [0x20], [0xC6, 0xB0],
      [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x80], [0xCC, 0x81], [0xEF, 0xBB, 0xBF], [0x0A],
      [0xCB, 0xBF],
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 1...12, using: &random)
      let bytes = (0..<count).flatMap { _ in parts.randomElement(using: &random) ?? [] }
      if isPlainText(bytes, from: 0) { expectUnchanged(bytes) }
    }
  }

  @Test("Looked at in blocks, a text is as plain as letter by letter, wherever its letters stand")
  func blocks() {
    var random = SeededNumbers(seed: 9)
    let odd: [[UInt8]] = [
      [0xC3, 0x8C], [0xC3, 0x92], [0xC3, 0xAD], [0xE1, 0xBB, 0x8B], [0xE2, 0x80, 0x93],
      [0xE2, 0x80, 0x80], [0xC6, 0xB0], [0xC8, 0x80], [0xCC, 0x81], [0xE1, 0xBB], [0xC3], [0x80],
      [0x7F], [0x1F],
    ]
    var plain = 0
    for _ in 0..<4000 {
      var bytes = Array(
        repeating: UInt8(ascii: "b"), count: Int.random(in: 0...150, using: &random))
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let count = Int.random(in: 1...3, using: &random) == 1 ? odd.count : 4
        bytes.insert(contentsOf: odd[Int.random(in: 0..<count, using: &random)], at: place)
      }
      let isPlain = isPlainText(bytes, from: 0)
      #expect(isPlain == isPlainByLetters(bytes.span, from: 0))
      if isPlain { plain += 1 }
    }
    #expect((1000...3000).contains(plain))
  }

  private func expectUnchanged(_ bytes: [UInt8]) {
    let decoded = decodeClosely(bytes, file: "a.csv")
    let isBlank = decoded.findings.map(\.code) == [.fileEmpty]
    #expect(isBlank || decoded.utf8 == bytes && decoded.findings.isEmpty)
  }
}
