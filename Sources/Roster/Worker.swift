import CRoster
import Model

/// Counts the rows of the chunks that it is given; holds counters of its own.
final class Worker {
  /// Where something stands, for what stands first.
  struct Position: Comparable {
    let file: Int
    let chunk: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.file, left.chunk) < (right.file, right.chunk)
    }
  }

  /// How each group was written where this worker met it first.
  private(set) var groupNames: [Int: (name: [UInt8], at: Position)] = [:]
  /// The numbers of communes whose codes the engine does not learn, and the other way round.
  private var numbers: [[UInt8]: Int] = [:]
  private var oddCodes: [Int: [UInt8]] = [:]
  private var spilled: [UInt32: [Int]] = [:]
  private let engine: OpaquePointer
  private let isPlain: Bool
  private var reader = PlainRowReader(separator: 0, longestRow: 0)
  private var judge: RowJudge
  private var file = 0

  init(_ machine: RosterMachine, judge: RowJudge) {
    guard let engine = hoctap_roster_make(machine.plain) else { preconditionFailure("no memory") }
    self.engine = engine
    isPlain = machine == .plain
    self.judge = judge
  }

  deinit { hoctap_roster_free(engine) }

  /// Rows that were counted.
  var rows: Int { Int(hoctap_roster_rows(engine)) }

  /// Turns to a file.
  func begin(_ file: Int, judge: RowJudge, longestRow: Int) {
    self.file = file
    self.judge = judge
    reader = PlainRowReader(separator: judge.layout.separator, longestRow: longestRow)
    reader.width = judge.layout.width
    var layout = judge.layout.plain(by: judge.rules, longestRow: longestRow)
    hoctap_roster_lay_out(engine, &layout)
  }

  /// Counts every row of `chunk`, as far as it ends in sight.
  ///
  /// - Parameters:
  ///   - chunk: which rows.
  ///   - handOn: takes a part of what they add once there is much of it.
  /// - Returns: the last part.
  func count(_ chunk: Chunk, handingOn handOn: (ChunkRemarks) -> Void) -> ChunkRemarks {
    var remarks = ChunkRemarks(bytesRead: chunk.bytesRead)
    hoctap_roster_begin_text(engine)
    let end = chunk.end ?? chunk.window.count
    var position = 0
    while position < end {
      if remarks.isFull {
        handOn(remarks)
        remarks = ChunkRemarks(bytesRead: chunk.bytesRead)
      }
      if !isPlain {
        position = hoctap_roster_take(engine, chunk.bytes, position, end)
        if hoctap_roster_is_full(engine) {
          fetch(&remarks)
          continue
        }
      }
      guard position < end, let next = countPlainly(chunk, from: position, &remarks) else { break }
      position = next
      fetch(&remarks)
    }
    chunk.consumed = position
    fetch(&remarks)
    remarks.lines = Int(hoctap_roster_lines(engine))
    return remarks
  }

  /// Counts one row by the plain reader; `nil` where it does not end in sight.
  private func countPlainly(
    _ chunk: Chunk, from start: Int, _ remarks: inout ChunkRemarks
  ) -> Int? {
    let line = Int(hoctap_roster_lines(engine)) + 1
    switch reader.read(chunk.window, from: start) {
    case .whole(let next, let lines):
      if !reader.isBlank { countWhole(chunk, line: line, &remarks) }
      hoctap_roster_add_lines(engine, UInt32(lines))
      return next
    case .broken(let code, let cell, let below, let next):
      refuse(code, cell: cell, line: line + below, &remarks)
      hoctap_roster_add_lines(engine, UInt32(below + 1))
      return next
    case .endless(let code, let cell, let below):
      refuse(code, cell: cell, line: line + below, &remarks)
      hoctap_roster_add_lines(engine, UInt32(below + 1))
      chunk.isCut = true
      return chunk.window.count
    case .unknown: return nil
    }
  }

  private func refuse(
    _ code: FindingCode, cell: Int?, line: Int, _ remarks: inout ChunkRemarks
  ) {
    let value = code == .wrongCellCount && cell == nil ? "\(reader.cells.count)" : ""
    remarks.refused += 1
    remarks.rejects.append(
      ChunkReject(line: line, code: code, column: nil, place: cell, value: value))
  }

  private func countWhole(_ chunk: Chunk, line: Int, _ remarks: inout ChunkRemarks) {
    let (person, problems) = judge.judge(reader.cells, in: chunk.bytes)
    guard let person else {
      remarks.refused += 1
      remarks.rejects += problems.map {
        ChunkReject(line: line, code: $0.code, column: $0.column, place: nil, value: $0.value)
      }
      return
    }
    learn(from: person, chunk)
    let group = person.group?.rawValue ?? Self.noGroup
    hoctap_roster_count(engine, number(of: person.commune), UInt32(group), person.marks)
    let facts = hoctap_roster_facts(engine, person.marks, person.day?.number ?? 0)
    if facts != 0 { hoctap_roster_note(engine, UInt32(line), facts) }
    if judge.rules.isUnique, !person.person.isEmpty {
      hoctap_roster_add_person(engine, person.person, person.person.count, UInt32(line))
    }
  }

  static let noGroup = hoctap_counters - 1

  private func number(of commune: [UInt8]) -> UInt32 {
    if let number = numbers[commune] { return UInt32(number) }
    let number = Int(hoctap_roster_commune(engine, commune, commune.count))
    precondition(number >= 0, "no memory")
    if !hoctap_roster_can_learn_commune(commune, commune.count) {
      numbers[commune] = number
      oddCodes[number] = commune
    }
    return UInt32(number)
  }

  /// Teaches the engine the spellings of a row that is counted.
  private func learn(from person: PersonRow, _ chunk: Chunk) {
    if let group = person.group {
      teach(hoctap_groups, .group, UInt8(group.rawValue), chunk)
      if groupNames[group.rawValue] == nil {
        let position = Position(file: file, chunk: chunk.number)
        groupNames[group.rawValue] = (person.groupName, position)
      }
    }
    for (bit, column) in [RosterColumn.title, .skill, .proficient].enumerated() {
      teach(hoctap_flags, column, UInt8(person.marks >> UInt32(bit) & 1), chunk)
    }
    teach(hoctap_statuses, .status, UInt8(person.marks >> 3), chunk)
  }

  private func teach(
    _ vocabulary: hoctap_vocabulary, _ column: RosterColumn, _ value: UInt8, _ chunk: Chunk
  ) {
    guard let place = judge.layout.place(of: column) else { return }
    let cell = reader.cells[place]
    guard !cell.isDoubled else { return }
    hoctap_roster_learn(
      engine, vocabulary, chunk.bytes + cell.content.lowerBound, cell.content.count, value)
  }

  /// Takes over what the engine has set aside, so that it has room again.
  private func fetch(_ remarks: inout ChunkRemarks) {
    var spills: UnsafePointer<hoctap_spill>?
    let spillCount = hoctap_roster_fetch_spills(engine, &spills)
    for spill in UnsafeBufferPointer(start: spills, count: spillCount) { keep(spill) }
    var notes: UnsafePointer<hoctap_noted>?
    let noteCount = hoctap_roster_fetch_notes(engine, &notes)
    remarks.notes += UnsafeBufferPointer(start: notes, count: noteCount)
    var persons: UnsafePointer<hoctap_person_row>?
    let personCount = hoctap_roster_fetch_persons(engine, &persons)
    remarks.persons += UnsafeBufferPointer(start: persons, count: personCount)
  }

  private func keep(_ spill: hoctap_spill) {
    let count = hoctap_lanes
    let lanes = withUnsafeBytes(of: spill.lanes) { bytes in
      bytes.bindMemory(to: UInt16.self).prefix(count).map { Int($0) }
    }
    let known = spilled[spill.counter] ?? Array(repeating: 0, count: count)
    spilled[spill.counter] = zip(known, lanes).map(+)
  }
}

