import Dispatch
import Synchronization

/// The results of `transform` on every item, in the items' order, worked out on all cores.
///
/// For independent files, units and formats only.
///
/// - Throws: the error of the first item, by order, that has one.
public func concurrentMap<Item: Sendable, Output: Sendable, Failure: Error>(
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

/// Both results, worked out at the same time.
///
/// - Throws: the error of `first`, else that of `second`.
public func concurrently<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @Sendable () throws(Failure) -> First,
  _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let firstResult = Mutex<Result<First, Failure>?>(nil)
  let secondResult = Mutex<Result<Second, Failure>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { () throws(Failure) in try first() }
      firstResult.withLock { $0 = result }
    } else {
      let result = Result { () throws(Failure) in try second() }
      secondResult.withLock { $0 = result }
    }
  }
  guard let first = firstResult.withLock({ $0 }), let second = secondResult.withLock({ $0 }) else {
    preconditionFailure("both were worked on")
  }
  return (try first.get(), try second.get())
}
