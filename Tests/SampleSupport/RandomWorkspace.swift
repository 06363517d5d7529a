import Foundation
public import Model
public import Pipeline
import Rendering
import Reporting

/// Workspaces made up at random, near the limits, under sixteen choices of readings.
public enum RandomWorkspace {
  /// What a run finds in the workspace with this number.
  public static func judged(_ number: Int) throws -> Judged {
    try judge(request(number), prepared: preparations[number % preparations.count].get())
  }

  /// The workbook of the province, of every other workspace that of a district, without the sheets
  /// that calculate nothing and without charts, which take most of the time that LibreOffice needs.
  public static func workbook(_ number: Int) throws -> [UInt8] {
    let judged = try judged(number)
    let districts = judged.record.units.filter { $0.unit.tier == .district }
    let unit =
      number % 2 == 0 ? judged.record.province : districts[number / 2 % districts.count]
    let document = workbook(of: unit, in: judged)
    return try renderWorkbook(
      WorkbookDocument(
        title: document.title, subject: document.subject, author: document.author,
        created: document.created, sheets: document.sheets.compactMap { bare($0, in: document) },
        names: document.names))
  }

  /// The whole workbook of a unit.
  public static func workbook(of unit: UnitRecord, in judged: Judged) -> WorkbookDocument {
    let report = judged.composer.report(judged.composer.kindOfReport(of: unit), of: unit)
    return judged.composer.workbook(of: unit, as: report)
  }

  private static func bare(
    _ sheet: WorkbookDocument.Sheet, in document: WorkbookDocument
  ) -> WorkbookDocument.Sheet? {
    guard let table = sheet.table, calculates(table, in: document) else { return nil }
    return WorkbookDocument.Sheet(
      name: sheet.name, title: sheet.title, lines: sheet.lines, table: table)
  }

  private static func calculates(_ table: Table, in document: WorkbookDocument) -> Bool {
    let isNamed = document.names.contains { $0.cell.table == table.id }
    let isCounted = table.id.hasPrefix("danh-")
    return isNamed || isCounted || table.id == "so-lieu"
      || table.rows.contains { $0.contains { $0.formula != nil } }
  }

  /// The request of that workspace; equal numbers give equal workspaces.
  public static func request(_ number: Int) throws -> RunRequest {
    var generator = SeededGenerator(seed: UInt64(number) &* 7_919 &+ 11)
    let rulebook = try SampleRequest.judged().record.context.rulebook
    return try make(readings: number % preparations.count) { sample in
      var files = sample
      for (folder, tier) in folders {
        guard let criteria = rulebook.tiers[tier] else { continue }
        var unit = RandomUnit(rulebook: rulebook, criteria: criteria, generator: generator)
        files += unit.files(in: folder)
        generator = unit.generator
      }
      return files
    }
  }

  private static let folders: [(String, Tier)] = [
    ("2022/748-ba-ria", .district), ("2022/754-phu-my", .district),
    ("2022/752-long-dien", .district), ("2022/750-chau-duc", .district),
    ("2022/77-ba-ria-vung-tau", .province),
  ]

  private static let preparations = (0..<16).map { number in
    Result { try prepare(make(readings: number) { $0 }) }
  }

  /// The programme and the register of the sample, with one of the choices of readings: of any two
  /// points, both readings meet both of the other.
  private static func make(
    readings choice: Int, _ change: ([WorkspaceFile]) -> [WorkspaceFile]
  ) throws -> RunRequest {
    let rulebook = try SampleRequest.judged().record.context.rulebook
    return try SampleRequest.make { sample in
      change(
        sample.filter { !$0.path.contains("/") }.map { file in
          guard file.path == "programme.yaml" else { return file }
          var text = String(decoding: file.bytes, as: UTF8.self)
          for (index, interpretation) in rulebook.interpretations.enumerated() {
            let taken = (choice & (index + 1)).nonzeroBitCount % 2
            text = text.replacing(
              "  \(interpretation.id): \(interpretation.defaultReading)\n",
              with: "  \(interpretation.id): \(interpretation.readings[taken].id)\n")
          }
          return WorkspaceFile(path: file.path, bytes: Array(text.utf8))
        })
    }
  }
}

/// What one unit of a made-up workspace sends.
private struct RandomUnit {
  let rulebook: Rulebook
  let criteria: CriteriaSet
  var generator: SeededGenerator
  /// Whether most of it is in order, so that levels above 0 come about.
  private let isTidy: Bool

  init(rulebook: Rulebook, criteria: CriteriaSet, generator: SeededGenerator) {
    self.rulebook = rulebook
    self.criteria = criteria
    self.generator = generator
    isTidy = Int.random(in: 0..<4, using: &self.generator) > 0
  }

