public import Model
public import Roster

/// What was found in a roster of persons while it was read (danh sách công dân).
///
/// It may have tens of millions of rows, which are never in memory together.
public struct ReadPersons: Hashable, Sendable {
  /// Bytes, as the file stands.
  public let size: Int
  /// SHA-256 in lower-case hexadecimal.
  public let digest: String
  /// The counts, or why there are none.
  let result: Result<CountedCitizens, RosterFault.Reason>
  /// About the file as a workbook or an encoded text, without words of it.
  var findings: [Finding] = []
  /// Whether the first bytes are UTF-8.
  var beginsInUnicode = true
  /// Whether there was a text to count; where there was none, the findings say why.
  var isRead = true
}

/// Counts a roster of persons while it is read once, from its first byte to its last.
///
/// - Parameters:
///   - source: the bytes as they stand in the file, packed or not.
///   - rules: those of `personRules`.
///   - reading: how it is done.
///   - progressed: is called again and again while it lasts.
/// - Returns: what was found; the same however it is read.
public func readPersons(
  from source: any TextSource, by rules: RosterRules, reading: RosterReading = RosterReading(),
  progressed: @escaping () -> Void = {}
) -> ReadPersons {
  let whole = DigestedSource(source)
  var result = countedPersons(in: whole, by: rules, reading, progressed)
  // What the count has left unread belongs to the file too.
  do throws(RosterFault.Reason) {
    try whole.readRest()
  } catch {
    result = .failure(error)
  }
  return ReadPersons(
    size: whole.digest.size, digest: whole.digest.finish(), result: result,
    beginsInUnicode: whole.beginsInUnicode)
}

/// By what rosters of persons are counted for a run.
///
/// Persons who stand in two rows of a file are sought among the first million of it, so that memory
/// stays within 16 MB; `hoctap count --unique` seeks them all.
public func personRules(
  period: Int, programmeBegins: CalendarDay?, asOf: CalendarDay
) -> RosterRules {
  RosterRules(
    period: period, isUnique: true, mostPersons: 1_000_000,
    recognition: RecognitionRules(
      programmeBegins: programmeBegins, asOf: asOf, mostLines: mostLinesNamed))
}

/// The day from which recognition counts, where the programme of a request can be loaded.
public func programmeBegins(of request: RunRequest) -> CalendarDay? {
  // What is wrong with the programme is said when the request is judged.
  do throws(Fault) {
    return try prepare(request).context.programme.evidenceFrom
  } catch {
    return nil
  }
}

/// Whether a file of that path, from the workspace's folder, is a roster of persons.
public func isPersonsFile(_ path: String) -> Bool {
  let parts = path.split(separator: "/").map(String.init)
  // Below the folders of period and unit, and of an office perhaps.
  return isPersons(Array(parts.dropFirst(2))) || isPersons(Array(parts.dropFirst(3)))
}

/// Whether the path, from the folder of a unit or of an office, is that of such a file.
func isPersons(_ parts: [String]) -> Bool {
  guard let name = parts.last?.lowercased(),
    [".csv", ".csv.gz", ".xlsx"].contains(where: name.hasSuffix)
  else { return false }
  if parts.count == 2 { return isPersonsFolder(parts[0]) }
  return parts.count == 1 && (name.hasPrefix("cong-dan.") || name.hasPrefix("cong-dan-"))
}

func isPersonsFolder(_ name: String) -> Bool { name.lowercased() == "cong-dan" }

/// As many lines of a kind are named in findings, the first ones.
private let mostLinesNamed = 20

/// A file of persons after the ingest stage.
func personsFile(
  _ file: WorkspaceFile, office: OfficeID?, by rules: RosterRules
) -> SourceFile {
  let read = file.persons ?? readPersons(of: file.bytes, at: file.path, by: rules)
  switch read.result {
  case .success(let counted):
    return SourceFile(
      path: file.path, office: office, content: .persons(counted), findings: read.findings)
  case .failure(let reason):
    let failure = read.isRead ? [finding(reason, at: SourcePlace(file: file.path))] : []
    return SourceFile(
      path: file.path, office: office, content: .persons(nil), findings: read.findings + failure)
  }
}

