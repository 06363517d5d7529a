import Model

/// What a template of a filter can name.
///
/// Ids are written as in ``list(_:)``.
func frame(of filter: Filter) -> Frame {
  [
    "id": encoded(filter.id), "label": filter.label,
    "choices": filter.choices.map { ["id": encoded($0.id), "label": $0.label] as Frame },
  ]
}

/// Topics as one text for an attribute: `don-vi=748 co-quan=so-noi-vu; don-vi=748 co-quan=…`.
///
/// Ids are percent-encoded, so that none holds one of the signs between them, and so that a choice
/// can stand in a page's address as it is.
func list(_ topics: [Topic]) -> String {
  topics.map { topic in
    topic.choices.sorted { $0.key < $1.key }
      .map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: " ")
  }.joined(separator: "; ")
}

private func encoded(_ id: String) -> String {
  id.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      String(UnicodeScalar(byte))
    default: percentEncoded(byte)
    }
  }.joined()
}
