import Model

/// Reads the questions that the instrument leaves open (cách hiểu).
struct InterpretationsReader {
  let reader: YAMLReader

  func read(_ nodes: [YAMLNode]) -> [Interpretation] {
    let read = nodes.compactMap { node in interpretation(node).map { ($0, node) } }
    reader.requireUnique(read.map { ($0.0.id.rawValue, $0.1) }, what: "Cách hiểu")
    return read.map(\.0)
  }

  private func interpretation(_ node: YAMLNode) -> Interpretation? {
    let mapping = YAMLMapping(
      node, keys: ["id", "governs", "clause", "question", "default", "readings"], reader: reader)
    let governs = reader.choice(mapping.required("governs"), of: OpenPoint.self)
    let readings = mapping.list("readings").map { node in
      let reading = YAMLMapping(node, keys: ["id", "text"], reader: reader)
      return Interpretation.Reading(id: reading.text("id"), text: reading.text("text"))
    }
    let interpretation = governs.map { governs in
      Interpretation(
        id: InterpretationID(mapping.text("id")), governs: governs, clause: mapping.text("clause"),
        question: mapping.text("question"), readings: readings,
        defaultReading: mapping.text("default"))
    }
    if let interpretation { check(interpretation, at: mapping) }
    return interpretation
  }

  private func check(_ interpretation: Interpretation, at mapping: YAMLMapping) {
    let choices = interpretation.governs.choices
    if interpretation.readings.map(\.id).sorted() != choices.sorted() {
      let node = mapping.optional("readings") ?? mapping.node
      reader.report(
        node.problem(
          "Cách hiểu về “\(interpretation.governs.rawValue)” phải có đúng các lựa chọn: "
            + choices.joined(separator: ", ") + "."))
    }
    if !choices.contains(interpretation.defaultReading) {
      let node = mapping.optional("default") ?? mapping.node
      reader.report(
        node.problem(
          "Mặc định “\(interpretation.defaultReading)” không phải là một trong: "
            + choices.joined(separator: ", ") + "."))
    }
  }
}
