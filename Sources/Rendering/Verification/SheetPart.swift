import Model
import OpenXML

/// Reads a sheet and compares it with its layout, cell by cell.
final class SheetPart: PartReader {
  private let layout: SheetLayout
  private let texts: [String]
  private let linked: [CellAddress]
  private var cellCount = 0
  private var linkCount = 0
  private var place = ""
  private var type = ""
  private var reading: [UInt8]?
  private var value = ""
  private var formula: String?
  private let rules: [WordRule]
  private var ruleCount = 0
  private var ruleRange = ""
  private(set) var tableRelationships: [String] = []
  private(set) var drawingRelationships: [String] = []

  init(_ layout: SheetLayout, texts: [String]) {
    self.layout = layout
    self.texts = texts
    linked = layout.linkedCells
    rules = layout.wordRules
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem) {
    switch element {
    case "c":
      place = attributes["r"] ?? ""
      type = attributes["t"] ?? "n"
      guard ["s", "n", "str"].contains(type) else {
        throw difference("\(here) có kiểu “\(type)”, đáng lẽ là chữ hoặc số.")
      }
      value = ""
      formula = nil
    case "v", "f", "formula": reading = []
    case "conditionalFormatting": ruleRange = attributes["sqref"] ?? ""
    case "dimension": try expect(attributes["ref"] ?? "", toBe: layout.range, "Vùng của \(sheet)")
    case "hyperlink": try compareLink(at: attributes["ref"] ?? "")
    case "tablePart": tableRelationships.append(attributes.prefixed("id") ?? "")
    case "drawing": drawingRelationships.append(attributes.prefixed("id") ?? "")
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { reading?.append(contentsOf: bytes) }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v": value = taken()
    case "f": formula = taken()
    case "formula": try compareRule(taken())
    case "c": try compareCell()
    case "worksheet":
      try expect(cellCount, toBe: layout.cellCount, "Số ô của \(sheet)")
      try expect(linkCount, toBe: linked.count, "Số liên kết của \(sheet)")
      try expect(ruleCount, toBe: rules.count, "Số định dạng có điều kiện của \(sheet)")
    default: break
    }
  }

  private func taken() -> String {
    defer { reading = nil }
    return String(decoding: reading ?? [], as: UTF8.self)
  }

  private var sheet: String { "trang “\(layout.sheet.name)”" }

  private var here: String { "Ô \(place) của \(sheet)" }

  private func compareCell() throws(PackageProblem) {
    guard cellCount < layout.cellCount else { throw difference("\(here) thừa ra.") }
    let expected = layout.address(ofCell: cellCount)
    cellCount += 1
    try expect(place, toBe: expected.description, "Ô thứ \(cellCount) của \(sheet)")
    let stored = layout.value(at: expected)
    guard case .calculated(let text, let result) = stored else {
      if let formula { throw difference("\(here) có công thức thừa “\(formula)”.") }
      return try compare(stored)
    }
    try expect(formula.map(Bytes.init), toBe: Bytes(text), "Công thức của \(here)")
    switch result {
    case .number(let number): try compare(number)
    case .text(let text):
      try expect(type, toBe: "str", "Kiểu của \(here)")
      try expect(Bytes(value), toBe: Bytes(text.escaped), here)
    }
  }

  private func compare(_ stored: StoredValue) throws(PackageProblem) {
    switch stored {
    case .blank: try expect(value, toBe: "", here)
    case .text(let text): try expect(sharedText(value), toBe: Bytes(text.escaped), here)
    case .number(let number): try compare(number)
    case .calculated: break
    }
  }

  private func compare(_ number: Double) throws(PackageProblem) {
    guard type == "n", let stored = Double(value), isStored(stored, for: number) else {
      throw difference("\(here) là “\(value)”, đáng lẽ là “\(number)”.")
    }
  }

  private func sharedText(_ index: String) throws(PackageProblem) -> Bytes {
    guard type == "s", let index = Int(index), texts.indices.contains(index) else {
      throw difference("\(here) không có chữ.")
    }
    return Bytes(texts[index])
  }

  private func compareRule(_ literal: String) throws(PackageProblem) {
    let place = "Định dạng có điều kiện thứ \(ruleCount + 1) của \(sheet)"
    guard ruleCount < rules.count else { throw difference("\(place) thừa ra.") }
    try expect(ruleRange, toBe: rules[ruleCount].range, place)
    try expect(Bytes(literal), toBe: Bytes(rules[ruleCount].literal), place)
    ruleCount += 1
  }

  private func compareLink(at place: String) throws(PackageProblem) {
    guard linkCount < linked.count else {
      throw difference("Ô \(place) của \(sheet) thừa liên kết.")
    }
    try expect(place, toBe: linked[linkCount].description, "Ô có liên kết của \(sheet)")
    linkCount += 1
  }
}

/// Whether a number is the one that was written, which is with 16 digits.
private func isStored(_ stored: Double, for number: Double) -> Bool {
  abs(stored - number) <= abs(number) * 1e-15
}

/// A text that equals another only when their bytes do; a `String` also equals its other
/// composition.
private struct Bytes: Equatable, CustomStringConvertible {
  let description: String

  init(_ text: String) { description = text }

  static func == (left: Bytes, right: Bytes) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }
}
