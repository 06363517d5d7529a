import ArgumentParser
import Foundation
import Model

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Kỳ báo cáo, là một năm; mặc định là kỳ mới nhất.", valueName: "năm"))
  var period: Int?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Ngày tính đến, viết như 2022-11-25; mặc định là hôm nay.", valueName: "ngày"))
  var asOf: DayArgument?

  @Option(
    help: ArgumentHelp("Thư mục mẫu; mặc định là templates/.", valueName: "thư mục"))
  var templates: String?

  @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
  var lang: Language = .vi
}

/// How a command prints what it found.
struct PrintingOption: ParsableArguments {
  @Option(help: "Dạng in ra: text hoặc json.")
  var format: Format = .text
}

enum Language: String, ExpressibleByArgument, CaseIterable {
  case vi
  case en
}

enum Format: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// A day as an option gives it.
struct DayArgument: ExpressibleByArgument {
  let day: CalendarDay

  init?(argument: String) {
    guard let day = CalendarDay(iso: argument) else { return nil }
    self.day = day
  }
}
