public import Model
import Yams

/// A programme with the places of its file, so that what is found wrong later is named there.
public struct LoadedProgramme: Sendable {
  public let programme: Programme
  private let file: String
  private let spots: [[String]: Spot]

  private struct Spot {
    let line: Int
    let column: Int
  }

  init(_ programme: Programme, root: YAMLNode) {
    self.programme = programme
    file = root.file
    var spots: [[String]: Spot] = [:]
    Self.collect(root.node, at: [], into: &spots)
    self.spots = spots
  }

  private static func collect(_ node: Node, at path: [String], into spots: inout [[String]: Spot]) {
    if let mark = node.mark { spots[path] = Spot(line: mark.line, column: mark.column) }
    for (key, value) in node.mapping ?? [:] {
      collect(value, at: path + [key.scalar?.string ?? ""], into: &spots)
    }
    for (index, item) in (node.sequence ?? []).enumerated() {
      collect(item, at: path + ["\(index)"], into: &spots)
    }
  }

  /// A problem at the value that `path` leads to, by keys and by indices of lists; where the path
  /// ends early, at the last value on it.
  public func problem(_ message: String, at path: String...) -> Fault.Problem {
    var path = path
    while spots[path] == nil, !path.isEmpty { path.removeLast() }
    return Fault.Problem(
      file: file, line: spots[path]?.line, column: spots[path]?.column, message: message)
  }

  /// A problem at a unit, as province or among the participants.
  public func problem(_ message: String, at unit: UnitCode) -> Fault.Problem {
    guard let index = programme.participants.firstIndex(of: unit) else {
      return problem(message, at: "province")
    }
    return problem(message, at: "participants", "\(index)")
  }

  /// A problem at an office, or at the list of all where it is not in it.
  public func problem(_ message: String, at office: OfficeID) -> Fault.Problem {
    let index = programme.offices.firstIndex { $0.id == office }
    return problem(message, at: "offices", index.map(String.init) ?? "", "id")
  }
}
