import Foundation
import FuzzTargets

/// The reader that `HOCTAP_FUZZ` names.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["HOCTAP_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    preconditionFailure("HOCTAP_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let broken = target.brokenPromise(with: bytes) { preconditionFailure(broken) }
  return 0
}
