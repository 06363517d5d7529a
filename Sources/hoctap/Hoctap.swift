import ArgumentParser

/// The tool: `hoctap run`, `check`, `status`, `explain`, `forms`, `verify`, `count`.
@main
struct Hoctap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoctap",
    abstract: "Kiểm tra, đánh giá và lập báo cáo cho các chương trình xây dựng xã hội học tập.",
    discussion: """
      Chạy đủ một kỳ báo cáo:  hoctap run input/ba-ria-vung-tau-2022
      Chỉ kiểm tra số liệu:    hoctap check input/ba-ria-vung-tau-2022
      Mã thoát: 0 không có lỗi · 1 có lỗi số liệu · 64 sai cách gọi · 65 chương trình hoặc bộ quy \
      tắc không dùng được · 73 không ghi được kết quả · 75 có lần chạy khác.
      """,
    version: toolName,
    subcommands: [
      RunCommand.self, CheckCommand.self, StatusCommand.self, ExplainCommand.self,
      FormsCommand.self, VerifyCommand.self, CountCommand.self,
    ])

  static let toolName = "hoctap 0.1.0"
}