extension Worker {
  var communeCount: Int { hoctap_roster_communes(engine) }

  /// The code of a commune by its number.
  func code(of commune: Int) -> [UInt8] {
    if let code = oddCodes[commune] { return code }
    let key = hoctap_roster_code(engine, commune)
    return withUnsafeBytes(of: key.littleEndian) { Array($0.prefix(Int(key >> 56))) }
  }

  /// Up to eight bytes of a code as a number that has their order.
  func beginning(ofCode commune: Int) -> UInt64 {
    let key = hoctap_roster_code(engine, commune)
    guard key == 0 else { return (key & 0xFF_FFFF_FFFF_FFFF).byteSwapped }
    return code(of: commune).prefix(8).enumerated().reduce(0) { sum, byte in
      sum | UInt64(byte.element) << UInt64(56 - 8 * byte.offset)
    }
  }

  /// Adds the counter of a group of a commune, lane by lane.
  func add(commune: Int, group: Int, to sums: inout RosterCounts.Lanes) {
    guard let counters = hoctap_roster_counters(engine) else { return }
    let counter = commune * hoctap_counters + group
    for lane in 0..<hoctap_lanes { sums[lane] &+= Int(counters[counter * 8 + lane]) }
    guard !spilled.isEmpty, let more = spilled[UInt32(counter)] else { return }
    for lane in 0..<hoctap_lanes { sums[lane] += more[lane] }
  }
}
