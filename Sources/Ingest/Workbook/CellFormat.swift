/// What a cell's number format makes of its number, as far as the number's meaning depends on it.
enum CellFormat: Hashable {
  case general
  /// Shown a hundredfold, with a percent sign.
  case percentage
  case date
  /// A month of a year, without day.
  case month
  case year
  case time
  /// Shown with zeros in front up to so many digits, as codes are.
  case padded(Int)

  /// The format of a number that every program knows by its id.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percentage
    case 14...16, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 17: self = .month
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .general
    }
  }

  /// The format that a code such as `dd/mm/yyyy` or `0.00%` describes.
  init(code: String) {
    let marks = FormatMarks(code)
    if marks.hasDay {
      self = .date
    } else if marks.hasYear {
      self = marks.hasMonth ? .month : .year
    } else if marks.hasClock {
      self = .time
    } else if marks.hasMonth {
      self = .month
    } else if marks.hasPercent {
      self = .percentage
    } else if code.utf8.count > 1, code.utf8.count <= 30, code.utf8.allSatisfy({ $0 == 0x30 }) {
      self = .padded(code.utf8.count)
    } else {
      self = .general
    }
  }
}

/// Which marks stand in the first section of a format code, outside of quoted text.
private struct FormatMarks {
  private(set) var hasYear = false
  private(set) var hasMonth = false
  private(set) var hasDay = false
  private(set) var hasClock = false
  private(set) var hasPercent = false

  init(_ code: String) {
    var rest = code.lowercased()[...]
    if rest.hasPrefix("general") { rest = rest.dropFirst("general".count) }
    while let mark = rest.popFirst(), mark != ";" {
      switch mark {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        // Hours beyond a day; anything else in brackets is a colour, a language or a condition.
        if !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { hasClock = true }
      case "y": hasYear = true
      case "m": hasMonth = true
      case "d": hasDay = true
      case "h", "s": hasClock = true
      case "%": hasPercent = true
      default: break
      }
    }
  }
}
