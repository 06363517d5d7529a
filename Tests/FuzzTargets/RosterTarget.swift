import Model
public import Roster

/// However a roster is read, the answer is that of the plain reader on the whole text.
func brokenPromiseOfRoster(_ bytes: [UInt8]) -> String? {
  guard let choice = bytes.first else { return nil }
  let heading = "Mã xã,Năm sinh,Nhóm,Danh hiệu,Trạng thái,Ngày công nhận,Mã định danh,Họ tên\n"
  let text = choice % 2 == 0 ? Array(heading.utf8) + bytes.dropFirst() : Array(bytes.dropFirst())
  let sizes = [Int(choice) / 2 + 1, 1 << 12].map { ChunkSizes(chunk: $0, longestRow: 150) }
  return RosterAgreement(text: text, sizes: sizes, threads: [1, 2]).disagreement
}

/// Reads one text in several ways and compares the answers.
public struct RosterAgreement {
  private let text: [UInt8]
  private let sizes: [ChunkSizes]
  private let threads: [Int]

  /// - Parameters:
  ///   - text: a roster, or anything else.
  ///   - sizes: with the same longest row.
  ///   - threads: numbers of threads.
  public init(text: [UInt8], sizes: [ChunkSizes], threads: [Int] = [1]) {
    self.text = text
    self.sizes = sizes
    self.threads = threads
  }

  /// The first way that has another answer than the plain reader, in words.
  public var disagreement: String? {
    let longest = sizes.first?.longestRow ?? ChunkSizes().longestRow
    let whole = ChunkSizes(chunk: text.count + 1, longestRow: longest)
    let plain = RosterAnswer(of: text, reading: RosterReading(machine: .plain, sizes: whole))
    for machine in RosterMachine.available {
      for size in sizes {
        for number in threads {
          let reading = RosterReading(machine: machine, threads: number, sizes: size)
          let answer = RosterAnswer(of: text, reading: reading)
          if answer != plain {
            return "\(machine), chunks of \(size.chunk), \(number) threads: \(answer) for \(plain)"
          }
        }
      }
    }
    return nil
  }
}

/// Everything that reading a roster says.
public struct RosterAnswer: Hashable {
  public private(set) var roster: CountedRoster?
  public private(set) var fault: RosterFault?
  public private(set) var rejects: [RosterReject] = []

  /// The rules under which all is checked and asked for.
  public static let rules = RosterRules(
    period: 2022, isUnique: true,
    recognition: RecognitionRules(
      programmeBegins: CalendarDay(year: 2021, month: 1, day: 1),
      asOf: CalendarDay(year: 2022, month: 11, day: 25)))

  public init(
    of text: [UInt8], by rules: RosterRules = Self.rules,
    reading: RosterReading = RosterReading()
  ) {
    self.init(of: [text], by: rules, reading: reading)
  }

  public init(
    of texts: [[UInt8]], by rules: RosterRules, reading: RosterReading = RosterReading()
  ) {
    let listener = Listener()
    do throws(RosterFault) {
      roster = try countRoster(
        texts.map { MemorySource($0) }, by: rules, reading: reading, telling: listener)
      rejects = listener.rejects
    } catch {
      fault = error
    }
  }

  private final class Listener: RosterListener {
    var rejects: [RosterReject] = []
    func rejected(_ reject: RosterReject) { rejects.append(reject) }
    func progressed(to bytes: Int) {}
  }
}
