import Model

/// A document of every kind of content; `spell` is applied to each text in it.
func sample(
  _ kind: ReportDocument.Kind, spell: (String) -> String = { $0 }
) -> ReportDocument {
  ReportDocument(
    kind: kind, title: spell("Báo cáo tự đánh giá thành phố học tập - thành phố Bà Rịa"),
    type: spell("Báo cáo"),
    subject: spell("Kết quả tự đánh giá thành phố học tập năm 2022"),
    letterhead: kind == .board ? nil : sampleLetterhead(spell),
    notices: [spell("Số liệu minh họa, không phải số liệu đã công bố")],
    bases: [
      spell("Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ"),
      spell("Căn cứ Kế hoạch số 25/KH-UBND ngày 08/02/2022 của UBND tỉnh"),
    ],
    opening: [
      .paragraph(spell("Ủy ban nhân dân thành phố Bà Rịa báo cáo kết quả như sau:")),
      .facts([
        Fact(spell("Kết luận"), spell("Đủ điều kiện đề nghị công nhận"), mark: .good),
        Fact(spell("Còn thiếu"), spell("Minh chứng của chỉ báo 3.1.2"), mark: .warning),
        Fact(spell("Kỳ báo cáo"), spell("Năm 2022")),
      ]),
    ],
    sections: sampleSections(spell),
    annexes: [
      Section(
        id: "phu-luc-1", number: spell("Phụ lục I"), title: spell("Minh chứng"),
        blocks: [.table(sampleEvidence(spell))])
    ],
    colophon: spell("Lập bằng hoctap 1.0 từ số liệu có đến ngày 25/11/2022"))
}

private func sampleLetterhead(_ spell: (String) -> String) -> Letterhead {
  Letterhead(
    parentBody: spell("UBND TỈNH BÀ RỊA - VŨNG TÀU"),
    issuingBody: spell("ỦY BAN NHÂN DÂN THÀNH PHỐ BÀ RỊA"), numberSuffix: spell("BC-UBND"),
    place: spell("Bà Rịa"),
    addressees: [spell("Ủy ban nhân dân tỉnh"), spell("Sở Giáo dục và Đào tạo")],
    signatory: [spell("KT. CHỦ TỊCH"), spell("PHÓ CHỦ TỊCH")],
    recipients: [spell("Như trên"), spell("Lưu: VT, GDĐT")])
}

private func sampleSections(_ spell: (String) -> String) -> [Section] {
  let point = Section(
    id: "diem-a", number: spell("a"), title: spell("Về nguồn số liệu"),
    blocks: [.list([spell("Phòng GDĐT gửi ngày 20/11"), spell("Phòng Nội vụ chưa gửi")])])
  let clause = Section(
    id: "khoan-1", number: spell("1"), title: spell("Kết quả từng chỉ báo"),
    blocks: [.table(sampleIndicators(spell))] + sampleProse(spell), subsections: [point])
  return [
    Section(
      id: "muc-1", number: spell("I"), title: spell("Kết quả"),
      blocks: [
        .paragraph(spell("Kết quả được nêu tại bảng dưới đây.")),
        .notice(spell("Một chỉ báo chưa đủ minh chứng"), .warning),
      ], subsections: [clause]),
    Section(
      id: "muc-2", number: spell("II"), title: spell("Kiến nghị"),
      blocks: [
        .links([Link(spell("Phiếu gửi Phòng Nội vụ"), to: "phieu-bo-sung/phong-noi-vu.html")]),
        .paragraph(spell("Kính đề nghị Ủy ban nhân dân tỉnh xem xét")),
      ]),
  ]
}

/// What a unit wrote itself.
private func sampleProse(_ spell: (String) -> String) -> [Block] {
  [
    .heading(spell("Công tác chỉ đạo"), depth: 1),
    .prose([
      ProseRun(spell("Thành phố mở")), ProseRun(spell("ba lớp"), .strong, after: .blank),
      ProseRun(spell("tập huấn"), .emphasis, after: .blank),
      ProseRun(spell("trong năm"), .strongEmphasis, after: .lineBreak),
    ]),
    .outline([
      ProseItem(level: 1, marker: .number(3), runs: [ProseRun(spell("Lớp thứ ba"))]),
      ProseItem(level: 2, marker: .dash, runs: [ProseRun(spell("cho phường"), .strong)]),
      ProseItem(level: 2, marker: .none, runs: [ProseRun(spell("và cho xã"))]),
      ProseItem(level: 1, marker: .number(9), runs: [ProseRun(spell("Lớp thứ chín"))]),
    ]),
  ]
}

private func sampleIndicators(_ spell: (String) -> String) -> Table {
  Table(
    id: "bang-1", caption: spell("Bảng 1. Kết quả đánh giá"),
    columns: [
      .init(spell("Chỉ báo")), .init(spell("Số đạt"), .number), .init(spell("Đánh giá"), .centred),
    ],
    rows: [
      [
        Cell(spell("2.1.1 Đơn vị học tập")), Cell(spell("55/60")),
        Cell(spell("Đạt"), mark: .good, link: "#phu-luc-1"),
      ],
      [
        Cell(spell("2.1.2 Cộng đồng học tập")), Cell(spell("8/11")),
        Cell(spell("Chưa xác định"), mark: .unknown, link: "748-ba-ria/result.json"),
      ],
    ])
}

private func sampleEvidence(_ spell: (String) -> String) -> Table {
  Table(
    id: "bang-2", caption: spell("Bảng 2. Danh mục minh chứng"),
    columns: [.init(spell("Số, ký hiệu")), .init(spell("Trích yếu"))],
    rows: [[Cell(spell("123/QĐ-UBND")), Cell(spell("Công nhận | lần 1"))]],
    rowsHaveHeadings: false)
}

/// Every text of the sample, in the order in which it is written down.
func sampleTexts(_ kind: ReportDocument.Kind) -> [String] {
  var texts: [String] = []
  _ = sample(kind) { text in
    texts.append(text)
    return text
  }
  return texts
}
