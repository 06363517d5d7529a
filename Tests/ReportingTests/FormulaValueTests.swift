import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// Every formula of a workbook gives the value that the evaluation stage found.
@Suite("A workbook's formulas") struct FormulaValueTests {
  @Test("give the stored values for the sample") func sample() throws {
    try check(SampleRequest.judged(), "sample")
  }

  @Test("give the stored values for two hundred random workspaces of five units", arguments: 0..<2)
  func random(batch: Int) throws {
    var levels: [Int: Int] = [:]
    var statuses: [IndicatorStatus: Int] = [:]
    for number in (batch * 100)..<(batch * 100 + 100) {
      let judged = try RandomWorkspace.judged(number)
      try check(judged, "workspace \(number)")
      for unit in judged.record.units {
        levels[unit.assessment.level, default: 0] += 1
        for indicator in unit.assessment.indicators {
          statuses[indicator.status, default: 0] += 1
        }
      }
    }
    // So that the workspaces do not drift to where nothing is decided.
    #expect((1...3).reduce(0) { $0 + levels[$1, default: 0] } > 20, "\(levels)")
    #expect(statuses.count == IndicatorStatus.allCases.count, "\(statuses)")
  }

  private func check(_ judged: Judged, _ name: String) throws {
    for workbook in Documents(judged).workbooks {
      var spreadsheet = Spreadsheet(workbook)
      let differences = spreadsheet.differences()
      #expect(differences == [], "\(name), \(workbook.title)")
    }
  }
}
