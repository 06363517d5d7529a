import Model
import SampleSupport

/// Rosters of persons, from which the sample counts an indicator here.
let personFixtures: [Fixture] = [
  Fixture(.personsUnread, roster("không có tiêu đề\n"), twin: roster(sound)),
  Fixture(
    .personColumnsUnused,
    roster(
      sound.replacing(",Năm sinh,", with: ",Năm sinh,Ghi chú,")
        .replacing(",1980,", with: ",1980,,")),
    twin: roster(sound.replacing(",Năm sinh,", with: ",birth_year,"))),
  Fixture(
    .personRowsRefused, roster(sound + "26548,1895,gia-dinh,,,,,\n"), twin: roster(sound + "\n")),
  Fixture(
    .personsOfOtherUnit, roster(sound + "26590,1980,gia-dinh,,,,,\n"),
    twin: roster(sound.replacing("gia-dinh", with: "dong-ho"))),
  Fixture(
    .communeWithoutPersons, roster(sound.replacing("26572,", with: "26569,")), twin: roster(sound)),
  Fixture(.personsRepeated, roster(identified("2")), twin: roster(identified("3"))),
  Fixture(
    .titleUnrecognised, roster(ending("26572,1980,gia-dinh,có,,,,")),
    twin: roster(ending("26572,1980,gia-dinh,có,,,recognised,01/05/2022"))),
  Fixture(
    .recognisedUndated, roster(ending("26572,1980,gia-dinh,có,,,công nhận,")),
    twin: roster(ending("26572,1980,gia-dinh,có,,,công nhận,2022-05-01"))),
  Fixture(
    .recognisedTooEarly, roster(ending("26572,1980,gia-dinh,có,,,công nhận,31/12/2021")),
    twin: roster(ending("26572,1980,gia-dinh,có,,,công nhận,01/01/2022"))),
  Fixture(
    .recognisedTooLate, roster(ending("26572,1980,gia-dinh,có,,,công nhận,26/11/2022")),
    twin: roster(ending("26572,1980,gia-dinh,có,,,công nhận,25/11/2022"))),
  Fixture(
    .countedWithinDisagrees, [.replace(tamKyFigures, ";22.603;34.198;", with: ";22.603;34.199;")],
    twin: [.replace(tamKyFigures, ";22.603;34.198;", with: ";22.604;34.198;")], in: .targets),
  Fixture(
    .wholeDisagreesWithGroups, [.append(tamKyFigures, "T2;;;41.276;89.305;;;;;;\r\n")],
    twin: [.append(tamKyFigures, "T2;;;41.275;89.305;;;;;;\r\n")], in: .targets),
  Fixture(
    .countedOfDisagrees, [.replace(tamKyFigures, ";34.198;44.739;", with: ";34.198;44.740;")],
    twin: [.replace(tamKyFigures, ";34.198;44.739;", with: ";34.198;44.738;")], in: .targets),
  Fixture(
    .figureNotReported, [.append(financeFigures, "T3;can-bo-xa;;1;2;;;;;;\r\n")],
    twin: [.replace(financeFigures, "can-bo-tinh", with: "Đơn vị học tập cấp tỉnh")], in: .sums),
  Fixture(
    .figureBesideOffices,
    [.text("\(citizenProvince)/so-lieu.csv", "Chỉ báo;Số đạt;Tổng số\nT4;61;69\n")],
    twin: [.text("\(citizenProvince)/so-lieu.csv", "Chỉ báo;Số đạt;Tổng số\nT4;;\n")], in: .sums),
  Fixture(
    .officeNotCounted,
    [
      .text(
        "\(citizenProvince)/so-tai-chinh-copy/so-lieu.csv", "Chỉ báo;Số đạt;Tổng số\nT4;61;69\n")
    ], in: .sums),
  Fixture(
    .personsOfOtherGroups, [.text(financeCounts, countedFinance + "20656,can-bo-xa,2,1,1,1,1\n")],
    twin: [.text(financeCounts, countedFinance)], in: .sums),
  Fixture(.personCountsExceed, counts(skilled: 43), twin: counts(skilled: 42)),
]

private let tamKyFigures = "2024/502-tam-ky/so-lieu.csv"

private let citizenProvince = "2024/49-quang-nam"
private let financeFigures = "\(citizenProvince)/so-tai-chinh/so-lieu.csv"
private let financeCounts = "\(citizenProvince)/so-tai-chinh/dem-cong-dan.csv"

/// What the office has typed.
private let countedFinance =
  "commune,group,n,learning_citizen,digital_skill,proficient,recognised\n"
  + "20656,can-bo-tinh,98,69,61,45,69\n"

private let communes = [
  "26548", "26551", "26554", "26557", "26558", "26560", "26563", "26566", "26567", "26569",
]

/// An indicator of the sample whose figure of 42 out of 68 is counted in a roster.
private let counted = WorkspaceEdit.replace(
  "templates/rulebooks/25-kh-ubnd-ba-ria-vung-tau-2022.yaml",
  """
  counted: "cấp ủy, cấp lãnh đạo"
                  guidance: "Báo cáo/thống kê của Phòng Nội vụ"
                  issuers: [phong-noi-vu]
  """,
  with: """
    counted: "cấp ủy, cấp lãnh đạo"
                    source: {roster: citizens, test: learning_citizen}
                    guidance: "Báo cáo/thống kê của Phòng Nội vụ"
                    issuers: [phong-noi-vu]
    """)

private func roster(_ text: String) -> [WorkspaceEdit] {
  [counted, .text("\(baRia)/cong-dan.csv", text)]
}

private let sound = ending("26572,1980,gia-dinh,có,,,công nhận,01/05/2022")

/// 68 persons, 42 of them with the title; nobody else is of the last one's commune.
private func ending(_ last: String) -> String {
  let rows = (0..<67).map { index in
    let title = index < 41 ? "có,,,công nhận,01/05/2022" : "không,,,,"
    return "\(communes[index % communes.count]),1980,gia-dinh,\(title)"
  }
  let heading = "Mã xã,Năm sinh,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo,Trạng thái,Ngày công nhận"
  return ([heading] + rows + [last]).map { $0 + "\n" }.joined()
}

/// The same with an id for the last two persons.
private func identified(_ last: String) -> String {
  var lines = sound.split(separator: "\n").map { "\($0)," }
  lines[0] += "Mã định danh"
  lines[lines.count - 2] += "2"
  lines[lines.count - 1] += last
  return lines.map { $0 + "\n" }.joined()
}

private func counts(skilled: Int) -> [WorkspaceEdit] {
  let heading = "commune,group,n,learning_citizen,digital_skill,proficient,recognised"
  let rows = (communes + ["26572"]).map { commune in
    commune == "26572" ? "26572,gia-dinh,58,42,\(skilled),0,0" : "\(commune),gia-dinh,1,0,0,0,0"
  }
  return [
    counted,
    .text("\(baRia)/dem-cong-dan.csv", ([heading] + rows).map { $0 + "\n" }.joined()),
  ]
}
