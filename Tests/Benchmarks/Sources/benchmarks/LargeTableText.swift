import Foundation

/// The text of a large `so-lieu.csv`, the same in every run: good rows of the kinds that districts
/// send, one note in a hundred quoted.
enum LargeTableText {
  static func bytes(megabytes: Int) -> Data {
    var numbers = Numbers()
    var text =
      "\u{FEFF}Chỉ báo;Thành phần;Đạt;Số đạt;Tổng số;Tỷ lệ (%);Năm trước;Năm nay;Năm số liệu;"
      + "Tình trạng;Ghi chú\r\n"
    var data = Data(capacity: megabytes * 1_000_000 + 1000)
    while data.count < megabytes * 1_000_000 {
      data.append(contentsOf: text.utf8)
      text = row(&numbers).joined(separator: ";") + "\r\n"
    }
    return data
  }

  private static let notes = [
    "", "", "Số liệu minh họa", "Theo báo cáo của Ủy ban nhân dân", "Đã đối chiếu",
  ]

  private static func row(_ numbers: inout Numbers) -> [String] {
    let note = numbers.next(100) == 0 ? "\"Ghi chú; có dấu\"" : notes[numbers.next(5)]
    let end = [["", "2022"][numbers.next(2)], ["", "chính thức"][numbers.next(2)], note]
    switch numbers.next(8) {
    case 0: return ["1.1.1", "", "Có", "", "", "", "", ""] + end
    case 1:
      let (before, after) = (numbers.next(400) + 200, numbers.next(100) + 100)
      return ["3.1.1", "", "", "", "", "", decimal(before), decimal(after)] + end
    case 2:
      let (share, unit) = (numbers.next(10_000) + 1, numbers.next(89) + 1)
      let counts = [grouped(share * unit), grouped(10_000 * unit), decimal(share)]
      return ["3.1.2", "chat-thai-ran", ""] + counts + ["", ""] + end
    default:
      let whole = numbers.next(300_000) + 1
      let counts = [grouped(numbers.next(whole + 1)), grouped(whole), ""]
      return ["2.1.1", "", ""] + counts + ["", ""] + end
    }
  }

  /// `7995` as `79,95`.
  private static func decimal(_ hundredths: Int) -> String {
    "\(hundredths / 100)," + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }

  private static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let rest = "\(number % 1000)"
    return grouped(number / 1000) + "." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private struct Numbers {
    private var state: UInt64 = 7

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
