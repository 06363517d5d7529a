import Model

/// Statuses in words, with the mark that goes beside them.
extension Composer {
  func statusCell(_ assessment: IndicatorAssessment) -> Cell {
    Cell(statusText(assessment.status), mark: mark(of: assessment.status))
  }

  func statusText(_ status: IndicatorStatus) -> String {
    switch status {
    case .met: words(.statusMet)
    case .notMet: words(.statusNotMet)
    case .noData: words(.statusNoData)
    case .invalid: words(.statusInvalid)
    case .notApplicable: words(.statusNotApplicable)
    }
  }

  func mark(of status: IndicatorStatus) -> Mark {
    switch status {
    case .met: .good
    case .notMet: .bad
    case .invalid: .warning
    case .noData, .notApplicable: .unknown
    }
  }

  func evidenceCell(_ status: EvidenceStatus) -> Cell {
    switch status {
    case .complete: Cell(words(.evidenceComplete), mark: .good)
    case .incomplete: Cell(words(.evidenceIncomplete), mark: .warning)
    case .missing: Cell(words(.evidenceMissing), mark: .unknown)
    }
  }

  func outcomeCell(_ assessment: UnitAssessment, link: String? = nil) -> Cell {
    switch assessment.outcome {
    case .recognised:
      Cell(
        words(.outcomeRecognised, ["level": "\(assessment.level)"]), mark: .good, link: link)
    case .pending: Cell(words(.outcomePending), mark: .unknown, link: link)
    case .notRecognised: Cell(words(.outcomeNotRecognised), mark: .bad, link: link)
    }
  }

  func severityCell(_ severity: Severity) -> Cell {
    switch severity {
    case .error: Cell(words(.severityError), mark: .bad)
    case .warning: Cell(words(.severityWarning), mark: .warning)
    case .note: Cell(words(.severityNote), mark: .unknown)
    }
  }

  /// How much a finding matters, and whether it is waived, which does not change how much.
  func severityCell(_ worded: WordedFinding) -> Cell {
    let cell = severityCell(worded.severity)
    guard worded.waiver != nil else { return cell }
    return Cell(words(.severityWaived, ["severity": cell.text]), mark: cell.mark)
  }

  /// What is wrong, with the waiver that stands for it.
  func messageText(_ worded: WordedFinding) -> String {
    guard let waiver = worded.waiver else { return worded.message }
    return words(
      .tableWaived,
      [
        "message": worded.message, "until": waiver.until.vietnamese,
        "approver": waiver.approvedBy, "reason": waiver.reason,
      ])
  }

  /// Where a finding stands: file, sheet, cell and column.
  func placeText(_ place: SourcePlace?) -> String {
    guard let place else { return "" }
    let file = place.sheet.map {
      words(.findingPlaceSheet, ["file": place.file, "sheet": $0])
    }
    var details = ["file": file ?? place.file]
    guard let line = place.line else { return file ?? place.file }
    details["line"] = "\(line)"
    guard let column = place.column else { return words(.findingPlaceLine, details) }
    details["column"] = column
    guard let address = place.address else { return words(.findingPlaceColumn, details) }
    details["address"] = address
    return words(.findingPlaceCell, details)
  }
}
