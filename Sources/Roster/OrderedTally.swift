import Dispatch
import Synchronization

/// Adds to a tally what several workers find, in the order of the chunks.
///
/// What waits for its turn is bounded: so many chunks, and of each so much that it is not full. A worker
/// that finds more waits until its chunk is the next; the chunk before has a worker too, so that the
/// first of them never waits. Unchecked, because the type system does not see that all is behind the
/// lock.
final class OrderedTally: @unchecked Sendable {
  private let tally: Tally
  private let lock = Mutex(())
  private var nextChunk = 0
  /// The last parts of chunks whose turn has not come.
  private var finished: [Int: ChunkRemarks] = [:]
  /// The turns of workers that wait for theirs.
  private var turns: [Int: DispatchSemaphore] = [:]
  /// Chunks that may be read and not yet be told of.
  private let slots: DispatchSemaphore

  init(_ tally: Tally, threads: Int) {
    self.tally = tally
    slots = DispatchSemaphore(value: 4 * threads)
  }

  /// Waits until another chunk may be read.
  func expectChunk() { slots.wait() }

  /// Takes back that a chunk was expected.
  func expectNone() { slots.signal() }

  /// Adds a part of a chunk that is not its last; waits for the turn of the chunk.
  func add(_ part: ChunkRemarks, of chunk: Int) {
    let turn: DispatchSemaphore? = lock.withLock { _ in
      guard chunk != nextChunk else { return nil }
      let turn = DispatchSemaphore(value: 0)
      turns[chunk] = turn
      return turn
    }
    turn?.wait()
    lock.withLock { _ in tally.add(part) }
  }

  /// Adds the last part of a chunk when its turn comes.
  func finish(_ chunk: Int, with part: ChunkRemarks) {
    lock.withLock { _ in
      finished[chunk] = part
      while let next = finished.removeValue(forKey: nextChunk) {
        tally.add(next)
        nextChunk += 1
        slots.signal()
      }
      turns.removeValue(forKey: nextChunk)?.signal()
    }
  }
}
