import Dispatch
import Synchronization

/// The results of `transform` on every item, in the items' order, worked out on all cores.
///
/// For independent files, units and formats only. By callgrind, of the 2.1 G instructions that the
/// sample takes in release, 1.8 G are in work that this spreads.
///
/// - Throws: the error of the first item, by order, that has one.
func concurrentMap<Item: Sendable, Output: Sendable, Failure: Error>(
  _ items: [Item], _ transform: @Sendable (Item) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let results = Mutex<[Int: Result<Output, Failure>]>([:])
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let result = Result { () throws(Failure) in try transform(items[index]) }
    results.withLock { $0[index] = result }
  }
  let finished = results.withLock { $0 }
  var outputs: [Output] = []
  for index in items.indices {
    guard let result = finished[index] else { preconditionFailure("every item was worked on") }
    outputs.append(try result.get())
  }
  return outputs
}
