import Model

/// Reads `mien-tru.csv`: the findings that may stand, by whose approval and until when.
///
/// A row that is not whole, has expired, or was approved by its requester has a finding and no
/// effect. The names in it are compared and, but for the approver's, not kept; none is quoted.
struct WaiverFile: Sendable {
  /// Those with effect.
  private(set) var waivers: [Waiver] = []
  private(set) var refusedRows = 0
  private(set) var findings: [Finding] = []

  init(_ table: ReadTable, in scope: UnitScope) {
    for row in table.rows {
      let isAboutOne = !row[.indicator].isEmpty
      let (named, problems) =
        isAboutOne ? RowReader.indicator(of: row, in: scope) : (nil, [])
      findings += problems
      var reader = RowReader(row, about: named)
      let waiver = reader.waiver(in: scope)
      findings += reader.findings
      if let waiver, problems.isEmpty {
        waivers.append(waiver)
      } else {
        refusedRows += 1
      }
    }
  }
}

extension RowReader {
  /// Reads every cell of a waiver; `nil` for one without effect.
  fileprivate mutating func waiver(in scope: UnitScope) -> Waiver? {
    guard checkCellCount() else { return nil }
    let code = findingCode()
    let reason = requiredText(.reason)
    let until = requiredText(.until).flatMap { _ in day(.until) }
    let details = ["waived": row[.code].text]
    let requester = requiredText(.requestedBy)
    let approver = requiredText(.approvedBy)
    let isOwn = isOnePerson(requester, approver)
    if isOwn {
      report(.waiverSelfApproved, at: .approvedBy, details: details, quoted: false)
    }
    let isOver = until.map { $0 < scope.context.asOf } ?? false
    if isOver { report(.waiverExpired, at: .until, details: details) }
    guard let code, let reason, let until, let approver, requester != nil, !isOwn, !isOver
    else { return nil }
    return Waiver(
      code: code, indicator: indicator?.id, reason: reason, approvedBy: approver, until: until,
      office: row.office, place: row[.code].place)
  }

  private mutating func findingCode() -> FindingCode? {
    guard let text = requiredText(.code) else { return nil }
    // What is wrong with a waiver is not waived.
    if let code = FindingCode(rawValue: text.uppercased()), !code.rawValue.hasPrefix("W") {
      return code
    }
    reject(.code, .waiverOfUnknownCode)
    return nil
  }
}

private func isOnePerson(_ one: String?, _ other: String?) -> Bool {
  guard let one, let other else { return false }
  return PersonName(one).isSame(as: PersonName(other))
}