private func finding(_ reason: RosterFault.Reason, at place: SourcePlace) -> Finding {
  switch reason {
  case .unreadable: return Finding(.fileUnreadable, place: place)
  case .empty: return Finding(.fileEmpty, place: place)
  case .columnMissing(let column, let nearest):
    return Finding(
      .requiredColumnMissing, place: place, expected: column, details: ["nearest": nearest])
  case .notText: return Finding(.personsUnread, place: place, details: ["reason": "notText"])
  case .encoding: return Finding(.personsUnread, place: place, details: ["reason": "encoding"])
  case .noHeadings: return Finding(.personsUnread, place: place, details: ["reason": "noHeadings"])
  case .damagedArchive:
    return Finding(.personsUnread, place: place, details: ["reason": "damagedArchive"])
  }
}

func countedPersons(
  in source: any TextSource, by rules: RosterRules, _ reading: RosterReading,
  _ progressed: @escaping () -> Void = {}
) -> Result<CountedCitizens, RosterFault.Reason> {
  let listener = FirstRejects(progressed)
  do throws(RosterFault) {
    let roster = try countRoster([source], by: rules, reading: reading, telling: listener)
    return .success(CountedCitizens(of: roster, listener))
  } catch {
    return .failure(error.reason)
  }
}

/// Keeps the first rows that are left out, and the first that repeat a person.
private final class FirstRejects: RosterListener {
  private(set) var rejects: [CountedCitizens.Reject] = []
  private(set) var repeated: [Int] = []
  private let report: () -> Void

  init(_ report: @escaping () -> Void) { self.report = report }

  func rejected(_ reject: RosterReject) {
    guard reject.code != .bodyTwice else {
      if repeated.count < mostLinesNamed { repeated.append(reject.line) }
      return
    }
    guard rejects.count < mostLinesNamed else { return }
    rejects.append(
      CountedCitizens.Reject(line: reject.line, code: reject.code, column: reject.column))
  }

  func progressed(to bytes: Int) { report() }
}

extension CountedCitizens {
  fileprivate init(of roster: CountedRoster, _ first: FirstRejects) {
    let missing = Set(roster.missingColumns.joined())
    // Without the column nothing can be said of it.
    let asked = RecognitionFact.allCases.filter { fact in
      !missing.contains("Trạng thái")
        && (fact == .titleUnrecognised || !missing.contains("Ngày công nhận"))
    }
    self.init(
      counts: roster.counts.map(CitizenCount.init), refused: roster.refused, rejects: first.rejects,
      repeated: Lines(count: roster.problems[.bodyTwice] ?? 0, first: first.repeated),
      recognition: Dictionary(
        uniqueKeysWithValues: asked.compactMap { fact in
          roster.recognition[fact].map {
            (fact, Lines(count: $0.count, first: $0.places.map(\.line)))
          }
        }),
      droppedColumns: roster.droppedColumns.flatMap { $0 },
      missingColumns: Dictionary(
        uniqueKeysWithValues: CitizenTest.allCases.map { test in
          (test, test.headings.filter(missing.contains))
        }))
  }
}

extension CitizenCount {
  fileprivate init(_ count: RosterCount) {
    self.init(
      commune: count.commune, group: count.groupOfPersons, persons: count.persons,
      holders: count.learningCitizens, skilledHolders: count.skilledHolders,
      proficientHolders: count.proficientHolders, skilled: count.digitallySkilled,
      proficient: count.proficient)
  }
}

extension CitizenTest {
  /// The columns that it is counted by.
  fileprivate var headings: [String] {
    switch self {
    case .title: ["Danh hiệu"]
    case .digitalSkill: ["Danh hiệu", "Kỹ năng số"]
    case .proficient: ["Danh hiệu", "Kỹ năng số", "Thành thạo"]
    }
  }
}

/// Hands on the bytes of another source, and identifies them.
private final class DigestedSource: TextSource {
  let digest = RunningDigest()
  /// Whether the bytes that were read first are UTF-8, but for a letter that they may end within.
  private(set) var beginsInUnicode = true
  private let source: any TextSource

  init(_ source: any TextSource) { self.source = source }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RosterFault.Reason) -> Int {
    let count = try source.read(into: buffer)
    if digest.size == 0 { beginsInUnicode = isUnicode(buffer[..<count]) }
    digest.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  private func isUnicode(_ bytes: Slice<UnsafeMutableRawBufferPointer>) -> Bool {
    (0...3).contains { cut in
      String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }

  func readRest() throws(RosterFault.Reason) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    while try read(into: room) > 0 {}
  }
}
