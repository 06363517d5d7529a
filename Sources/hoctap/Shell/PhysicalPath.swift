import Foundation

/// A path with every link followed, as far as it exists.
struct PhysicalPath {
  private let names: [String]

  init(_ url: URL) {
    names = url.path.split(separator: "/").reduce(into: []) { names, name in
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default:
        names.append(String(name))
        if let followed = Self.followed(names) { names = followed }
      }
    }
  }

  /// Whether this is one of `others`, lies in one or contains one.
  func overlaps(_ others: [PhysicalPath]) -> Bool {
    others.contains { names.starts(with: $0.names) || $0.names.starts(with: names) }
  }

  /// Returns `nil` where nothing exists.
  private static func followed(_ names: [String]) -> [String]? {
    guard let path = realpath("/" + names.joined(separator: "/"), nil) else { return nil }
    defer { free(path) }
    return String(cString: path).split(separator: "/").map(String.init)
  }
}
