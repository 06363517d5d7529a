import Foundation
public import Model

/// The bytes of `value` as JSON: keys sorted, two blanks a level, a line end at the end.
///
/// - Throws: a fault when the value cannot be encoded, which no ``JSONValue`` causes.
public func renderJSON(_ value: JSONValue, file: String) throws(Fault) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  do {
    return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
  } catch {
    throw Fault(file: file, "Không ghi được JSON: \(error)")
  }
}
