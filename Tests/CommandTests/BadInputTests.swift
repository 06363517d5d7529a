import Foundation
import Testing

/// What goes wrong in the files of one unit ends in a finding that names the place, and leaves the
/// other units as they were.
@Suite("Bad input") struct BadInputTests {
  struct Mutation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The finding: code, file and line; every one of them must be found.
    let findings: [String]
    let status: Int32
    let change: @Sendable (Sandbox) throws -> Void

    init(
      _ description: String, _ findings: [String], status: Int32 = 1,
      change: @escaping @Sendable (Sandbox) throws -> Void
    ) {
      testDescription = description
      self.findings = findings
      self.status = status
      self.change = change
    }
  }

  private static let folder = "2022/748-ba-ria"
  private static let figures = "\(folder)/so-lieu.csv"

  static let badFiles =
    [
      Mutation("a missing folder", ["F101"], status: 0) { try $0.remove(folder) },
      Mutation("an empty folder", ["F101"], status: 0) {
        try $0.remove(folder)
        try FileManager.default.createDirectory(
          at: $0.workspace.appending(path: folder), withIntermediateDirectories: true)
      },
      Mutation("an empty file", ["F103 \(figures)"]) { try $0.write("", to: figures) },
      Mutation("a file of nothing but blanks", ["F103 \(figures)"]) {
        try $0.write("\n\n \n", to: figures)
      },
      Mutation("a workbook named .csv", ["F104 \(figures)"]) {
        let workbook = try #require(
          SampleRun.get().files["748-ba-ria/bao-cao-tu-danh-gia.xlsx"])
        try $0.write(workbook, to: figures)
      },
      Mutation("bytes of no meaning", ["F104 \(figures)"]) {
        try $0.write(Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7) }), to: figures)
      },
      Mutation("a file cut off in a row", ["C106 \(figures):8", "K107"]) {
        let bytes = try Data(contentsOf: $0.workspace.appending(path: figures))
        let row = try #require(bytes.firstRange(of: Data("2.1.2;;;9".utf8)))
        try $0.write(bytes[..<row.upperBound], to: figures)
      },
      Mutation(
        "a file cut off in a letter",
        ["F108 \(folder)/minh-chung.csv:10", "C106 \(folder)/minh-chung.csv:10"]
      ) {
        let file = "\(folder)/minh-chung.csv"
        let bytes = try Data(contentsOf: $0.workspace.appending(path: file))
        let letters = try #require(bytes.firstRange(of: Data("kế hoạch".utf8)))
        try $0.write(bytes[..<(letters.lowerBound + 2)], to: file)
      },
      Mutation("a quote that is not closed", ["C105 \(figures):10"]) {
        try $0.replace("chuẩn nghèo của tỉnh\"", by: "chuẩn nghèo của tỉnh", in: figures)
      },
    ]

  /// Rows of the figures that cannot be used.
  static let badRows = [
    Mutation("an unknown indicator", ["K102 \(figures):2"]) {
      try $0.replace("1.1.1;;Có", by: "9.9.9;;Có", in: figures)
    },
    Mutation("an indicator of the other tier", ["K103 \(figures):2"]) {
      try $0.replace("1.1.1;;Có", by: "3.2.4;;Có", in: figures)
    },
    Mutation("a count above its total", ["V108 \(figures):16"]) {
      try $0.replace("42;68", by: "69;68", in: figures)
    },
    Mutation("a letter in a number", ["V104 \(figures):16"]) {
      try $0.replace("42;68", by: "4O;68", in: figures)
    },
    Mutation("a row that stands twice", ["K104 \(figures):3"]) {
      try $0.replace("1.1.2;;Có", by: "1.1.1;;Có", in: figures)
    },
    Mutation("a heading that is not there", ["C102 \(figures)"]) {
      try $0.replace("Chỉ báo;", by: "Cột lạ;", in: figures)
    },
  ]

  /// Other files of the unit.
  static let badDocuments = [
    Mutation("another unit's commune", ["K108 \(folder)/xa-phuong.csv:2"]) {
      try $0.replace("26548;", by: "26500;", in: "\(folder)/xa-phuong.csv")
    },
    Mutation(
      "a document whose file is not there", ["E108 \(folder)/minh-chung.csv:4"], status: 0
    ) { try $0.remove("\(folder)/minh-chung/ke-hoach-kiem-tra-giam-sat.pdf") },
    Mutation("a document that is a link", ["E110 \(folder)/minh-chung.csv:4"], status: 0) {
      let file = "\(folder)/minh-chung/ke-hoach-kiem-tra-giam-sat.pdf"
      try $0.remove(file)
      try FileManager.default.createSymbolicLink(
        atPath: $0.workspace.appending(path: file).path, withDestinationPath: "/etc/passwd")
    },
    Mutation("a second folder of the unit", ["F109 2022/748-cu"]) {
      try FileManager.default.createDirectory(
        at: $0.workspace.appending(path: "2022/748-cu"), withIntermediateDirectories: true)
      try $0.write("x", to: "2022/748-cu/so-lieu.csv")
    },
    Mutation("a folder of no unit", ["K101 2022/999-la"]) {
      try FileManager.default.createDirectory(
        at: $0.workspace.appending(path: "2022/999-la"), withIntermediateDirectories: true)
      try $0.write("x", to: "2022/999-la/so-lieu.csv")
    },
  ]

  private struct Summary: Decodable { let findings: [FoundFinding] }

  @Test("of a whole file is named, and leaves the other units' results", arguments: badFiles)
  func files(_ mutation: Mutation) throws {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      try mendOffices(sandbox)
      try mutation.change(sandbox)
      let ending = try sandbox.run("--format", "json")
      let found = try JSONDecoder().decode(Summary.self, from: Data(ending.output.utf8)).findings
      check(mutation, ending, found)
      let files = try bytes(below: sandbox.period)
      for unit in ["750-chau-duc", "752-long-dien", "754-phu-my"] {
        #expect(files["\(unit)/result.json"] == sample.files["\(unit)/result.json"], "\(unit)")
      }
    }
  }

  @Test("of a row or a document is named by code, file and line", arguments: badRows + badDocuments)
  func rows(_ mutation: Mutation) throws {
    try withSandbox { sandbox in
      try mendOffices(sandbox)
      try mutation.change(sandbox)
      let ending = try sandbox.command("check", "--format", "json")
      let found = try JSONDecoder().decode([FoundFinding].self, from: Data(ending.output.utf8))
      check(mutation, ending, found)
      let sample = try JSONDecoder().decode(
        Summary.self, from: SampleRun.get().files["752-long-dien/result.json"] ?? Data())
      #expect(found.filter { $0.unit == "752" } == sample.findings)
    }
  }

  private func check(_ mutation: Mutation, _ ending: Ending, _ found: [FoundFinding]) {
    #expect(ending.status == mutation.status, "\(ending.everything)")
    #expect(ending.errors.isEmpty)
    let places = found.filter { $0.unit == "748" || $0.unit == nil }.map(\.place)
    for finding in mutation.findings {
      let start = finding + (finding.contains("/") ? ":" : "")
      #expect(places.contains { "\($0):".hasPrefix(start) }, "\(finding) not in \(places)")
    }
    #expect(found.contains { $0.severity == "error" } == (mutation.status == 1))
  }

  @Test("is not another encoding, separator or line ending of the same rows") func encodings()
    throws
  {
    let sample = try SampleRun.get()
    try withSandbox { sandbox in
      let text = try sandbox.text(of: Self.figures).replacing("\u{FEFF}", with: "")
      try sandbox.write(text, to: "goc.csv")
      let encoded = try read(
        with: "/usr/bin/iconv",
        ["-f", "UTF-8", "-t", "CP1258", sandbox.workspace.appending(path: "goc.csv").path],
        scratch: sandbox.folder)
      #expect(encoded != Data(text.utf8))
      try sandbox.write(encoded, to: Self.figures)
      try sandbox.write(
        sandbox.text(of: "\(Self.folder)/xa-phuong.csv").replacing("\r\n", with: "\r"),
        to: "\(Self.folder)/xa-phuong.csv")
      _ = try sandbox.run()
      let result = try Data(contentsOf: sandbox.period.appending(path: "748-ba-ria/result.json"))
      #expect(result == sample.files["748-ba-ria/result.json"])
    }
  }

  /// Without the two offices that contradict each other the sample has no error at all.
  private func mendOffices(_ sandbox: Sandbox) throws {
    try sandbox.replace(
      "2.2.4;;;6;8", by: "2.2.4;;;7;8",
      in: "2022/77-ba-ria-vung-tau/so-giao-duc-va-dao-tao/so-lieu.csv")
  }
}

extension FoundFinding {
  /// `V104 2022/748-ba-ria/so-lieu.csv:7`.
  fileprivate var place: String {
    code + (file.map { " " + $0 } ?? "") + (line.map { ":\($0)" } ?? "")
  }
}
