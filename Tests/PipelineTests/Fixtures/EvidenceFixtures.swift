import Model
import SampleSupport

private let plan = "1.1.2;58/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;"
private let planFile = "ke-hoach-kiem-tra-giam-sat.pdf"

private func ledger(_ old: String, _ new: String) -> WorkspaceEdit {
  .replace(baRiaLedger, old, with: new)
}

/// The plan's row with other cells.
private func planned(_ new: String) -> WorkspaceEdit { ledger(plan, new) }

/// A further document of indicator 1.1.2.
private func added(_ row: String) -> WorkspaceEdit { .append(baRiaLedger, row + "\r\n") }

/// Family E: the evidence ledger.
let evidenceFixtures: [Fixture] = [
  Fixture(
    .noDocument,
    [ledger("3.2.3;142/BC-NV;18/10/2022;Phòng Nội vụ;", "3.2.2;142/BC;\(dayAndOffice)")],
    twin: [ledger("3.2.3;142/BC-NV;", "3.2.3;142/BC;")]),
  Fixture(
    .documentNumberMissing, [planned("1.1.2;;14/03/2022;UBND thành phố Bà Rịa;")],
    twin: [planned("1.1.2;58;14/03/2022;UBND thành phố Bà Rịa;")]),
  Fixture(
    .documentDateMissing, [planned("1.1.2;58/KH-UBND;;UBND thành phố Bà Rịa;")],
    twin: [planned("1.1.2;58/KH-UBND;2022-03-14;UBND thành phố Bà Rịa;")]),
  Fixture(
    .documentTooOld, [planned("1.1.2;58/KH-UBND;31/12/2021;UBND thành phố Bà Rịa;")],
    twin: [planned("1.1.2;58/KH-UBND;01/01/2022;UBND thành phố Bà Rịa;")]),
  Fixture(
    .documentInFuture, [planned("1.1.2;58/KH-UBND;26/11/2022;UBND thành phố Bà Rịa;")],
    twin: [planned("1.1.2;58/KH-UBND;25/11/2022;UBND thành phố Bà Rịa;")]),
  Fixture(
    .issuerMissing, [planned("1.1.2;58/KH-UBND;14/03/2022;;")],
    twin: [planned("1.1.2;58/KH-UBND;14/03/2022;UBND;")]),
  Fixture(
    .issuerNotAccepted, [planned("1.1.2;58/KH-UBND;14/03/2022;UBND huyện Long Điền;")],
    twin: [planned("1.1.2;58/KH-UBND;14/03/2022;uy ban nhan dan TP. Bà Rịa;")]),
  Fixture(
    .documentFileAbsent, [added("1.1.2;59/KH-UBND;15/03/2022;UBND thành phố Bà Rịa;Bản hai;a.pdf")],
    twin: [added("1.1.2;59/KH-UBND;15/03/2022;UBND thành phố Bà Rịa;Bản hai;")]),
  Fixture(
    .documentFileEmpty, [.text("\(baRia)/minh-chung/\(planFile)", "")]),
  Fixture(
    .documentFileOutside,
    [added("1.1.2;59/KH-UBND;15/03/2022;UBND thành phố Bà Rịa;Bản hai;../so-lieu.csv")],
    twin: [ledger(planFile, "./\(planFile)")]),
  Fixture(
    .documentFileNameVaries, [ledger(planFile, planFile.uppercased())],
    twin: [ledger(planFile, "./\(planFile)")]),
  Fixture(
    .documentTooWidelyUsed,
    ["1.1.1", "1.2.1", "1.2.2", "1.2.3", "2.1.1", "2.1.2"].map {
      added("\($0);58/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;")
    }, twin: [added("1.1.1;58/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;")]),
  Fixture(
    .documentFileTypeDiffers,
    [.text("\(baRia)/minh-chung/\(planFile)", "PK\u{3}\u{4}\u{14}\0word/document.xml")],
    twin: [.text("\(baRia)/minh-chung/\(planFile)", "%PDF-1.4\n%%EOF\n")]),
  Fixture(
    .documentTwice, [added("1.1.2;58/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;")],
    twin: [added("1.1.2;58a/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;")]),
  Fixture(
    .documentFileRepeated,
    [added("1.1.2;58a/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;\(planFile)")],
    twin: [added("1.1.1;58/KH-UBND;14/03/2022;UBND thành phố Bà Rịa;Kế hoạch;\(planFile)")]),
]

/// What an office accepted for indicator 3.2.2 would have written.
private let dayAndOffice = "18/10/2022;Phòng Giáo dục và Đào tạo;"

/// Families R, D and W: the rulebook, deadlines, waivers.
let ruleFixtures: [Fixture] = [
  Fixture(
    .criterionUnattainable,
    [.replace(baRiaFigures, "3.1.1;;;;;;2,41;0,88;", with: "3.1.1;;;;;;1,49;0,10;")],
    twin: [.replace(baRiaFigures, "3.1.1;;;;;;2,41;0,88;", with: "3.1.1;;;;;;1,50;0,10;")]),
  Fixture(
    .rulebookNotInForce,
    [
      .replace(
        "templates/rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml", "from: 2022-02-08, to: 2024",
        with: "from: 2023-01-01, to: 2024")
    ],
    twin: [
      .replace(
        "templates/rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml", "from: 2022-02-08, to: 2024",
        with: "from: 2022-12-31, to: 2024")
    ]),
  Fixture(
    .reportDueSoon, [due("2022-12-09")], twin: [due("2022-11-25")], upon: [open]),
  Fixture(
    .reportOverdue, [due("2022-11-24")], twin: [due("2022-11-24")], upon: [open]),
  Fixture(
    .waiverExpired, [waiver("V115;3.2.3;chờ số liệu;An;Bình;24/11/2022")]),
  Fixture(
    .waiverSelfApproved, [waiver("V115;3.2.3;chờ số liệu;An;an;31/12/2022")]),
  Fixture(.waiverWithoutFinding, [waiver("V115;3.2.3;chờ số liệu;An;Bình;31/12/2022")]),
  Fixture(.waiverOfUnknownCode, [waiver("Z999;3.2.3;chờ số liệu;An;Bình;31/12/2022")]),
]

private func due(_ day: String) -> WorkspaceEdit {
  .replace("programme.yaml", "lastDay: 2022-12-29", with: "lastDay: \(day)")
}

private let open = WorkspaceEdit.replace(
  baRiaFigures, "3.2.3;;;42;68;;;;;;", with: "3.2.3;;;;68;;;;;;")

private func waiver(_ row: String) -> WorkspaceEdit {
  .text(
    "\(baRia)/mien-tru.csv",
    "Mã phát hiện;Chỉ báo;Lý do;Người đề nghị;Người duyệt;Đến ngày\n\(row)\n")
}
