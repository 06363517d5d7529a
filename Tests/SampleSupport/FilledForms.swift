import Foundation
import Model
public import Pipeline
import Rendering

/// The blank forms of the sample, and what a careful officer makes of them.
public enum FilledForms {
  /// The forms of the sample in CSV, as files of a workspace that has sent nothing else.
  public static func blank() throws -> [WorkspaceFile] {
    let request = try SampleRequest.make()
    return try blankForms(prepare(request), of: request).compactMap { file in
      guard file.path.hasPrefix("csv/") else { return nil }
      return WorkspaceFile(path: "2022/" + file.path.dropFirst(4), bytes: file.bytes)
    }
  }

  /// The programme and the register of the sample, with these files.
  public static func request(_ files: [WorkspaceFile]) throws -> RunRequest {
    try SampleRequest.make { sample in
      sample.filter { !$0.path.contains("/") } + files
    }
  }

  /// The blank forms with every cell filled that its row asks for.
  public static func filled(by generator: inout SeededGenerator) throws -> [WorkspaceFile] {
    var totals: [String: Int] = [:]
    // The figures of a folder say how many bodies its lists have.
    let forms = try blank()
    let lists = forms.filter { !$0.path.hasSuffix("/so-lieu.csv") }
    return (lists + forms.filter { $0.path.hasSuffix("/so-lieu.csv") }).map { file in
      guard file.path.hasSuffix(".csv") else { return told(file) }
      var form = FilledForm(file, totals: totals, generator: generator)
      form.fill()
      generator = form.generator
      totals[file.path] = form.count
      return form.file
    }
  }
}

/// The blank prose with words below every heading.
private func told(_ file: WorkspaceFile) -> WorkspaceFile {
  let text = String(decoding: file.bytes, as: UTF8.self)
  let words = text.replacing("\r\n\r\n\r\n", with: "\r\n\r\nNội dung của mục.\r\n\r\n")
  return WorkspaceFile(path: file.path, bytes: Array(words.utf8))
}

/// One form that is being filled in.
private struct FilledForm {
  private let path: String
  private var rows: [[String]]
  /// The rows of the forms that are filled in already, by path.
  private let totals: [String: Int]
  private(set) var generator: SeededGenerator

  init(_ file: WorkspaceFile, totals: [String: Int], generator: SeededGenerator) {
    path = file.path
    self.totals = totals
    rows = cells(of: file.bytes)
    self.generator = generator
  }

  var file: WorkspaceFile {
    WorkspaceFile(path: path, bytes: renderCSV(rows, separator: UInt8(ascii: ";")))
  }

  var count: Int { rows.count - 1 }

  mutating func fill() {
    if rows.count == 1 {
      for number in 1...Int.random(in: 2...9, using: &generator) {
        rows.append(rows[0].map { $0.hasPrefix("Tên") ? "Đơn vị số \(number)" : "" })
      }
    }
    for row in rows.indices.dropFirst() {
      let (whole, least) = counts(in: row)
      let part = Int.random(in: least...whole, using: &generator)
      for column in rows[row].indices where rows[row][column].isEmpty {
        rows[row][column] = value(of: rows[0][column], in: row, part: part, whole: whole)
      }
    }
  }

  /// A whole, and the least part of it, that no other file of the province contradicts.
  private mutating func counts(in row: Int) -> (whole: Int, least: Int) {
    let indicator = cell("Chỉ báo", in: row)
    guard path.contains("/77-") else { return (Int.random(in: 1...5_000, using: &generator), 0) }
    // The province has eight districts, and counts what its districts count.
    if indicator == "2.2.4" { return (8, 0) }
    let isSum = ["3.1.5", "3.2.3"].contains(indicator)
    return (Int.random(in: 40_000...50_000, using: &generator), isSum ? 20_000 : 0)
  }

  /// What an officer writes below a heading; empty where the row does not ask for it.
  private mutating func value(of heading: String, in row: Int, part: Int, whole: Int) -> String {
    let asked = cell("Cột cần điền", in: row)
    if !asked.isEmpty, !asked.contains(heading) { return "" }
    if asked.contains(".csv") {
      return heading == "Tổng số" ? totalOfList(named: asked) : ""
    }
    switch heading {
    case "Số đạt": return VietnameseNumber.count(part)
    case "Tổng số": return VietnameseNumber.count(whole)
    case "Dự toán", "Phân bổ", "Thực chi": return VietnameseNumber.count(whole * 1_000_000)
    case "Năm trước": return "\(Int.random(in: 50...59, using: &generator)),25"
    case "Năm nay": return "\(Int.random(in: 40...49, using: &generator)),5"
    case "Đạt", "Kế hoạch tập huấn kỹ năng số", "Trang bị dịch vụ, công cụ số", "Wifi miễn phí",
      "Học liệu mở":
      return Bool.random(using: &generator) ? "có" : "không"
    case "Xếp loại": return any("Tốt", "Khá", "Trung bình", "Không đạt", "Chưa xếp loại")
    case "Mức độ phù hợp": return any("phù hợp", "cần điều chỉnh", "không phù hợp")
    case "Số, ký hiệu": return "\(row)\(part)/BC-\(path.utf8.count)"
    case "Ngày ban hành":
      return "\(Int.random(in: 1...28, using: &generator))/\(any("3", "10"))/2022"
    case "Cơ quan ban hành":
      return cell("Cơ quan được chấp nhận", in: row).split(separator: "; ").first.map(String.init)
        ?? ""
    case "Trích yếu", "Nội dung", "Vướng mắc", "Kiến nghị": return "Nội dung; có “dấu”, số \(row)"
    default: return ""
    }
  }

  /// How many bodies the list has that `asked` asks a total beside; nothing where it asks none.
  private func totalOfList(named asked: String) -> String {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let list = ["co-quan.csv", "trung-tam.csv"].first(where: asked.contains)
    return list.flatMap { totals["\(folder)/\($0)"] }.map(VietnameseNumber.count) ?? ""
  }

  private mutating func any(_ words: String...) -> String {
    words[Int.random(in: words.indices, using: &generator)]
  }

  private func cell(_ heading: String, in row: Int) -> String {
    rows[0].firstIndex(of: heading).map { rows[row][$0] } ?? ""
  }
}

/// The cells of a form, read by the plainest rules of quoting.
private func cells(of bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = [[""]]
  var isQuoted = false
  for scalar in String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars {
    let (row, cell) = (rows.count - 1, rows[rows.count - 1].count - 1)
    switch scalar {
    case "\"": isQuoted.toggle()
    case ";" where !isQuoted: rows[row].append("")
    case "\n" where !isQuoted: rows.append([""])
    case "\r" where !isQuoted: break
    default: rows[row][cell].unicodeScalars.append(scalar)
    }
  }
  return rows.dropLast()
}

/// Numbers that are the same for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
