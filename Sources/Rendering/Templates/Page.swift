import Mustache

/// The values that a template can name, at the outermost level.
///
/// A class, because the template library asks for values one by one and says nothing of those
/// that are missing: this remembers them.
final class Page: MustacheParent {
  private let values: Frame
  /// Names that were asked for and do not exist.
  private(set) var missing: Set<String> = []

  init(_ values: Frame) { self.values = values }

  func child(named name: String) -> Any? {
    if let value = values[name] { return value }
    missing.insert(name)
    return nil
  }
}

/// The values of one level: texts, flags, frames, and lists of texts or of frames.
///
/// A frame has all of its names always, so that a name that has no value here is never looked up
/// in the frame around it.
///
/// A type of its own, because the library asks each value what it is, and of a dictionary that
/// question is slow.
struct Frame: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any]

  init(dictionaryLiteral elements: (String, Any)...) {
    values = Dictionary(elements) { first, _ in first }
  }

  subscript(name: String) -> Any? {
    get { values[name] }
    set { values[name] = newValue }
  }

  func child(named name: String) -> Any? { values[name] }

  /// This frame with the names of another, which it does not have.
  func adding(_ other: Frame) -> Frame {
    var result = self
    result.values.merge(other.values) { first, _ in first }
    return result
  }
}

/// A name without a value: a section of it is left out, and it prints nothing.
struct Absent: MustacheCustomRepresentation {
  var representation: Any? { nil }
}

extension Absent {
  /// A text that may be blank, so that a template can ask whether it is there.
  static func ifBlank(_ text: String?) -> Any {
    guard let text, !text.allSatisfy(\.isWhitespace) else { return Absent() }
    return text
  }

  /// A frame around a list that is not empty, so that a template can write something around it.
  static func ifEmpty(_ items: [some Any]) -> Any {
    items.isEmpty ? Absent() : ["items": items] as Frame
  }
}
