import CRoster
import Model

/// Gathers what chunks add, in their order.
final class Tally {
  let rules: RosterRules
  private let listener: any RosterListener
  private var persons: PersonTable
  private var refused = 0
  private var problems: [FindingCode: Int] = [:]
  private var recognition: [RecognitionFact: NotedRows] = [:]
  private var dropped: [[String]] = []
  private var missing: [[String]] = []
  private var file = 0
  private var layout: RosterLayout?
  /// Lines of the file that precede the next chunk.
  private var lines = 0
  private var bytesBefore = 0
  private var bytesRead = 0

  init(rules: RosterRules, listener: any RosterListener) {
    self.rules = rules
    self.listener = listener
    persons = PersonTable(most: rules.mostPersons)
    for fact in rules.recognition?.facts ?? [] { recognition[fact] = NotedRows() }
  }

  /// Turns to a file whose rows begin after as many lines.
  func begin(_ file: Int, layout: RosterLayout, lines: Int) {
    self.file = file
    self.layout = layout
    self.lines = lines
    bytesBefore += bytesRead
    bytesRead = 0
    dropped.append(layout.dropped)
    missing.append(layout.missing)
  }

  /// Adds the next chunk, or the next part of one.
  func add(_ remarks: ChunkRemarks) {
    refused += remarks.refused
    var rejects = remarks.rejects.map { reject(at: lines + $0.line, $0) }
    if rules.isUnique { rejects = merged(rejects, with: repeated(remarks.persons)) }
    for reject in rejects {
      problems[reject.code, default: 0] += 1
      listener.rejected(reject)
    }
    note(remarks.notes)
    lines += remarks.lines
    bytesRead = remarks.bytesRead
    listener.progressed(to: bytesBefore + bytesRead)
  }

  private func reject(at line: Int, _ reject: ChunkReject) -> RosterReject {
    let headings = layout?.headings ?? []
    let place = reject.place.map { headings.indices.contains($0) ? headings[$0] : "" } ?? ""
    return RosterReject(
      file: file, line: line, code: reject.code,
      column: reject.column.map { layout?.heading(of: $0) ?? "" } ?? place, value: reject.value)
  }

  /// The rows of persons that an earlier row has.
  private func repeated(_ rows: [hoctap_person_row]) -> [RosterReject] {
    rows.filter { persons.insert($0.person) }.map { row in
      RosterReject(
        file: file, line: lines + Int(row.line), code: .bodyTwice,
        column: layout?.heading(of: .person) ?? "", value: "")
    }
  }

  private func merged(_ one: [RosterReject], with other: [RosterReject]) -> [RosterReject] {
    other.isEmpty ? one : (one + other).sorted { $0.line < $1.line }
  }

  private func note(_ notes: [hoctap_noted]) {
    guard let asked = rules.recognition else { return }
    for note in notes {
      for fact in asked.facts where note.facts & fact.bit != 0 {
        recognition[fact]?.add(
          file: file, line: lines + Int(note.line), most: asked.mostLines)
      }
    }
  }

  /// All that was counted.
  func roster(of workers: [Worker]) -> CountedRoster {
    CountedRoster(
      counts: RosterCounts(of: workers), accepted: workers.reduce(0) { $0 + $1.rows },
      refused: refused, problems: problems, recognition: recognition, droppedColumns: dropped,
      missingColumns: missing)
  }
}
