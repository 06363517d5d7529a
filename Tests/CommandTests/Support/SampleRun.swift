import Foundation

/// One run on the untouched sample, made once and held in memory for every test that only reads.
struct SampleRun {
  let ending: Ending
  /// Every file of the period's folder.
  let files: [String: Data]
  /// The output folder's other entries: there should be none.
  let others: [String]

  static func get() throws -> SampleRun { try shared.get() }

  private static let shared = Result {
    try withSandbox { sandbox in
      let ending = try sandbox.run()
      let programme = sandbox.output.appending(path: Sample.name)
      return SampleRun(
        ending: ending, files: try bytes(below: sandbox.period),
        others: try FileManager.default.contentsOfDirectory(atPath: programme.path)
          .filter { $0 != "2022" })
    }
  }

  func text(of path: String) -> String { String(decoding: files[path] ?? Data(), as: UTF8.self) }

  /// Writes the output to where a run in `sandbox` would write it.
  func place(in sandbox: Sandbox) throws { try write(to: sandbox.period) }

  func write(to folder: URL) throws {
    for (path, content) in files {
      let target = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: target)
    }
  }

  func result(of unit: String) throws -> UnitResult {
    let folder = SampleUnits.folders[unit] ?? ""
    return try UnitResult(files["\(folder)/result.json"] ?? Data())
  }
}

/// The units of the sample.
enum SampleUnits {
  static let folders = [
    "748": "748-ba-ria", "750": "750-chau-duc", "752": "752-long-dien", "754": "754-phu-my",
    "77": "77-ba-ria-vung-tau",
  ]
  static let codes = folders.keys.sorted()

  /// The unit's report without its ending.
  static func report(of code: String) -> String {
    "\(folders[code] ?? "")/bao-cao-\(code == "77" ? "tong-ket-thi-diem" : "tu-danh-gia")"
  }
}

/// What tests read of a `result.json`.
struct UnitResult: Decodable, Equatable {
  struct Indicator: Decodable, Equatable {
    let id: String
    let role: String
    let status: String
    let evidence: String
    let band: Int?
    let numerator: Int?
    let denominator: Int?
    let trace: [String]
  }

  let outcome: String
  let level: Int
  let possibleLevel: Int
  let binding: [String]
  let indicators: [Indicator]

  init(_ json: Data) throws { self = try JSONDecoder().decode(Self.self, from: json) }
}

/// What tests read of a finding.
struct FoundFinding: Decodable, Hashable {
  let code: String
  let severity: String
  let unit: String?
  let indicator: String?
  let file: String?
  let line: Int?
  let message: String
}
