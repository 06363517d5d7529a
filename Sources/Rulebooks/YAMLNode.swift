import Model
import Yams

/// A node of a YAML file that knows its file, and the keys and values that a reader asks for.
///
/// Every problem is collected, none is thrown: a file with ten mistakes gets them all named.
struct YAMLNode {
  let node: Node
  let file: String

  var line: Int? { node.mark?.line }
  var column: Int? { node.mark?.column }
  var isScalar: Bool { node.scalar != nil }

  /// The text under `key`, without a report when there is none.
  func scalar(of key: String) -> String? { node.mapping?[key]?.scalar?.string }

  /// The items of the list under `key`, without a report when there is none.
  func list(_ key: String) -> [YAMLNode] {
    node.mapping?[key].flatMap { YAMLNode(node: $0, file: file).items } ?? []
  }

  /// The items of a list; `nil` for anything else.
  var items: [YAMLNode]? { node.sequence?.map { YAMLNode(node: $0, file: file) } }

  func problem(_ message: String) -> Fault.Problem {
    Fault.Problem(file: file, line: line, column: column, message: message)
  }
}

/// Reads one YAML file and gathers what is wrong with it.
final class YAMLReader {
  // A class because nested readers add to one list of problems.
  private(set) var problems: [Fault.Problem] = []

  func report(_ problem: Fault.Problem) { problems.append(problem) }

  /// The root of `text`, or `nil` with a problem; anchors and aliases are refused, because they
  /// let a small file grow without bound.
  func root(of text: String, file: String) -> YAMLNode? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic)
      guard let node = try parser.singleRoot() else {
        report(Fault.Problem(file: file, message: "Tệp trống."))
        return nil
      }
      guard let anchored = firstAnchor(in: node) else { return YAMLNode(node: node, file: file) }
      report(
        YAMLNode(node: anchored, file: file).problem(
          "Không dùng neo (&) và tham chiếu (*) của YAML; hãy viết đầy đủ giá trị."))
    } catch let error as YamlError {
      report(syntaxProblem(error, file: file))
    } catch {
      report(Fault.Problem(file: file, message: "Không đọc được YAML: \(error)"))
    }
    return nil
  }

  private func firstAnchor(in node: Node) -> Node? {
    if node.anchor != nil { return node }
    switch node {
    case .scalar: return nil
    case .alias: return node
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let anchored = firstAnchor(in: key) ?? firstAnchor(in: value) { return anchored }
      }
      return nil
    case .sequence(let sequence):
      for item in sequence {
        if let anchored = firstAnchor(in: item) { return anchored }
      }
      return nil
    }
  }
}