  mutating func files(in folder: String) -> [WorkspaceFile] {
    var figures = ["Chỉ báo;Thành phần;Đạt;Số đạt;Tổng số;Tỷ lệ (%);Năm trước;Năm nay"]
    var documents = ["Chỉ báo;Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Trích yếu"]
    for indicator in criteria.indicators {
      figures += rows(of: indicator)
      documents += documentRows(of: indicator)
    }
    var files = [
      file("\(folder)/so-lieu.csv", figures), file("\(folder)/minh-chung.csv", documents),
    ]
    if Int.random(in: 0..<3, using: &generator) == 0 {
      files.append(file("\(folder)/co-quan.csv", agencies()))
    }
    return files
  }

  private func file(_ path: String, _ lines: [String]) -> WorkspaceFile {
    WorkspaceFile(path: path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private mutating func isOdd() -> Bool {
    Int.random(in: 0..<(isTidy ? 60 : 6), using: &generator) == 0
  }

  private mutating func rows(of indicator: Indicator) -> [String] {
    guard indicator.source != .childOutcomes, !isOdd() else { return [] }
    let components = indicator.measure.components.map(\.id.rawValue)
    return (components.isEmpty ? [""] : components).map { component in
      "\(indicator.id);\(component);" + cells(of: indicator.measure)
    }
  }

  private mutating func cells(of measure: Measure) -> String {
    if isOdd(), let cells = Self.oddCells.randomElement(using: &generator) { return cells }
    switch measure {
    case .target: return share(near: Threshold(.atLeast, ExactDecimal(40)))
    case .attestation: return (isOdd() ? "không" : "có") + ";;;;;"
    case .share(let threshold), .compositeShare(let threshold, _):
      return share(near: threshold)
    case .decrease:
      let before = Int.random(in: isOdd() ? 0...160 : 150...900, using: &generator)
      let fall = isOdd() ? Int.random(in: 0...before, using: &generator) : min(before, 150)
      let now = max(0, before - fall - (isOdd() ? 0 : Int.random(in: 0...1, using: &generator)))
      return ";;;;\(hundredths(before));\(hundredths(isOdd() ? before : min(now, before - fall)))"
    case .increase:
      let before = Int.random(in: 0...90_000, using: &generator)
      return ";;;;\(hundredths(before));\(hundredths(before + (isOdd() ? 0 : 1)))"
    }
  }

  /// Close to a limit or to the edge of a band, as counts or as a percentage.
  private mutating func share(near threshold: Threshold) -> String {
    let previous = ["0,05", "0,031", "0,2", ""].randomElement(using: &generator) ?? ""
    let last = threshold.comparison == .below ? previous : ""
    if threshold.comparison == .below {
      let whole = Int.random(in: 2_000...60_000, using: &generator)
      let most = (whole - 1) / 2_000
      return ";\(isOdd() ? most + 1 : most);\(whole);;\(last);"
    }
    let floor = Int(threshold.value.rational.numerator / threshold.value.rational.denominator)
    let edges = [floor, 80, 90, 100].filter { $0 >= floor }
    let edge = edges.randomElement(using: &generator) ?? floor
    if Bool.random(using: &generator) {
      let thousandths = edge * 1_000 + Int.random(in: isOdd() ? -1...0 : 0...1, using: &generator)
      let kept = min(thousandths, 100_000)
      return ";;;\(kept / 1_000),\(String(kept % 1_000 + 1_000).dropFirst());\(last);"
    }
    let whole = Int.random(in: 1...60, using: &generator)
    let least = (edge * whole + 99) / 100
    return ";\(max(0, least - (isOdd() ? 1 : 0)));\(whole);;\(last);"
  }

  /// What cannot be used, whatever the measure, and a share of nothing.
  private static let oddCells = [
    ";O8;9;;;", ";5;4;;;", "có thể;;;101;;", ";;;;-1;2", ";0;0;;;", ";;;;0;0",
  ]

  private func hundredths(_ number: Int) -> String {
    "\(number / 100),\(String(number % 100 + 100).dropFirst())"
  }

  private mutating func documentRows(of indicator: Indicator) -> [String] {
    guard !isOdd() else { return [] }
    let issuer = rulebook.issuers.issuers.first { indicator.acceptedIssuers.contains($0.id) }
    let number = isOdd() ? "" : "\(Int.random(in: 1...900, using: &generator))/BC-UBND"
    return ["\(indicator.id);\(number);10/10/2022;\(issuer?.bodies.first ?? "");Báo cáo"]
  }

  private mutating func agencies() -> [String] {
    let grades = isTidy ? ["Tốt", "Khá", "Khá"] : ["Tốt", "Khá", "Trung bình"]
    return [
      "Tên cơ quan, đơn vị;Xếp loại;Kế hoạch tập huấn kỹ năng số;Trang bị dịch vụ, công cụ số"
    ]
      + (1...Int.random(in: 3...12, using: &generator)).map { number in
        let grade = grades.randomElement(using: &generator) ?? ""
        let answers = (0..<2).map { _ in isOdd() ? "không" : "có" }
        return "Cơ quan \(number);\(grade);\(answers[0]);\(answers[1])"
      }
  }
}
