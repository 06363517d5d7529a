import Foundation
import Testing

/// LibreOffice opens every workbook.
@Suite("LibreOffice") struct SpreadsheetTests {
  /// Comma, quotes, UTF-8, as shown, every sheet in a file of its own.
  private static let filter =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

  @Test("opens every workbook and shows the conclusion of the pages", .timeLimit(.minutes(3)))
  func opens() throws {
    try WrittenSample.with { sample in
      let profile = sample.folder.appending(path: "ho-so")
      let books = try SampleUnits.codes.map { code in
        let copy = sample.path("\(code).xlsx")
        try FileManager.default.copyItem(
          atPath: sample.path(SampleUnits.report(of: code) + ".xlsx"), toPath: copy)
        return copy
      }
      _ = try read(
        with: "/usr/bin/soffice",
        [
          "-env:UserInstallation=file://\(profile.path)", "--headless", "--norestore",
          "--convert-to", Self.filter, "--outdir", sample.folder.path,
        ] + books, scratch: sample.folder)
      let pages = try sample.pages(SampleUnits.codes.map { SampleUnits.report(of: $0) + ".html" })
      for code in SampleUnits.codes {
        let cover = try String(
          contentsOfFile: sample.path("\(code)-Bìa.csv"), encoding: .utf8)
        let conclusion = try #require(pages[SampleUnits.report(of: code) + ".html"]?.facts.first)
        #expect(cover.contains(conclusion[1]), "\(code)")
        let results = try String(
          contentsOfFile: sample.path("\(code)-Kết quả.csv"), encoding: .utf8)
        #expect(!results.contains("#REF!") && !results.contains("#NAME?"))
        for indicator in try sample.run.result(of: code).indicators {
          #expect(results.contains("\n\(indicator.id),"), "\(code) \(indicator.id)")
        }
      }
    }
  }
}
