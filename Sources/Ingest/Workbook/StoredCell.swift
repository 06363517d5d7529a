/// One cell as its sheet stores it.
struct StoredCell {
  private enum Kind {
    case number, sharedText, text, boolean, day
  }

  private var kind = Kind.number
  var format = CellFormat.general
  var stored: [UInt8] = []
  var hasFormula = false

  /// Becomes an empty cell.
  ///
  /// - Parameter type: the cell's `t`; errors such as `#N/A` are texts here.
  mutating func restart(as type: UnsafeBufferPointer<UInt8>?) {
    format = .general
    hasFormula = false
    stored.removeAll(keepingCapacity: true)
    guard let type, let first = type.first else {
      kind = .number
      return
    }
    switch (first, type.count) {
    case (UInt8(ascii: "n"), 1): kind = .number
    case (UInt8(ascii: "s"), 1): kind = .sharedText
    case (UInt8(ascii: "b"), 1): kind = .boolean
    case (UInt8(ascii: "d"), 1): kind = .day
    default: kind = .text
    }
  }

  /// The text that the same cell has in a CSV file; `nil` when it refers to a text that is not there.
  func value(in context: WorkbookContext) -> WorkbookText? {
    if stored.isEmpty { return .empty }
    switch kind {
    case .number: return WorkbookText(plain: numberText(countedBy: context.days))
    case .sharedText:
      guard let index = wholeNumber(stored), index < context.texts.count else { return nil }
      return context.texts[index]
    case .text: return storedText
    case .boolean: return WorkbookText(plain: stored == [UInt8(ascii: "0")] ? "FALSE" : "TRUE")
    case .day:
      let text = storedText
      return text.controlCharacter == nil ? WorkbookText(plain: dayText(iso: text.text)) : text
    }
  }

  private var storedText: WorkbookText { stored.withUnsafeBufferPointer { WorkbookText($0) } }

  private func numberText(countedBy days: DayCount) -> String {
    if format == .general, let text = plainNumberText { return text }
    // What is no number goes on as it is: the validation stage names its cell.
    guard let number = StoredNumber(stored[...]), let text = number.text else {
      return storedText.text
    }
    switch format {
    case .general: return text
    case .percentage: return number.shifted(by: 2).text.map { $0 + "%" } ?? text
    case .date, .month, .year, .time: return dayText(number, as: format, days) ?? text
    case .padded(let width):
      guard !text.contains(","), !text.hasPrefix("-") else { return text }
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
  }

  /// The text of a number that is stored with the digits that are shown; `nil` for any other.
  private var plainNumberText: String? {
    var point: Int?
    for index in stored.indices {
      switch stored[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: ".") where point == nil && index > 0: point = index
      default: return nil
      }
    }
    guard stored[0] != UInt8(ascii: "0") || point ?? stored.count == 1 else { return nil }
    guard let point else {
      return stored.count <= 18 ? String(decoding: stored, as: UTF8.self) : nil
    }
    // More digits are rounded, zeros at the end are left out.
    guard stored.count <= 16, let last = stored.last, last > UInt8(ascii: "0") else { return nil }
    var text = stored
    text[point] = UInt8(ascii: ",")
    return String(decoding: text, as: UTF8.self)
  }
}
