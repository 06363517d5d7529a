import Model
import SampleSupport

/// A changed row of Bà Rịa's figures.
private func figures(_ old: String, _ new: String) -> WorkspaceEdit {
  .replace(baRiaFigures, old, with: new)
}

private let women = "3.2.3;;;42;68;;;;;;"
private let sewage = "3.1.2;nuoc-thai-dan-cu;;;;91,2;"
private let waste = "3.1.2;chat-thai-ran;;38.640;39.125;;"

/// Family V: what stands in a cell.
let valueFixtures: [Fixture] = [
  Fixture(
    .requiredCellEmpty, [feedback("2.1.2;phù hợp;;", ";phù hợp;khó;")],
    twin: [feedback("2.1.2;phù hợp;;", ";;;")]),
  Fixture(.decimalPoint, [figures(sewage, "3.1.2;nuoc-thai-dan-cu;;;;91.2;")]),
  Fixture(
    .tooLarge,
    [.replace(baRiaFunding, "180.000.000;180.000.000", with: "\(nines);180.000.000")],
    twin: [.replace(baRiaFunding, "180.000.000;180.000.000", with: "181.000.000;180.000.000")]),
  Fixture(
    .notWholeNumber, [figures(women, "3.2.3;;;4O;68;;;;;;")],
    twin: [figures(women, "3.2.3;;;40;68;;;;;;")]),
  Fixture(
    .notDecimal, [figures(sewage, "3.1.2;nuoc-thai-dan-cu;;;;chín mươi;")],
    twin: [figures(sewage, "3.1.2;nuoc-thai-dan-cu;;;;90 %;")]),
  Fixture(
    .negative, [figures(women, "3.2.3;;;-42;68;;;;;;")],
    twin: [figures(women, "3.2.3;;;0;68;;;;;;")]),
  Fixture(
    .percentOutOfRange, [figures(sewage, "3.1.2;nuoc-thai-dan-cu;;;;100,1;")],
    twin: [figures(sewage, "3.1.2;nuoc-thai-dan-cu;;;;100;")]),
  Fixture(
    .partAboveWhole, [figures(women, "3.2.3;;;69;68;;;;;;")],
    twin: [figures(women, "3.2.3;;;68;68;;;;;;")]),
  Fixture(
    .notYesNo, [figures("1.1.1;;Có;", "1.1.1;;chắc có;")],
    twin: [figures("1.1.1;;Có;", "1.1.1;;không đạt;")]),
  Fixture(
    .notDate, [.replace(baRiaLedger, "08/07/2022", with: "31/06/2022")],
    twin: [.replace(baRiaLedger, "08/07/2022", with: "30/6/2022")]),
  Fixture(
    .notInList, [feedback("2.1.2;rất phù hợp;;")], twin: [feedback("2.1.2;KHONG PHU HOP;;")]),
  Fixture(.wholeZero, [figures(women, "3.2.3;;;0;0;;;;;;")]),
  Fixture(
    .notYear, [figures(women, "3.2.3;;;42;68;;;;22;;")],
    twin: [figures(women, "3.2.3;;;42;68;;;;2022;;")]),
  Fixture(
    .otherReferenceYear, [figures(women, "3.2.3;;;42;68;;;;2021;;")],
    twin: [figures(women, "3.2.3;;;42;68;;;;2022;;")]),
  Fixture(
    .preliminaryFigure, [figures(women, "3.2.3;;;42;68;;;;;sơ bộ;")],
    twin: [figures(women, "3.2.3;;;42;68;;;;;chính thức;")]),
  Fixture(.spreadsheetError, [figures(women, "3.2.3;;;#REF!;68;;;;;;")]),
  Fixture(.formulaText, [figures(women, "3.2.3;;;=D3+D4;68;;;;;;")]),
  Fixture(
    .unusedCell, [figures(women, "3.2.3;;;42;68;;;5;;;")],
    twin: [figures(women, "3.2.3;;;42;68;61,8;;;;;")]),
  Fixture(
    .oneCountBesidePercentage, [figures(women, "3.2.3;;;;42;68;;;;;")],
    twin: [figures(women, "3.2.3;;;42;68;;;;;;")]),
  Fixture(
    .amountTooSmall, [.append(baRiaFunding, "xã hội hóa;Quà;180;0;0;\r\n")],
    twin: [.append(baRiaFunding, "xã hội hóa;Quà;1.000.000;0;0;\r\n")]),
  Fixture(
    .amountsInOtherUnit,
    [.replace(baRiaFunding, "Đơn vị tính: đồng", with: "Đơn vị tính: triệu đồng")],
    // A line above the headings is noted, whatever it says.
    upon: [
      .replace(baRiaFunding, "Nguồn kinh phí", with: "Đơn vị tính: đồng;;;;;\r\nNguồn kinh phí")
    ]),
  Fixture(
    .fundingTotalDisagrees, [.replace(baRiaFunding, ";390.000.000;", with: ";400.000.000;")],
    // A typed total is noted, whatever it says.
    upon: [.append(baRiaFunding, "Tổng cộng;;390.000.000;370.000.000;350.300.000;\r\n")]),
  Fixture(
    .notWholeAmount, [.append(baRiaFunding, "xã hội hóa;Quà;0;0;180 triệu;\r\n")],
    twin: [.append(baRiaFunding, "xã hội hóa;Quà;0;0;0;\r\n")]),
  Fixture(
    .amountMissing, [.append(baRiaFunding, "xã hội hóa;Quà;2.000.000;;0;\r\n")],
    twin: [.append(baRiaFunding, "xã hội hóa;Quà;2.000.000;0;0;\r\n")]),
  Fixture(
    .percentageLikeFraction, [figures(women, "3.2.3;;;;;0,618;;;;;")],
    twin: [figures(women, "3.2.3;;;;;61,8;;;;;")]),
]

