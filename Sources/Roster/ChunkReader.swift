import CRoster
import Model

/// Cuts a text into chunks that begin where rows begin.
final class ChunkReader {
  private let source: any TextSource
  private let sizes: ChunkSizes
  private var reader: PlainRowReader
  /// What has been read and belongs to the next chunk.
  private var carried: [UInt8]
  private var number = 0
  private var hasEnded = false
  private var skipsLine = false
  /// Steps over rows to find where a chunk may end.
  private let stepper: OpaquePointer
  private var bytesRead = 0

  init(
    _ source: any TextSource, beginning: [UInt8], layout: RosterLayout, sizes: ChunkSizes,
    machine: RosterMachine
  ) {
    self.source = source
    self.sizes = sizes
    carried = beginning
    reader = PlainRowReader(separator: layout.separator, longestRow: sizes.longestRow)
    reader.width = layout.width
    guard let stepper = hoctap_roster_make(machine.plain) else { preconditionFailure("no memory") }
    self.stepper = stepper
    var plain = layout.plain(by: RosterRules(period: 0), longestRow: sizes.longestRow)
    hoctap_roster_lay_out(stepper, &plain)
  }

  deinit { hoctap_roster_free(stepper) }

  /// Fills `chunk` with what follows; `false` at the end of the text.
  ///
  /// With `finding` the end of its last row is found here, so that another worker can go on from
  /// there at once.
  func next(_ chunk: Chunk, finding: Bool) throws(RosterFault.Reason) -> Bool {
    guard !hasEnded else { return false }
    try chunk.fill(carried, upTo: carried.count + sizes.chunk, from: source)
    bytesRead += chunk.filled - carried.count
    defer { chunk.bytesRead = bytesRead }
    if skipsLine, try !skipLine(chunk) { return false }
    chunk.number = number
    number += 1
    if chunk.isLast {
      chunk.end = chunk.filled
      hasEnded = true
      return true
    }
    if !finding { return true }
    while true {
      let end = lastRowStart(chunk)
      if end > 0 || chunk.isLast || chunk.isCut {
        chunk.end = chunk.isLast ? chunk.filled : end
        carried = chunk.isCut ? [] : chunk.tail(from: chunk.end ?? end)
        skipsLine = chunk.isCut
        hasEnded = chunk.isLast
        return true
      }
      let before = chunk.filled
      try chunk.fill(upTo: chunk.filled + sizes.chunk, from: source)
      bytesRead += chunk.filled - before
    }
  }

  /// Takes over from a chunk whose worker found its end.
  func carry(from chunk: Chunk) {
    guard !chunk.isLast else { return }
    carried = chunk.isCut ? [] : chunk.tail(from: chunk.consumed)
    skipsLine = chunk.isCut
  }

  /// Leaves out the rest of a line that was too long; `false` when the text ends with it.
  private func skipLine(_ chunk: Chunk) throws(RosterFault.Reason) -> Bool {
    while true {
      // The last byte is kept where it is a return, which a line feed may follow.
      if let next = reader.nextLine(chunk.window, from: 0) {
        carried = chunk.tail(from: next)
        skipsLine = false
        let wasLast = chunk.isLast
        let more = wasLast ? 0 : sizes.chunk
        try chunk.fill(carried, upTo: carried.count + more, from: source)
        bytesRead += chunk.filled - carried.count
        if wasLast { chunk.isLast = true }
        if wasLast, carried.isEmpty { hasEnded = true }
        return !hasEnded
      }
      let isReturn = chunk.bytes[chunk.filled - 1] == TableByte.carriageReturn
      carried = isReturn ? [TableByte.carriageReturn] : []
      let before = carried.count
      try chunk.fill(carried, upTo: before + sizes.chunk, from: source)
      bytesRead += chunk.filled - before
    }
  }

  /// Where the last row of the chunk that is not whole begins.
  private func lastRowStart(_ chunk: Chunk) -> Int {
    let bytes = chunk.bytes
    let lastLine = hoctap_roster_last_line(bytes, chunk.filled)
    if lastLine > 0 { return lastLine }
    hoctap_roster_begin_text(stepper)
    var position = 0
    while position < chunk.filled {
      position = hoctap_roster_skip(stepper, bytes, position, chunk.filled)
      if position == chunk.filled { break }
      switch reader.step(chunk.window, from: position) {
      case .next(let next): position = next
      case .cut:
        chunk.isCut = true
        return chunk.filled
      case .unknown: return position
      }
    }
    return position
  }
}

/// How much is read at once.
public struct ChunkSizes: Hashable, Sendable {
  public let chunk: Int
  /// A row of as many bytes is too long.
  public let longestRow: Int

  public init(chunk: Int = 1 << 17, longestRow: Int = 1 << 16) {
    self.chunk = chunk
    self.longestRow = longestRow
  }

  /// What a chunk may have to hold.
  var capacity: Int { 2 * chunk + longestRow + 4096 }
}

extension PlainRowReader {
  enum Step {
    case next(Int)
    /// The row is too long, and its line does not end in sight.
    case cut
    case unknown
  }

  /// Where the next row begins, whatever this one says.
  mutating func step(_ text: TextWindow, from start: Int) -> Step {
    switch read(text, from: start) {
    case .whole(let next, _), .broken(_, _, _, let next): .next(next)
    case .endless: .cut
    case .unknown: .unknown
    }
  }
}
