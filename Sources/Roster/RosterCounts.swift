import CRoster

/// The counts of a roster by commune and group, in the order of their bytes; only groups that occur.
public struct RosterCounts: RandomAccessCollection, Hashable, Sendable {
  private var communes: [String] = []
  private var groups: [String] = []
  /// Of each count the places of its commune and group.
  private var places: [Place] = []
  /// Of each count one number a lane.
  private var sums: [Int] = []

  private struct Place: Hashable {
    let commune: UInt32
    let group: UInt8
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }

  public subscript(index: Int) -> RosterCount {
    let lanes = sums[index * hoctap_lanes..<(index + 1) * hoctap_lanes]
    let first = lanes.startIndex
    return RosterCount(
      commune: communes[Int(places[index].commune)], group: groups[Int(places[index].group)],
      persons: lanes[first], learningCitizens: lanes[first + 1],
      digitallySkilled: lanes[first + 2], proficient: lanes[first + 3],
      recognised: lanes[first + 4])
  }

  /// A commune as one worker knows it.
  private struct Source {
    let worker: Int32
    let commune: Int32
  }

  /// The counters of all workers, added up.
  init(of workers: [Worker]) {
    let names = Self.groupNames(of: workers)
    let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    groups = names.map { String(decoding: $0, as: UTF8.self) }
    let code = { (source: Source) in workers[Int(source.worker)].communes[Int(source.commune)] }
    let sources = workers.indices.flatMap { worker in
      workers[worker].communes.indices.map { Source(worker: Int32(worker), commune: Int32($0)) }
    }
    .sorted { code($0).lexicographicallyPrecedes(code($1)) }
    let most = workers.reduce(0) { $0 + $1.counterCount }
    places.reserveCapacity(most / workers.count)
    sums.reserveCapacity(most / workers.count * hoctap_lanes)
    var rest = sources[...]
    while let first = rest.first {
      let same = rest.prefix { code($0) == code(first) }
      communes.append(String(decoding: code(first), as: UTF8.self))
      for group in order { add(group, from: same, of: workers) }
      rest = rest.dropFirst(same.count)
    }
  }

  /// Adds a group of the last commune, if there is somebody in it.
  private mutating func add(
    _ group: Int, from sources: ArraySlice<Source>, of workers: [Worker]
  ) {
    let first = sums.count
    sums.append(contentsOf: repeatElement(0, count: hoctap_lanes))
    for source in sources {
      for lane in 0..<hoctap_lanes {
        sums[first + lane] += workers[Int(source.worker)].count(
          ofCommune: Int(source.commune), group: group, lane: lane)
      }
    }
    if sums[first] == 0 {
      sums.removeLast(hoctap_lanes)
    } else {
      places.append(Place(commune: UInt32(communes.count - 1), group: UInt8(group)))
    }
  }

  /// As each group is written where it stands first.
  private static func groupNames(of workers: [Worker]) -> [[UInt8]] {
    var names: [Int: (name: [UInt8], at: Worker.Position)] = [:]
    for worker in workers { names.merge(worker.groupNames) { $0.at <= $1.at ? $0 : $1 } }
    return (0..<hoctap_counters).map { names[$0]?.name ?? [] }
  }
}
