import CRoster

/// The counts of a roster by commune and group, in the order of their bytes; only groups that occur.
public struct RosterCounts: RandomAccessCollection, Hashable, Sendable {
  private var communes: [String] = []
  private var groups: [String] = []
  /// Of each count the places of its commune and group.
  private var places: [Place] = []
  /// Of each count one number a lane; lanes that are not used are left out.
  private var sums: [UInt32] = []
  /// Those that are larger, by their place among `sums`.
  private var largeSums: [Int: Int] = [:]

  /// The numbers of one count; there is room for more.
  typealias Lanes = SIMD8<Int>

  private struct Place: Hashable {
    let commune: UInt32
    let group: UInt8
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }

  public subscript(index: Int) -> RosterCount {
    func lane(_ lane: Int) -> Int {
      let place = index * hoctap_lanes + lane
      return sums[place] < UInt32.max ? Int(sums[place]) : largeSums[place] ?? 0
    }
    return RosterCount(
      commune: communes[Int(places[index].commune)], group: groups[Int(places[index].group)],
      persons: lane(0), learningCitizens: lane(1), digitallySkilled: lane(2), proficient: lane(3),
      recognised: lane(4), skilledHolders: lane(5), proficientHolders: lane(6))
  }

  /// A commune as one worker knows it.
  private struct Source {
    /// The first bytes of the code, by which the order of most is known.
    let beginning: UInt64
    let worker: Int32
    let commune: Int32
  }

  /// The counters of all workers, added up.
  init(of workers: [Worker]) {
    let names = Self.groupNames(of: workers)
    let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    groups = names.map { String(decoding: $0, as: UTF8.self) }
    let code = { (source: Source) in workers[Int(source.worker)].code(of: Int(source.commune)) }
    let sources = Self.sources(workers).sorted {
      $0.beginning == $1.beginning
        ? code($0).lexicographicallyPrecedes(code($1)) : $0.beginning < $1.beginning
    }
    var first = 0
    while first < sources.count {
      var end = first + 1
      while end < sources.count, sources[end].beginning == sources[first].beginning,
        code(sources[end]) == code(sources[first])
      {
        end += 1
      }
      communes.append(String(decoding: code(sources[first]), as: UTF8.self))
      add(sources[first..<end], of: workers, groups: order)
      first = end
    }
  }

  private static func sources(_ workers: [Worker]) -> [Source] {
    var sources: [Source] = []
    sources.reserveCapacity(workers.reduce(0) { $0 + $1.communeCount })
    for (index, worker) in workers.enumerated() {
      for commune in 0..<worker.communeCount {
        sources.append(
          Source(
            beginning: worker.beginning(ofCode: commune), worker: Int32(index),
            commune: Int32(commune)))
      }
    }
    return sources
  }

  /// Adds the groups of the last commune in which there is somebody.
  private mutating func add(
    _ sources: ArraySlice<Source>, of workers: [Worker], groups: [Int]
  ) {
    let number = UInt32(communes.count - 1)
    for group in groups {
      var lanes = Lanes()
      for source in sources {
        workers[Int(source.worker)].add(
          commune: Int(source.commune), group: group, to: &lanes)
      }
      guard lanes[0] > 0 else { continue }
      places.append(Place(commune: number, group: UInt8(group)))
      for lane in 0..<hoctap_lanes {
        if lanes[lane] >= UInt32.max { largeSums[sums.count] = lanes[lane] }
        sums.append(UInt32(clamping: lanes[lane]))
      }
    }
  }

  /// As each group is written where it stands first.
  private static func groupNames(of workers: [Worker]) -> [[UInt8]] {
    var names: [Int: (name: [UInt8], at: Worker.Position)] = [:]
    for worker in workers { names.merge(worker.groupNames) { $0.at <= $1.at ? $0 : $1 } }
    return (0..<hoctap_counters).map { names[$0]?.name ?? [] }
  }
}
