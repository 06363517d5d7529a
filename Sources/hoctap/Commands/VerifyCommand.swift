import ArgumentParser
import Audit
import Foundation
import Model
import Pipeline

/// `hoctap verify`: an output folder against its manifest, its documents against its results.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Đọc lại thư mục kết quả: tệp có đúng như manifest.json, mọi văn bản có nói đúng kết quả.",
    discussion: """
      Nhận thư mục của một kỳ, của một chương trình hoặc cả thư mục output.
      Ví dụ: hoctap verify output/ba-ria-vung-tau-2022/2022
      Mã thoát: 0 khớp · 1 có điểm sai khác · 64 sai cách gọi · 65 thư mục không đọc được.
      """)

  @Argument(help: "Thư mục kết quả, ví dụ output/ba-ria-vung-tau-2022/2022.")
  var folder: String

  @Option(help: ArgumentHelp("Thư mục mẫu; mặc định là templates/.", valueName: "thư mục"))
  var templates: String?

  @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
  var lang: Language = .vi

  @OptionGroup var printing: PrintingOption

  func run() throws {
    let (terminal, audits) = try audits()
    switch printing.format {
    case .text: AuditPrinter(terminal: terminal).print(audits)
    case .json: try JSONPrinter.print(AuditPrinter(terminal: terminal).json(audits))
    }
    guard audits.allSatisfy({ $0.isLeftOut || $0.audit.discrepancies.isEmpty }) else {
      throw ExitStatus.findings
    }
  }

  private func audits() throws -> (Terminal, [AuditedOutput]) {
    do throws(Fault) {
      let templates = try FileTree().readWhole(try TemplatesFolder(chosen: templates).url())
      let terminal = try Terminal(templates: templates, language: lang.rawValue)
      let outputs = try OutputSearch(terminal: terminal).outputs(at: folder)
      var audits: [AuditedOutput] = []
      for output in outputs {
        let files = try FileTree().readWhole(output.url)
        audits.append(
          AuditedOutput(
            name: output.name, audit: try verify(files, templates: templates),
            isNamed: output.name == folder))
      }
      return (terminal, audits)
    } catch {
      Session.report(error)
      throw ExitStatus.unusable
    }
  }
}

/// One period's folder with what its audit found.
struct AuditedOutput {
  /// As the user would name it.
  let name: String
  let audit: Audit
  /// Whether the user named it, and not a folder above.
  let isNamed: Bool

  /// Forms among results are there to be filled in.
  var isLeftOut: Bool { audit.holdsForms && !isNamed }
}

/// Finds the folders of periods that a user means.
struct OutputSearch {
  let terminal: Terminal

  struct Output {
    let name: String
    let url: URL
  }

  /// The folder itself when it holds a manifest, else those below it, two levels down at most.
  ///
  /// - Throws: a fault when there is none.
  func outputs(at name: String) throws(Fault) -> [Output] {
    let url = URL(fileURLWithPath: name)
    guard FileTree.isFolder(url.resolvingSymlinksInPath()) else {
      throw Fault(file: name, terminal.words(.verifyNoFolder))
    }
    let found = search(url.resolvingSymlinksInPath(), name: name, depth: 2)
    guard !found.isEmpty else { throw Fault(file: name, terminal.words(.verifyNoManifest)) }
    return found
  }

  private func search(_ url: URL, name: String, depth: Int) -> [Output] {
    let manifest = url.appending(path: "manifest.json")
    if FileManager.default.fileExists(atPath: manifest.path) {
      return [Output(name: name, url: url)]
    }
    guard depth > 0 else { return [] }
    // What cannot be listed holds no folder that can be read.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.sorted() ?? []
    return names.filter { !$0.hasPrefix(".") && FileTree.isFolder(url.appending(path: $0)) }
      .flatMap { inner in
        let above = name.hasSuffix("/") ? String(name.dropLast()) : name
        return search(url.appending(path: inner), name: "\(above)/\(inner)", depth: depth - 1)
      }
  }
}
