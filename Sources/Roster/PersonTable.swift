/// The persons that were seen, by numbers that only equal ids share, in at most 16 bytes a person.
///
/// Of two ids that are numbers the numbers are never equal; of others in one of 10^13 pairs or less
/// often than that.
struct PersonTable {
  private var parts: [Part]
  /// As many are kept, those that come first.
  private let most: Int
  private var count = 0

  init(most: Int = .max) {
    self.most = most
    parts = (0..<Self.partCount).map { _ in Part() }
  }

  /// Whether the person had been seen before.
  mutating func insert(_ person: UInt64) -> Bool {
    let part = Int(person >> UInt64(64 - Self.partBits))
    guard count < most else { return parts[part].contains(person) }
    let isKnown = parts[part].insert(person)
    if !isKnown { count += 1 }
    return isKnown
  }

  /// How many bytes are kept for them.
  var size: Int { parts.reduce(0) { $0 + $1.slots.count * MemoryLayout<UInt64>.size } }

  // A part that grows is there twice for a while, which must not weigh.
  private static let partBits = 8
  private static let partCount = 1 << partBits

  private struct Part {
    var slots: [UInt64] = Array(repeating: 0, count: 16)
    var count = 0

    mutating func insert(_ person: UInt64) -> Bool {
      if count * 8 >= slots.count * 7 { grow() }
      var slot = place(person)
      while slots[slot] != 0 {
        if slots[slot] == person { return true }
        slot = slot + 1 == slots.count ? 0 : slot + 1
      }
      slots[slot] = person
      count += 1
      return false
    }

    func contains(_ person: UInt64) -> Bool {
      var slot = place(person)
      while slots[slot] != 0 {
        if slots[slot] == person { return true }
        slot = slot + 1 == slots.count ? 0 : slot + 1
      }
      return false
    }

    /// The bits below those that choose the part choose the slot, whatever the number of slots is.
    private func place(_ person: UInt64) -> Int {
      Int((person << UInt64(partBits)).multipliedFullWidth(by: UInt64(slots.count)).high)
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: 0, count: old.count + old.count / 4)
      for person in old where person != 0 {
        var slot = place(person)
        while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
        slots[slot] = person
      }
    }
  }
}
