public import Model

/// Reads `units.csv`, the register of administrative units.
///
/// - Throws: a fault with every problem of the file, at its line and column.
public func readUnits(_ table: SourceTable) throws(Fault) -> UnitRegister {
  var reader = UnitsReader(table)
  return try reader.register()
}

private struct UnitsReader {
  private let table: SourceTable
  private var problems: [Fault.Problem] = []
  private var units: [(unit: AdministrativeUnit, row: ReadRow)] = []
  private var indices: [UnitCode: Int] = [:]

  init(_ table: SourceTable) { self.table = table }

  mutating func register() throws(Fault) -> UnitRegister {
    let (read, findings) = recognise(table, of: nil, by: .units)
    for finding in findings { reportHeading(finding) }
    if let read { for row in read.rows { add(row) } }
    for (unit, row) in units { checkParent(of: unit, row) }
    guard problems.isEmpty else {
      throw Fault(
        problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
    }
    return UnitRegister(units.map(\.unit))
  }

  private mutating func reportHeading(_ finding: Finding) {
    let message =
      switch finding.code {
      case .requiredColumnMissing:
        "Thiếu cột “\(finding.expected)”; tiêu đề gần giống nhất là “\(finding.value)”. "
          + "Đặt lại tiêu đề cột cho đúng."
      case .columnTwice: "Cột “\(finding.value)” có hai lần. Giữ lại một cột."
      case .totalRow: "Dòng “\(finding.value)” không phải là một đơn vị. Xóa dòng này."
      case .headingBlank: "Cột có giá trị nhưng không có tiêu đề. Ghi tiêu đề hoặc xóa cột này."
      case .headingNearMiss:
        "Tiêu đề “\(finding.value)” gần giống “\(finding.expected)”. Đặt lại tiêu đề cho đúng."
      default: "Cột “\(finding.value)” không có trong quy định của tệp. Xóa cột này."
      }
    report(message, at: finding.place)
  }

  private mutating func add(_ row: ReadRow) {
    if let misfit = row.misfit {
      let message = "Dòng có \(misfit.found) ô, dòng tiêu đề có \(misfit.expected) ô. "
      return report(message + "Sửa dòng cho đủ ô.", at: row.place)
    }
    let code = required(.code, "mã", of: row)
    let name = required(.name, "tên", of: row)
    let tier = tier(of: row)
    let from = day(.validFrom, of: row)
    let to = day(.validTo, of: row)
    if let from, let to, to < from {
      report("Ngày hết hiệu lực “\(row[.validTo].text)” trước ngày có hiệu lực.", row, .validTo)
    }
    guard let code, let name, let tier else { return }
    if let first = indices[UnitCode(code)] {
      let line = units[first].row.place.line ?? 0
      return report("Mã “\(code)” đã có ở dòng \(line). Mỗi đơn vị một dòng.", row, .code)
    }
    let parent = row[.parent].isEmpty ? nil : UnitCode(row[.parent].text)
    let unit = AdministrativeUnit(
      code: UnitCode(code), name: name, tier: tier, parent: parent, validFrom: from, validTo: to)
    indices[unit.code] = units.count
    units.append((unit, row))
  }

  private mutating func checkParent(of unit: AdministrativeUnit, _ row: ReadRow) {
    guard let code = unit.parent else {
      if unit.tier != .province { report("Thiếu mã cấp trên của “\(unit.name)”.", row, .parent) }
      return
    }
    guard let parent = indices[code].map({ units[$0].unit }) else {
      return report("Mã cấp trên “\(code)” không có trong tệp này.", row, .parent)
    }
    if parent.tier.depth >= unit.tier.depth {
      report("“\(parent.name)” (mã \(code)) không phải là cấp trên của đơn vị này.", row, .parent)
    }
  }

  private mutating func required(_ key: ColumnKey, _ word: String, of row: ReadRow) -> String? {
    guard row[key].isEmpty else { return row[key].text }
    report("Ô \(word) của đơn vị để trống. Ghi \(word) vào ô này.", row, key)
    return nil
  }

  private mutating func tier(of row: ReadRow) -> Tier? {
    if let tier = Vocabulary.tiers[row[.tier].text] { return tier }
    report("Cấp “\(row[.tier].text)” không đúng. Ghi tỉnh, huyện hoặc xã.", row, .tier)
    return nil
  }

  private mutating func day(_ key: ColumnKey, of row: ReadRow) -> CalendarDay? {
    guard !row[key].isEmpty else { return nil }
    if let day = CalendarDay(written: row[key].text) { return day }
    report("“\(row[key].text)” không phải là ngày. Ghi ngày/tháng/năm.", row, key)
    return nil
  }

  private mutating func report(_ message: String, _ row: ReadRow, _ key: ColumnKey) {
    report(message, at: row[key].place)
  }

  private mutating func report(_ message: String, at place: SourcePlace?) {
    problems.append(
      Fault.Problem(
        file: table.file, line: place?.line, column: place?.columnNumber, message: message))
  }
}

extension Tier {
  /// How far the tier stands below the country.
  fileprivate var depth: Int {
    switch self {
    case .province: 1
    case .district: 2
    case .commune: 3
    }
  }
}
