import Model
import Pipeline
import SampleSupport
import Testing

/// The first three stages, over a workspace held in memory.
@Suite("Judging") struct JudgeTests {
  @Test("gives the same whatever the order of the files") func order() throws {
    let straight = try SampleRequest.judged()
    let backward = try judge(SampleRequest.make { $0.reversed() })
    #expect(straight.record == backward.record)
    #expect(straight.record.units.map(\.unit.code.rawValue) == ["748", "754", "752", "750", "77"])
  }

  @Test("takes no notice of what systems and editors leave behind") func hidden() throws {
    let folder = "2022/748-ba-ria/"
    let judged = try judge(
      SampleRequest.make { files in
        files
          + [".DS_Store", "~$so-lieu.csv", "Thumbs.db", ".git/config"].map {
            WorkspaceFile(path: folder + $0, bytes: [1, 2, 3])
          } + [WorkspaceFile(path: "2022/.DS_Store", bytes: [1])]
      })
    #expect(try judged.record == SampleRequest.judged().record)
  }

  @Test("names a file beside the units' folders, and a folder of no unit") func strangers() throws {
    let judged = try judge(
      SampleRequest.make { files in
        files + [
          WorkspaceFile(path: "2022/ghi-chu.txt", bytes: [65]),
          WorkspaceFile(path: "2022/753-dat-do/so-lieu.csv", bytes: [65]),
        ]
      })
    let found = judged.record.workspaceFindings.map(\.finding)
    #expect(found.map(\.code) == [.unknownUnit, .unknownFile])
    #expect(found.map(\.place?.file) == ["2022/753-dat-do", "2022/ghi-chu.txt"])
  }

  @Test("of one unit finds what judging all finds of it", arguments: ["748", "752", "77"])
  func unit(code: String) throws {
    let whole = try SampleRequest.judged()
    let one = try judge(SampleRequest.make(units: [code]))
    #expect(one.record == whole.record)
    #expect(one.chosen.map(\.unit.code.rawValue) == [code])
    #expect(one.findings == one.chosen.flatMap(\.findings))
  }

  @Test("words messages in the language asked for, and reports in Vietnamese") func languages()
    throws
  {
    let vietnamese = try SampleRequest.judged()
    let english = try judge(SampleRequest.make(language: "en"))
    #expect(english.record == vietnamese.record)
    #expect(vietnamese.messages == vietnamese.findings)
    #expect(english.messages.map(\.finding) == english.findings.map(\.finding))
    for (message, finding) in zip(english.messages, english.findings) {
      #expect(message.message != finding.message)
    }
  }

  @Test("leaves every indicator without data of a unit that has no folder") func nothing() throws {
    let judged = try judge(SampleRequest.make { $0.filter { !$0.path.hasPrefix("2022/") } })
    for unit in judged.record.units {
      #expect(unit.assessment.outcome == .pending && unit.assessment.level == 0)
      #expect(unit.assessment.indicators.allSatisfy { $0.status == .noData })
      #expect(unit.findings.count { $0.finding.code == .unitFolderMissing } == 1)
    }
    #expect(!judged.hasErrors)
  }
}
