import ArgumentParser
import Foundation
import Model
import Pipeline
import Roster

/// `hoctap count`: counts of a citizen roster, and the rows that are left out of them.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Đếm danh sách công dân theo xã và nhóm; dòng không dùng được ghi riêng.",
    discussion: """
      Nhận tệp CSV, tệp CSV nén gzip, thư mục chứa các phần (cong-dan/), hoặc - để đọc từ đầu vào \
      chuẩn. Hai tệp kết quả chỉ chủ sở hữu đọc được.
      Ví dụ: hoctap count cong-dan.csv --output dem-cong-dan.csv --rejects dong-loai.csv
      Mã thoát: 0 không có dòng bị loại · 1 có dòng bị loại · 64 sai cách gọi · 65 không đọc được \
      danh sách · 73 không ghi được kết quả.
      """)

  @Argument(help: ArgumentHelp("Tệp hoặc thư mục danh sách công dân.", valueName: "tệp"))
  var files: [String]

  @Option(help: ArgumentHelp("Tệp CSV kết quả đếm.", valueName: "tệp"))
  var output: String

  @Option(help: ArgumentHelp("Tệp CSV các dòng bị loại.", valueName: "tệp"))
  var rejects: String

  @Flag(help: "Tìm mã định danh có ở nhiều dòng.")
  var unique = false

  @Option(
    help: ArgumentHelp("Kỳ báo cáo, là năm sinh muộn nhất; mặc định là năm nay.", valueName: "năm"))
  var period: Int?

  @Option(help: ArgumentHelp("Số luồng; mặc định là số lõi của máy.", valueName: "số"))
  var threads: Int?

  @Option(help: ArgumentHelp("Thư mục mẫu; mặc định là templates/.", valueName: "thư mục"))
  var templates: String?

  @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
  var lang: Language = .vi

  @OptionGroup var printing: PrintingOption

  func validate() throws {
    // As early as can be: from here on less is needed than the start has taken.
    releaseStartingCode()
    let targets = [output, rejects].map(physicalPath)
    let inputs = files.map(physicalPath)
    guard targets[0] != targets[1], !inputs.contains(where: targets.contains) else {
      throw ValidationError("Tệp kết quả, tệp dòng bị loại và danh sách phải là các tệp khác nhau.")
    }
    guard threads ?? 1 > 0, (1900...2999).contains(period ?? 2000) else {
      throw ValidationError("--threads nhận số từ 1; --period nhận năm từ 1900 đến 2999.")
    }
  }

  func run() throws {
    let terminal = try terminal()
    let inputs = try RosterFiles(terminal: terminal).inputs(files)
    let rejected = try RejectsFile(at: rejects, naming: inputs.map(\.name), or: terminal)
    let progress = CountProgress(terminal: terminal, inputs: inputs)
    let listener = CountListener(rejects: rejected, progress: progress)
    releaseStartingCode()
    let roster: CountedRoster
    do throws(RosterFault) {
      roster = try countRoster(
        inputs.map(\.source), by: rules, reading: reading, telling: listener)
    } catch {
      progress.finish()
      rejected.file.discard()
      let name = inputs[error.file].name
      Terminal.error("\(name.printable): \(terminal.text(of: error.reason))")
      throw ExitStatus.unusable
    }
    progress.finish()
    try write(roster, rejected, or: terminal)
    let summary = CountSummary(terminal: terminal, roster: roster, command: self)
    switch printing.format {
    case .text: summary.print()
    case .json: try JSONPrinter.print(summary.json)
    }
    if roster.refused > 0 { throw ExitStatus.findings }
  }

  /// Puts both files into their places, the counts last: where they are new, the rejects are theirs.
  private func write(_ roster: CountedRoster, _ rejected: RejectsFile, or terminal: Terminal) throws
  {
    let counts = try ReplacedFile(at: output, or: terminal)
    do {
      hoctap.write(roster, to: counts)
      try rejected.file.commit(or: terminal)
      try counts.commit(or: terminal)
    } catch {
      rejected.file.discard()
      counts.discard()
      throw error
    }
  }

  private var rules: RosterRules {
    RosterRules(period: period ?? currentYear, isUnique: unique)
  }

  /// In the time zone of the process; a calendar of Foundation would take megabytes for it.
  private var currentYear: Int {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Int(parts.tm_year) + 1900
  }

  private var reading: RosterReading {
    RosterReading(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  private func terminal() throws -> Terminal {
    do throws(Fault) {
      let folder = try TemplatesFolder(chosen: templates).url()
      return try Terminal(
        templates: [try FileTree().readFile("terminal.yaml", in: folder)], language: lang.rawValue)
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
  }

  private func physicalPath(_ name: String) -> String {
    URL(fileURLWithPath: name).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

extension Terminal {
  func text(of reason: RosterFault.Reason) -> String {
    switch reason {
    case .unreadable: words(.countUnreadable)
    case .empty: words(.countEmpty)
    case .notText: words(.countNotText)
    case .encoding(let name): words(.countEncoding, ["encoding": name])
    case .noHeadings: words(.countNoHeadings)
    case .columnMissing(let column, let nearest):
      words(
        nearest.isEmpty ? .countColumnMissing : .countColumnMissingNearest,
        ["column": column, "nearest": nearest.printable])
    case .damagedArchive: words(.countDamagedArchive)
    }
  }
}
