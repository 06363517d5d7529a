import Model
import SampleSupport

/// Families F and C: folders, files, tables.
let fileFixtures: [Fixture] = [
  Fixture(.unitFolderMissing, [.remove("2022/752-long-dien")]),
  Fixture(
    .unitWithoutFigures,
    ["so-lieu", "co-quan", "xa-phuong", "trung-tam"].map {
      .remove("2022/752-long-dien/\($0).csv")
    }, twin: [.remove("2022/752-long-dien/gop-y.csv")]),
  Fixture(.fileEmpty, [.text(baRiaFeedback, " \r\n")], twin: [feedback("2.1.2;phù hợp;;")]),
  Fixture(
    .notText, [.write(baRiaFeedback, Array("PK\u{3}\u{4}\u{14}\0\u{6}\0xl/workbook".utf8))]),
  Fixture(
    .encodingNotSupported,
    [.write(baRiaFeedback, latin1("Ch\u{D8} b\u{B8}o;M\u{F8}c ®é phï hîp\n2.1.2;phï hîp\n"))],
    twin: [feedback("2.1.2;phù hợp;đủ;đủ")]),
  Fixture(
    .unknownFile, [.text("\(baRia)/ghi-chu.txt", "x")],
    twin: [.text("\(baRia)/~$so-lieu.csv", "x")]),
  Fixture(
    .officeSilent, [.remove(scienceFigures)],
    // What a silent office owes is missing: here it is even before.
    upon: [.replace(scienceFigures, "3.1.3,chuyen-giao,4,6\n", with: "")]),
  Fixture(.controlCharacter, [feedback("2.1.2;phù hợp;a\u{1}b;")]),
  Fixture(
    .unitFolderTwice, [.text("2022/748-khac/ghi-chu.md", "x")],
    twin: [.text("2022/.748-khac/ghi-chu.md", "x")]),
  Fixture(
    .textDecomposed, [feedback("2.1.2;phu\u{300} hợp;Hoa\u{300} Bi\u{300}nh;")],
    twin: [feedback("2.1.2;phù hợp;Hoà Bình;")]),
  Fixture(
    .sheetNotFound, [.remove(baRiaFeedback), .workbook("khong-tieu-de")],
    twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .workbookUnreadable, [.remove(baRiaFeedback), .workbook("hong")],
    twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .formulaValueTaken, [.remove(baRiaFeedback), .workbook("cong-thuc")],
    twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .tableTwice, [feedback("2.1.2;không phù hợp;;"), .workbook("dung-mau")],
    twin: [feedback("2.1.2;phù hợp;khó;"), .workbook("dung-mau")]),
  Fixture(
    .misnamedForm, [.remove(baRiaFeedback), .text("\(baRia)/Góp ý (1).csv", suitable)],
    twin: [.text(baRiaFeedback, suitable)]),
  Fixture(.linkNotFollowed, [.block(baRiaFeedback, .link)], twin: [feedback("2.1.2;phù hợp;;")]),
  Fixture(
    .textMisread, [feedback("2.1.2;phÃ¹ há»£p;VÅ©ng TÃ u, BÃ  Rá»‹a;")],
    twin: [feedback("2.1.2;phù hợp;Vũng Tàu, Bà Rịa;")]),
  Fixture(
    .lookAlikeLetter, [feedback("2.1.2;phù hợp;Phƣớc Hƣng;")],
    twin: [feedback("2.1.2;phù hợp;Phước Hưng;")]),
  Fixture(
    .textNamedWorkbook, [.remove(baRiaFeedback), .text("\(baRia)/gop-y.xlsx", suitable)],
    twin: [.text(baRiaFeedback, suitable)]),
  Fixture(
    .otherFormatNamedWorkbook,
    [
      .remove(baRiaFeedback),
      .write("\(baRia)/gop-y.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ], twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .proseMissing, [.replace(baRiaProse, "# Khó khăn, vướng mắc\n", with: "# Nguyên nhân\n")],
    twin: [
      .replace(
        baRiaProse, "# Khó khăn, vướng mắc\n", with: "## Phần thứ ba: KHÓ KHĂN, VƯỚNG MẮC\n")
    ]),
  Fixture(
    .proseHeadingNearMiss, [.append(baRiaProse, "\n# Kiến nghị\n\n- Không có.\n")],
    twin: [.append(baRiaProse, "\n## Kiến nghị khác\n\n- Không có.\n")]),
  Fixture(
    .sheetUnread, [.remove(baRiaFeedback), .workbook("hai-bang")],
    twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .sheetHidden, [.remove(baRiaFeedback), .workbook("trang-an")],
    twin: [.remove(baRiaFeedback), .workbook("dung-mau")]),
  Fixture(
    .fileUnreadable, [.block(baRiaFeedback, .unreadable)], twin: [feedback("2.1.2;phù hợp;;")]),
  Fixture(
    .notAFile, [.block("\(baRia)/ong-dan", .special)], twin: [.text("\(baRia)/.ong-dan", "x")]),
  Fixture(
    .nameNotUnicode, [.block("\(baRia)/g\\xf3p-\\xfd.csv", .misnamed)],
    twin: [feedback("2.1.2;phù hợp;;")]),
  Fixture(
    .separatorNotFound, [.text(baRiaFeedback, "Kính gửi Sở Giáo dục và Đào tạo,\n")]),
  Fixture(
    .requiredColumnMissing, [feedback("phù hợp;;", heading: "Mức độ phù hợp;Vướng mắc;Kiến nghị")]),
  Fixture(
    .unknownColumn,
    [feedback("2.1.2;phù hợp;;;An", heading: "Chỉ báo;Mức độ phù hợp;Vướng mắc;Kiến nghị;Lập")],
    twin: [feedback("2.1.2;phù hợp;;", heading: "indicator;SUITABILITY;difficulty;Kien_nghi")]),
  Fixture(
    .columnTwice,
    [feedback("2.1.2;phù hợp;;", heading: "Chỉ báo;Mức độ phù hợp;Kiến nghị;Kiến nghị")]),
  Fixture(
    .unclosedQuote, [feedback("2.1.2;phù hợp;\"khó;", "2.2.4;phù hợp;;")],
    twin: [feedback("2.1.2;phù hợp;\"khó;\n2.2.4\";phù hợp")]),
  Fixture(
    .wrongCellCount, [feedback("2.1.2;phù hợp;khó; nên bỏ;sửa")],
    twin: [feedback("2.1.2;phù hợp;\"khó; nên bỏ\";sửa")]),
  Fixture(
    .strayQuote, [feedback("2.1.2;phù hợp;cụm \"từ\" này;")],
    twin: [feedback("2.1.2;phù hợp;\"cụm \"\"từ\"\" này\";")]),
  Fixture(.noRows, [feedback()], twin: [feedback("2.1.2;phù hợp;;")]),
  Fixture(
    .mixedLineEnds, [feedback("2.1.2;phù hợp;;\r\n2.2.4;phù hợp;;")],
    twin: [feedback("2.1.2;phù hợp;;", lineEnd: "\r\n")]),
  Fixture(
    .titleRows,
    [.text(baRiaFeedback, "Biểu góp ý\nChỉ báo;Mức độ phù hợp;Vướng mắc\n2.1.2;phù hợp;\n")],
    twin: [.text(baRiaFeedback, "sep=;\nChỉ báo;Mức độ phù hợp;Vướng mắc\n2.1.2;phù hợp;\n")]),
  Fixture(.totalRow, [.append("\(baRia)/trung-tam.csv", "Tổng cộng,\n")]),
  Fixture(.footerRow, [.append("\(baRia)/trung-tam.csv", "Người lập biểu,\n")]),
  Fixture(
    .headingBlank,
    [feedback("2.1.2;phù hợp;An;;", heading: "Chỉ báo;Mức độ phù hợp;;Vướng mắc;Kiến nghị")],
    twin: [feedback("2.1.2;phù hợp;;;", heading: "Chỉ báo;Mức độ phù hợp;;Vướng mắc;Kiến nghị")]),
  Fixture(
    .headingNearMiss,
    [feedback("2.1.2;phù hợp;;", heading: "Chỉ báo;Mức độ phù hợp;Vướng mắt;Kiến nghị")],
    twin: [feedback("2.1.2;phù hợp;;", heading: "Chỉ báo;Mức độ phù hợp;vuong mac;Kiến nghị")]),
  Fixture(
    .unknownColumnBesideAbsent,
    [feedback("2.1.2;phù hợp;", heading: "Chỉ báo;Mức độ phù hợp;Ý kiến")],
    twin: [feedback("2.1.2;phù hợp;", heading: "Chỉ báo;Mức độ phù hợp;Kiến nghị")]),
  Fixture(
    .columnsSwapped,
    [
      .replace(
        scienceLedger, "\"Số, ký hiệu\",Ngày ban hành", with: "Ngày ban hành,\"Số, ký hiệu\"")
    ]
      + [
        .append(
          scienceLedger, "3.1.3,234/BC-SKHCN,09/11/2022,Sở Khoa học và Công nghệ,Báo cáo\n")
      ],
    twin: [
      .append(scienceLedger, "3.1.3,234/BC-SKHCN,09/11/2022,Sở Khoa học và Công nghệ,Báo cáo\n")
    ]),
  Fixture(
    .mergedCells, [.remove(baRiaCommunes), .workbook("gop-o", as: "xa-phuong")],
    twin: [.remove(baRiaCommunes), .workbook("xa-phuong", as: "xa-phuong")]),
  Fixture(
    .tableOfOtherForm,
    [.text(baRiaFeedback, "Nguồn kinh phí;Nội dung;Dự toán\nxã hội hóa;Quà;5.000.000\n")],
    twin: [.text(baRiaFunding, "Nguồn kinh phí;Nội dung;Dự toán\nxã hội hóa;Quà;5.000.000\n")]),
  Fixture(
    .ledgerColumnMissing,
    [
      .replace(
        scienceLedger, "Ngày ban hành,Cơ quan ban hành,Trích yếu\n",
        with: "Cơ quan ban hành,Trích yếu\n"),
      .replace(scienceLedger, "08/11/2022,", with: ""),
    ],
    twin: [.replace(scienceLedger, ",08/11/2022,", with: ",8.11.2022,")]),
  Fixture(
    .decimalCommaUnquoted,
    [.replace(scienceFigures, "dang-ky,11,13", with: "dang-ky,11,13,")],
    twin: [.replace(scienceFigures, "dang-ky,11,13", with: "dang-ky,\"11,1\",\"13\"")]),
]

private let scienceLedger = "\(provinceFolder)/so-khoa-hoc-va-cong-nghe/minh-chung.csv"
let scienceFigures = "\(provinceFolder)/so-khoa-hoc-va-cong-nghe/so-lieu.csv"
private let suitable = "Chỉ báo;Mức độ phù hợp;Vướng mắc;Kiến nghị\n2.1.2;phù hợp;;\n"

/// One byte a letter.
private func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

extension WorkspaceEdit {
  /// Puts a stored workbook in the place of one of Bà Rịa's files.
  fileprivate static func workbook(_ name: String, as form: String = "gop-y") -> WorkspaceEdit {
    .write("\(baRia)/\(form).xlsx", FixtureFile.bytes(of: "\(name).xlsx"))
  }
}
