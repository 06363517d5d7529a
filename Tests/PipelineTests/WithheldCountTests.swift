import Audit
import Model
import Pipeline
import Reporting
import SampleSupport
import Testing

/// Counts of few people, from the files that hold them to every paper that must not tell them.
@Suite("Withheld counts") struct WithheldCountTests {
  /// Few people, each beside a number that stands nowhere else: of a group, of offices, of an
  /// indicator that cannot be used, of one that is not whole, and of an earlier year.
  private static let edits: [WorkspaceEdit] = [
    row("2024/504-tay-giang", "T3;can-bo-xa;;255;660", "T3;can-bo-xa;;3;7.919"),
    row("2024/49-quang-nam/so-noi-vu", "T3;can-bo-tinh;;103;141", "T3;can-bo-tinh;;4;8.087"),
    row("2024/49-quang-nam/so-noi-vu", "T4;;;89;103", "T4;;;1;4"),
    row("2024/49-quang-nam/so-noi-vu", "T5;;;63;89", "T5;;;1;1"),
    row("2024/512-hiep-duc", "T2;gia-dinh;;6.134;19.381", "T2;gia-dinh;;3;29.387"),
    row("2024/512-hiep-duc", "T2;dong-ho;;1.216;", "T2;dong-ho;;0;"),
    row("2024/512-hiep-duc", "T2;cong-dong;;1.312;", "T2;cong-dong;;0;"),
    row("2024/505-dong-giang", "T4;;;2.863;5.188", "T4;;;3;5.197"),
    row("2024/505-dong-giang", "T5;;;1.319;2.863", "T5;;;1;9.337"),
    row("2024/514-tien-phuoc", "T3;can-bo-xa;;678;1.188", "T3;can-bo-xa;;2;9.461"),
    row("2024/514-tien-phuoc", "T3;can-bo-huyen;;1.162;2.035", "T3;can-bo-huyen;;;2.035"),
    row("2023/509-que-son", "T4;;;10.128;16.990", "T4;;;3;16.990"),
    row("2023/509-que-son", "T5;;;5.153;10.128", "T5;;;1;3"),
  ]

  /// The same where nothing is withheld, to show that the numbers would be found.
  private static let open =
    edits + [.replace("programme.yaml", #"smallCell: "5""#, with: #"smallCell: "0""#)]

  /// The last is the share of the earlier year.
  private static let secrets = ["7919", "8087", "29387", "5197", "9337", "9461", "0,02%"]

  private static func row(_ folder: String, _ old: String, _ new: String) -> WorkspaceEdit {
    .replace("\(folder)/so-lieu.csv", old, with: new)
  }

  private static func files(_ request: RunRequest) throws -> [WorkspaceFile] {
    try outputs(judge(request), with: reportTemplates(request), of: request).map {
      WorkspaceFile(path: $0.path, bytes: $0.bytes)
    }
  }

  private static let request = Result { try SampleRequest.citizens().edited(edits) }
  private static let written = Result { try files(request.get()) }

  /// Where a number is told as documents for people or machines write it.
  private func places(of secret: String, in files: [WorkspaceFile]) -> [String] {
    let dotted = secret.dropLast(3) + "." + secret.suffix(3)
    let forms = secret.hasSuffix("%") ? [secret] : [String(dotted), ": \(secret)", ":\(secret)"]
    return files.filter { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return ![".xlsx", "manifest.json"].contains { file.path.hasSuffix($0) }
        && forms.contains { text.contains($0) }
    }.map(\.path)
  }

  @Test("tells none of them in any page, text, table or result") func papers() throws {
    let files = try Self.written.get()
    for secret in Self.secrets {
      #expect(places(of: secret, in: files).isEmpty, "\(secret)")
    }
  }

  @Test("tells them all where the programme withholds nothing") func open() throws {
    let files = try Self.files(SampleRequest.citizens().edited(Self.open))
    for secret in Self.secrets {
      #expect(!places(of: secret, in: files).isEmpty, "\(secret)")
    }
  }

  @Test("tells none of them in a workbook, nor reckons with any") func workbooks() throws {
    let open = try numbers(inWorkbooksOf: judge(SampleRequest.citizens().edited(Self.open)))
    let told = try numbers(inWorkbooksOf: judge(Self.request.get()))
    let secrets = Set(Self.secrets)
    #expect(open.isSuperset(of: ["7919", "8087", "29387", "9337"]))
    #expect(told.isDisjoint(with: secrets), "\(told.intersection(secrets))")
  }

  private func numbers(inWorkbooksOf judged: Judged) -> Set<String> {
    (judged.record.units + judged.record.offices).reduce(into: []) { numbers, unit in
      let report = judged.composer.report(.annual, of: unit)
      let text = "\(judged.composer.workbook(of: unit, as: report))".replacing(".", with: "")
      numbers.formUnion(text.split { !$0.isNumber && !$0.isLetter }.map(String.init))
    }
  }

  @Test("says in every paper what the result says") func agreement() throws {
    let audit = try verify(Self.written.get(), templates: SampleRequest.make().templates)
    #expect(audit.discrepancies.isEmpty, "\(audit.discrepancies)")
  }

  @Test(
    "withholds an office's total, and what a finding quotes of it, just under the limit alone",
    arguments: [(4, true), (5, false)])
  func limit(part: Int, isWithheld: Bool) throws {
    let judged = try judge(
      SampleRequest.citizens().edited([
        Self.row("2024/49-quang-nam/so-noi-vu", "can-bo-tinh;;103;141", "can-bo-tinh;;\(part);141")
      ]))
    let office = try #require(
      judged.record.offices.first { $0.unit.office == OfficeID("so-noi-vu") })
    let indicator = try #require(office.assessment.indicator(IndicatorID("T3")))
    #expect(indicator.isWithheld == isWithheld)
    #expect(indicator.numerator == (isWithheld ? nil : part))
    #expect((indicator.progress?.trend.pace == nil) == isWithheld)
    let finding = try #require(
      judged.record.province.findings.first {
        $0.finding.code == .unusualChange && $0.finding.place?.file.contains("so-noi-vu") == true
      })
    #expect(finding.message.contains("…") == isWithheld, "\(finding.message)")
  }
}