private let nines = "99.999.999.999.999.999"

/// Families K and X: keys, units, and what does not agree.
let keyFixtures: [Fixture] = [
  Fixture(
    .unknownUnit, [.text("2022/753-dat-do/so-lieu.csv", "x")],
    twin: [.text("2022/.753-dat-do/so-lieu.csv", "x")]),
  Fixture(.unknownIndicator, [feedback("9.9.9;phù hợp;;")], twin: [feedback("3.2.3;phù hợp;;")]),
  Fixture(.indicatorOfOtherTier, [feedback("3.2.4;phù hợp;;")]),
  Fixture(
    .rowTwice, [.append(baRiaFigures, "3.2.3;;;42;68;;;;;;\r\n")],
    twin: [.append(baRiaFigures, ";;;;;;;;;;\r\n")]),
  Fixture(.unknownComponent, [.append(baRiaFigures, "3.1.2;khi-thai;;1;2;;;;;;\r\n")]),
  Fixture(
    .componentMissing, [figures(waste, "3.1.2;;;38.640;39.125;;")],
    twin: [figures(waste, "3.1.2;CHAT THAI RAN;;38.640;39.125;;")]),
  Fixture(
    .indicatorMissing, [figures(women, "3.2.3;;;;68;;;;;;")],
    twin: [figures(women, "3.2.3;;;;;61,8;;;;;")]),
  Fixture(.unknownCommune, [.append(baRiaCommunes, "99999;Xã Mới;Khá;có\r\n")]),
  Fixture(
    .communeTwice, [.append(baRiaCommunes, "26572;Xã Hòa Long;Khá;có\r\n")],
    twin: [.append(baRiaCommunes, ";;;\r\n")]),
  Fixture(
    .nameDisagrees, [.replace(baRiaCommunes, "Phường Phước Hưng", with: "Phường Phước Hải")],
    twin: [.replace(baRiaCommunes, "Phường Phước Hưng", with: "P. phuoc hung")]),
  Fixture(
    .wordingDisagrees,
    [feedback("2.1.2;\(wifiWording);phù hợp", heading: "Chỉ báo;Nội dung chỉ báo;Mức độ phù hợp")],
    twin: [
      feedback("2.2.4;\(wifiWording);phù hợp", heading: "Chỉ báo;Nội dung chỉ báo;Mức độ phù hợp")
    ]),
  Fixture(.communeMissing, [.replace(baRiaCommunes, "26572;Xã Hòa Long;Khá;có\r\n", with: "")]),
  Fixture(
    .bodyTwice, [.append(baRiaCentres, "\(centre),có\n"), twoCentres],
    twin: [.append(baRiaCentres, "\(centre) 2,có\n"), twoCentres]),
  Fixture(
    .unknownOffice, [.text("\(baRia)/phong-la/gop-y.csv", "Chỉ báo;Vướng mắc\n2.1.2;khó\n")],
    twin: [.text("\(baRia)/phong-noi-vu/gop-y.csv", "Chỉ báo;Vướng mắc\n2.1.2;khó\n")]),
  Fixture(
    .unitNotInForce,
    [
      .append("units.csv", "26570,Xã Cũ,commune,748,,31/12/2021\n"),
      .append(baRiaCommunes, "26570;Xã Cũ;Khá;có\r\n"),
    ], twin: [.append("units.csv", "26570,Xã Cũ,commune,748,,31/12/2021\n")]),
  Fixture(
    .bodyWithoutAnswers, [.append(baRiaCentres, "Nguyễn Văn A,\n"), twoCentres],
    twin: [.append(baRiaCentres, "Trung tâm B,có\n"), twoCentres]),
  Fixture(
    .fundingRowTwice,
    ["Quà;5.000.000", "Quà;5.000.000"].map {
      .append(baRiaFunding, "xã hội hóa;\($0);0;0;\r\n")
    },
    twin: ["Quà;5.000.000", "Cờ;5.000.000"].map {
      .append(baRiaFunding, "xã hội hóa;\($0);0;0;\r\n")
    }),
  Fixture(
    .severalIndicators, [feedback("2.1.1, 2.1.2;phù hợp;;")],
    twin: [feedback("2.1.1;phù hợp;;", "2.1.2;phù hợp;;")]),
  Fixture(.indicatorMistyped, [feedback("2.1.l;phù hợp;;")], twin: [feedback("2.1.1;phù hợp;;")]),
  Fixture(
    .figureUnderOtherHeading,
    [.replace(scienceFigures, "Năm trước,Năm nay", with: "Năm trước,Năm 2022")],
    twin: [.replace(scienceFigures, "Năm trước,Năm nay", with: "previous,current")]),
  Fixture(
    .rosterGivesNoFigure,
    [.text(baRiaCentres, "Tên;Học liệu mở\n\(centre);\n")],
    twin: [.text(baRiaCentres, "Tên;Học liệu mở\n\(centre);có\n")]),
  Fixture(.rosterDisagrees, [figures("2.1.1;;;33;36;", "2.1.1;;;32;36;")]),
  Fixture(.officesDisagree, [.replace(ministryFigures, "2.2.4;;;7;8;", with: "2.2.4;;;6;8;")]),
  Fixture(
    .percentDisagrees, [figures(waste, "3.1.2;chat-thai-ran;;38.640;39.125;98,77;")],
    twin: [figures(waste, "3.1.2;chat-thai-ran;;38.640;39.125;98,76;")]),
  Fixture(
    .computedDisagrees, [.append(ministryFigures, "2.1.2;;;3;4;;;;;;\r\n")],
    twin: [.append(ministryFigures, "\r\n")]),
  Fixture(
    .wholeDisagreesWithRegister,
    [
      .remove("\(provinceFolder)/so-thong-tin-va-truyen-thong/so-lieu.csv"),
      .replace(ministryFigures, "2.2.4;;;7;8;", with: "2.2.4;;;7;9;"),
    ], twin: [.remove("\(provinceFolder)/so-thong-tin-va-truyen-thong/so-lieu.csv")]),
  Fixture(
    .previousDisagrees, [lastYear("3.1.1;;;;;;4,00;2,60;;;")],
    twin: [lastYear("3.1.1;;;;;;4,00;2,41;;;")]),
  Fixture(
    .unusualChange, [lastYear("3.2.3;;;10;68;;;;;;")], twin: [lastYear("3.2.3;;;41;68;;;;;;")]),
  Fixture(
    .earlierUnread, [.text("2021/748-ba-ria/so-lieu.csv", "")],
    twin: [lastYear("3.2.3;;;41;68;;;;;;")]),
  Fixture(
    .ratesFarApart,
    [figures("3.1.1;;;;;;2,41;0,88;", "3.1.1;;;;;;20,89;0,88;")],
    twin: [figures("3.1.1;;;;;;2,41;0,88;", "3.1.1;;;;;;20,88;0,88;")]),
  Fixture(
    .belowSumOfChildren,
    [.replace(ministryFigures, "3.2.3;;;62;241.350;", with: "3.2.3;;;6;52.174;")],
    twin: [.replace(ministryFigures, "3.2.3;;;62;241.350;", with: "3.2.3;;;15;52.175;")]),
  Fixture(
    .fundingDisagrees, [.replace(baRiaFunding, "164.500.000", with: "180.000.001")],
    twin: [.replace(baRiaFunding, "164.500.000", with: "180.000.000")]),
  Fixture(
    .rosterUncontrolled, [figures(centreTotal, "")],
    twin: [figures(centreTotal, "2.2.3;;;1;1;100;;;;;\r\n")]),
]

private let centreTotal = "2.2.3;;;;1;;;;;;Số liệu minh họa\r\n"
private let twoCentres = figures("2.2.3;;;;1;", "2.2.3;;;;2;")
private let baRiaCentres = "\(baRia)/trung-tam.csv"
private let centre = "Trung tâm Giáo dục thường xuyên tỉnh Bà Rịa - Vũng Tàu"
private let ministryFigures = "\(provinceFolder)/so-giao-duc-va-dao-tao/so-lieu.csv"

/// Bà Rịa's figures of the year before.
private func lastYear(_ row: String) -> WorkspaceEdit {
  .text(
    "2021/748-ba-ria/so-lieu.csv",
    "Chỉ báo;Thành phần;Đạt;Số đạt;Tổng số;Tỷ lệ (%);Năm trước;Năm nay;Năm số liệu;Tình trạng;"
      + "Ghi chú\n\(row)\n")
}

private let wifiWording =
  "Tối thiểu 70% số xã/phường/thị trấn thuộc huyện được phủ sóng wifi miễn phí"
