import CRoster
import Dispatch
import Model
import Synchronization

/// Lets go of the code that the start of the program has read into memory, which is more than a count
/// needs for itself; what is needed again comes back.
public func releaseStartingCode() { hoctap_release_code() }

/// How a roster is read; the answer is the same whichever is taken.
public struct RosterReading: Hashable, Sendable {
  public let machine: RosterMachine
  public let threads: Int
  public let sizes: ChunkSizes

  public init(
    machine: RosterMachine = .best, threads: Int = 1, sizes: ChunkSizes = ChunkSizes()
  ) {
    self.machine = machine
    self.threads = max(threads, 1)
    self.sizes = sizes
  }
}

/// Who is told of what happens while a roster is read; told in the order of files and lines.
public protocol RosterListener: AnyObject {
  func rejected(_ reject: RosterReject)
  /// As many bytes of the text have been read so far, of all files.
  func progressed(to bytes: Int)
}

/// Counts the persons of rosters (đếm danh sách công dân).
///
/// Memory does not grow with the number of rows but, with `isUnique`, by at most 16 bytes a person.
/// What a person's cells say beyond the counts leaves this function nowhere.
///
/// - Parameters:
///   - sources: the files, each read once.
///   - rules: what is checked and asked for.
///   - reading: how it is done.
///   - listener: is told of rows that are left out.
/// - Returns: the counts of all files together.
/// - Throws: why one of the files cannot be read at all.
public func countRoster(
  _ sources: [any TextSource], by rules: RosterRules, reading: RosterReading = RosterReading(),
  telling listener: any RosterListener
) throws(RosterFault) -> CountedRoster {
  let tally = Tally(rules: rules, listener: listener)
  let empty = RowJudge(layout: RosterLayout(separator: 0, headings: []), rules: rules)
  let workers = (0..<reading.threads).map { _ in Worker(reading.machine, judge: empty) }
  for (file, source) in sources.enumerated() {
    do throws(RosterFault.Reason) {
      try FileCount(file: file, reading: reading, tally: tally, workers: workers)
        .count(try openedText(source))
    } catch {
      throw RosterFault(file: file, reason: error)
    }
  }
  return tally.roster(of: workers)
}

/// The count of one file.
///
/// Its chunks are counted by several workers at once. Unchecked, because the type system does not see
/// that each worker and chunk is one thread's, and the reader is behind a lock.
private final class FileCount: @unchecked Sendable {
  private let file: Int
  private let reading: RosterReading
  private let tally: Tally
  private let workers: [Worker]
  private let turn = Mutex(())
  private var failure: RosterFault.Reason?

  init(file: Int, reading: RosterReading, tally: Tally, workers: [Worker]) {
    self.file = file
    self.reading = reading
    self.tally = tally
    self.workers = workers
  }

  func count(_ text: any TextSource) throws(RosterFault.Reason) {
    let (found, rest) = try readHeading(of: text)
    let judge = RowJudge(layout: found.layout, rules: tally.rules)
    for worker in workers {
      worker.begin(file, judge: judge, longestRow: reading.sizes.longestRow)
    }
    tally.begin(file, layout: found.layout, lines: found.lines)
    let reader = ChunkReader(
      text, beginning: rest, layout: found.layout, sizes: reading.sizes, machine: reading.machine)
    if workers.count == 1 {
      try countAlone(reader, by: workers[0])
    } else {
      let shared = SharedReader(reader: reader)
      let ordered = OrderedTally(tally, threads: workers.count)
      DispatchQueue.concurrentPerform(iterations: workers.count) { index in
        self.work(shared, by: index, telling: ordered)
      }
      if let failure { throw failure }
    }
  }

  private func countAlone(_ reader: ChunkReader, by worker: Worker) throws(RosterFault.Reason) {
    let chunk = Chunk(capacity: reading.sizes.capacity)
    while try reader.next(chunk, finding: false) {
      let last = worker.count(chunk) { tally.add($0) }
      tally.add(last)
      reader.carry(from: chunk)
    }
  }

  /// The reader, which threads use one after another.
  private struct SharedReader: @unchecked Sendable { let reader: ChunkReader }

  private func work(_ shared: SharedReader, by index: Int, telling ordered: OrderedTally) {
    let chunk = Chunk(capacity: reading.sizes.capacity)
    while true {
      ordered.expectChunk()
      guard readNext(chunk, from: shared.reader) else { return ordered.expectNone() }
      let number = chunk.number
      let last = workers[index].count(chunk) { ordered.add($0, of: number) }
      ordered.finish(number, with: last)
    }
  }

  private func readNext(_ chunk: Chunk, from reader: ChunkReader) -> Bool {
    turn.withLock { _ in
      guard failure == nil else { return false }
      do throws(RosterFault.Reason) {
        return try reader.next(chunk, finding: true)
      } catch {
        failure = error
        return false
      }
    }
  }

  /// The row of headings, and what was read beyond it.
  private func readHeading(
    of text: any TextSource
  ) throws(RosterFault.Reason) -> (HeadingSearch.Found, [UInt8]) {
    let size = max(reading.sizes.longestRow, 4096)
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { room.deallocate() }
    let count = try text.fill(room)
    guard let start = room.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      throw .empty
    }
    let window = TextWindow(bytes: start, count: count, isLast: count < size)
    let found = try HeadingSearch(text: window, longestRow: size).find()
    return (found, Array(room[found.start..<count]))
  }
}
