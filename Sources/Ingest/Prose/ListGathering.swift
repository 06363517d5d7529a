import Model

/// The items of lists while they are read: lists that follow each other are one, and items below
/// items stand in it with their level.
struct ListGathering {
  private var items: [ProseItem] = []
  private var line = 0
  /// The next number of each list that is open; `nil` for dashes.
  private var open: [Int?] = []
  /// Whether the last item has nothing yet.
  private var isFresh = false

  mutating func open(from number: Int?) { open.append(number) }

  mutating func close() {
    open.removeLast()
    isFresh = false
  }

  mutating func beginItem(onLine line: Int) {
    guard let last = open.indices.last else { return }
    if items.isEmpty { self.line = line }
    add(level: open.count, open[last].map(ProseItem.Marker.number) ?? .dash, [])
    if let number = open[last] { open[last] = min(number + 1, ProseItem.greatestNumber) }
    isFresh = true
  }

  /// Puts `runs` into the item that is open; false when there is none, as after a table in it.
  mutating func addToItem(_ runs: [ProseRun]) -> Bool {
    guard !open.isEmpty, let last = items.last else { return false }
    if isFresh {
      items[items.count - 1] = ProseItem(level: last.level, marker: last.marker, runs: runs)
    } else {
      add(level: open.count, .none, runs)
    }
    isFresh = false
    return true
  }

  /// The list so far, which ends here; `nil` when there is none.
  mutating func finished() -> (items: [ProseItem], line: Int)? {
    guard !items.isEmpty else { return nil }
    defer { items = [] }
    isFresh = false
    return (items, line)
  }

  /// A level is at most one below the item before, which after a table may be gone.
  private mutating func add(level: Int, _ marker: ProseItem.Marker, _ runs: [ProseRun]) {
    let before = items.last?.level ?? 0
    let reachable = min(level, ProseItem.deepestLevel, marker == .none ? before : before + 1)
    items.append(ProseItem(level: reachable, marker: marker, runs: runs))
  }
}

extension ProseItem {
  /// Deeper items stand on this level: no page has room for more.
  static let deepestLevel = 6

  /// The greatest number that Markdown can write.
  static let greatestNumber = 999_999_999
}
