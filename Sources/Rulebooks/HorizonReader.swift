import Model

/// Reads the years by which targets are to be reached (mốc mục tiêu).
struct HorizonReader {
  let reader: YAMLReader

  func read(_ mapping: YAMLMapping) -> [Horizon] {
    let nodes = mapping.list("horizons")
    let horizons = nodes.compactMap(horizon)
    reader.requireUnique(zip(horizons, nodes).map { ($0.id.rawValue, $1) }, what: "Mốc mục tiêu")
    for (pair, node) in zip(zip(horizons, horizons.dropFirst()), nodes.dropFirst())
    where pair.0.year >= pair.1.year {
      reader.report(
        node.problem("Mốc mục tiêu phải theo thứ tự năm: \(pair.1.year) đứng sau \(pair.0.year)."))
    }
    if nodes.isEmpty {
      reader.report(mapping.node.problem("“horizons” phải có ít nhất một mốc."))
    }
    return horizons
  }

  private func horizon(_ node: YAMLNode) -> Horizon? {
    let mapping = YAMLMapping(
      node, keys: ["id", "title", "year", "clause", "review"], reader: reader)
    let (id, title) = (mapping.text("id"), mapping.text("title"))
    let (yearText, clause) = (mapping.text("year"), mapping.text("clause"))
    guard let year = Int(yearText), (2000...2100).contains(year) else {
      if let node = mapping.optional("year"), !yearText.isEmpty {
        reader.report(node.problem("“\(yearText)” không phải là một năm."))
      }
      return nil
    }
    return Horizon(
      id: HorizonID(id), title: title, year: year, clause: clause,
      review: mapping.has("review") ? mapping.text("review") : nil)
  }
}
