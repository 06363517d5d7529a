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

  /// The counters of all workers, added up.
  init(of workers: [Worker]) {
    let names = Self.groupNames(of: workers)
    let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    groups = names.map { String(decoding: $0, as: UTF8.self) }
    var numbers: [[UInt8]: [(worker: Int, commune: Int)]] = [:]
    for (index, worker) in workers.enumerated() {
      for (commune, code) in worker.communes.enumerated() {
        numbers[code, default: []].append((index, commune))
      }
    }
    let codes = numbers.keys.sorted { $0.lexicographicallyPrecedes($1) }
    communes = codes.map { String(decoding: $0, as: UTF8.self) }
    let most = codes.reduce(0) { $0 + Self.groupCount(numbers[$1] ?? [], of: workers) }
    places.reserveCapacity(most)
    sums.reserveCapacity((most + 1) * hoctap_lanes)
    for (number, code) in codes.enumerated() {
      for group in order {
        add(UInt32(number), group, from: numbers[code] ?? [], of: workers)
      }
    }
  }

  private mutating func add(
    _ number: UInt32, _ group: Int, from counters: [(worker: Int, commune: Int)],
    of workers: [Worker]
  ) {
    let first = sums.count
    sums.append(contentsOf: repeatElement(0, count: hoctap_lanes))
    for (worker, commune) in counters {
      for lane in 0..<hoctap_lanes {
        sums[first + lane] += workers[worker].count(ofCommune: commune, group: group, lane: lane)
      }
    }
    if sums[first] == 0 {
      sums.removeLast(hoctap_lanes)
    } else {
      places.append(Place(commune: number, group: UInt8(group)))
    }
  }

  /// How many groups of a commune occur.
  private static func groupCount(
    _ counters: [(worker: Int, commune: Int)], of workers: [Worker]
  ) -> Int {
    (0..<hoctap_counters).count { group in
      counters.contains { workers[$0.worker].count(ofCommune: $0.commune, group: group, lane: 0) > 0 }
    }
  }

  /// As each group is written where it stands first.
  private static func groupNames(of workers: [Worker]) -> [[UInt8]] {
    var names: [Int: (name: [UInt8], at: Worker.Position)] = [:]
    for worker in workers { names.merge(worker.groupNames) { $0.at <= $1.at ? $0 : $1 } }
    return (0..<hoctap_counters).map { names[$0]?.name ?? [] }
  }
}
