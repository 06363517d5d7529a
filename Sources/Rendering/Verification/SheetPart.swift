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
  private var isShared = false
  private var isValue = false
  private var value: [UInt8] = []
  private(set) var tableRelationships: [String] = []

  init(_ layout: SheetLayout, texts: [String]) {
    self.layout = layout
    self.texts = texts
    linked = layout.linkedCells
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem) {
    switch element {
    case "c":
      place = attributes["r"] ?? ""
      let type = attributes["t"] ?? "n"
      guard type == "s" || type == "n" else {
        throw difference("\(here) có kiểu “\(type)”, đáng lẽ là chữ hoặc số.")
      }
      isShared = type == "s"
      value.removeAll(keepingCapacity: true)
    case "v": isValue = true
    case "f": throw difference("\(here) có công thức; báo cáo không ghi công thức nào.")
    case "dimension": try expect(attributes["ref"] ?? "", toBe: layout.range, "Vùng của \(sheet)")
    case "hyperlink": try compareLink(at: attributes["ref"] ?? "")
    case "tablePart": tableRelationships.append(attributes.prefixed("id") ?? "")
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value += bytes }
  }

  func end(_ element: XMLName) throws(PackageProblem) {
    switch element {
    case "v": isValue = false
    case "c": try compareCell()
    case "worksheet":
      try expect(cellCount, toBe: layout.cellCount, "Số ô của \(sheet)")
      try expect(linkCount, toBe: linked.count, "Số liên kết của \(sheet)")
    default: break
    }
  }

  private var sheet: String { "trang “\(layout.sheet.name)”" }

  private var here: String { "Ô \(place) của \(sheet)" }

  private func compareCell() throws(PackageProblem) {
    guard cellCount < layout.cellCount else { throw difference("\(here) thừa ra.") }
    let expected = layout.address(ofCell: cellCount)
    cellCount += 1
    try expect(place, toBe: expected.description, "Ô thứ \(cellCount) của \(sheet)")
    let found = String(decoding: value, as: UTF8.self)
    switch layout.value(at: expected) {
    case .blank: try expect(found, toBe: "", here)
    case .text(let text): try expect(sharedText(found), toBe: Bytes(text.escaped), here)
    case .number(let number):
      guard !isShared, let stored = Double(found), isStored(stored, for: number) else {
        throw difference("\(here) là “\(found)”, đáng lẽ là “\(number)”.")
      }
    }
  }

  private func sharedText(_ index: String) throws(PackageProblem) -> Bytes {
    guard isShared, let index = Int(index), texts.indices.contains(index) else {
      throw difference("\(here) không có chữ.")
    }
    return Bytes(texts[index])
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
