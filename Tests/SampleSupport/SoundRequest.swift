import Model
public import Pipeline

/// Two districts and the province of the sample with everything mended that `hoctap check` finds in
/// them: no finding at all.
public enum SoundRequest {
  public enum Workspace: Sendable {
    case pilot
    /// The district of the sample with targets in which nothing is found.
    case targets
    /// The province of that sample, whose every office has sent figures of its own people.
    case sums
  }

  public static func make() throws -> RunRequest { try shared.get() }

  private static func make(_ workspace: Workspace) throws -> RunRequest {
    switch workspace {
    case .pilot: try shared.get()
    case .targets: try citizens.get()
    case .sums: try sums.get()
    }
  }

  /// What a run finds once `edits` have changed the workspace.
  ///
  /// Loads programme, rulebook and units anew only where an edit is about them.
  public static func judged(
    after edits: [WorkspaceEdit], in workspace: Workspace = .pilot
  ) throws -> Judged {
    let request = try make(workspace).edited(edits)
    let isPrepared = edits.allSatisfy { $0.path.first?.isNumber == true }
    return isPrepared && workspace == .pilot
      ? try judge(request, prepared: try preparation.get()) : try judge(request)
  }

  private static let citizens = Result {
    // So that nothing is due soon while a fixture leaves something open.
    let due = "lastDay: 2024-12-14\n    tier: district"
    let sample = try SampleRequest.citizens(asOf: "2024-12-10").edited([
      .replace("programme.yaml", due, with: due.replacing("12-14", with: "12-31"))
    ])
    return RunRequest(
      workspace: sample.workspace, files: sample.files, templates: sample.templates,
      period: sample.period, asOf: sample.asOf, units: [UnitCode("502")],
      language: sample.language, tool: sample.tool)
  }
  private static let sums = Result {
    let silent = "clause: \"Mục IV.6\", reports: [\"T3/can-bo-tinh\", T4, T5]}"
    let other = "ban-dan-van-tinh-uy, name: \"Ban Dân vận Tỉnh ủy\", tier: province, "
    let sample = try SampleRequest.citizens(asOf: "2024-12-10").edited([
      .replace("programme.yaml", other + silent, with: other + "clause: \"Mục IV.6\"}")
    ])
    return RunRequest(
      workspace: sample.workspace, files: sample.files, templates: sample.templates,
      period: sample.period, asOf: sample.asOf, units: [UnitCode("49")],
      language: sample.language, tool: sample.tool)
  }
  private static let preparation = Result { try prepare(make()) }
  private static let shared = Result { try SampleRequest.make().edited(mendings) }

  private static let mendings: [WorkspaceEdit] = [
    // So that nothing is due soon while a fixture leaves something open.
    .replace("programme.yaml", "lastDay: 2022-11-29", with: "lastDay: 2022-12-29"),
    // Two districts are enough, and every test that judges them is faster for it.
    .replace(
      "programme.yaml", "participants: [\"748\", \"754\", \"752\", \"750\"]",
      with: "participants: [\"748\", \"752\"]"),
    .remove("2022/754-phu-my"),
    .remove("2022/750-chau-duc"),
    .append(
      longDien, "1.2.1,1042/QĐ-UBND,12/05/2022,UBND huyện Long Điền,Quy chế phối hợp,\n"),
    .replace(longDien, ",bao-cao-tap-huan-ky-nang-so.pdf", with: ","),
    .replace(longDien, "3.1.2,,,", with: "3.1.2,157/BC-TNMT,03/11/2022,"),
    .replace(
      "\(province)/so-giao-duc-va-dao-tao/so-lieu.csv", "2.2.4;;;6;8;", with: "2.2.4;;;7;8;"),
    .replace("\(province)/so-giao-duc-va-dao-tao/so-lieu.csv", ";sơ bộ;", with: ";;"),
    .text(
      "\(province)/so-khoa-hoc-va-cong-nghe/so-lieu.csv",
      "Chỉ báo,Thành phần,Năm trước,Năm nay\n3.1.3,chuyen-giao,4,6\n3.1.3,dang-ky,11,13\n"),
    .text(
      "\(province)/so-khoa-hoc-va-cong-nghe/minh-chung.csv",
      "Chỉ báo,\"Số, ký hiệu\",Ngày ban hành,Cơ quan ban hành,Trích yếu\n"
        + "3.1.3,233/BC-SKHCN,08/11/2022,Sở Khoa học và Công nghệ,Báo cáo năm 2022\n"),
  ]

  private static let longDien = "2022/752-long-dien/minh-chung.csv"
  private static let province = "2022/77-ba-ria-vung-tau"
}
