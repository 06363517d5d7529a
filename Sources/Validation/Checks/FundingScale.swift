import Model

extension RowReader {
  /// A sum of whole đồng.
  mutating func sum(_ key: ColumnKey) -> Int? {
    count(key, upTo: FundingFile.largestSum, else: .notWholeAmount)?.value
  }

  /// Warns of a row with a sum that is too small to be in đồng, once.
  mutating func checkScale(of line: FundingLine) {
    let sums: [(ColumnKey, Int?)] = [
      (.planned, line.planned), (.allocated, line.allocated), (.spent, line.spent),
    ]
    let small = sums.first { _, sum in
      sum.map { $0 > 0 && $0 < FundingFile.smallestSum } ?? false
    }
    guard let (key, sum) = small, let sum else { return }
    report(.amountTooSmall, at: key, details: ["read": VietnameseNumber.count(sum)])
  }
}

extension ReadTable {
  /// Warns of each title and heading that says that sums are in another unit than đồng.
  func findingsOfOtherUnits() -> [Finding] {
    let titles = source.titles.filter { isOtherUnit($0.text, isTitle: true) }.map {
      ($0.text, SourcePlace(file: file, line: $0.line))
    }
    let headings = headings.unknown.prefix(mostCompared).filter {
      isOtherUnit($0.text, isTitle: false)
    }.map { ($0.text, $0.place) }
    return (titles + headings).map { text, place in
      Finding(.amountsInOtherUnit, place: place, value: trimmed(text), office: office)
    }
  }
}

/// Whether `text` names thousands, millions or milliards of đồng as the unit of a table; a title
/// must say that it is the unit.
private func isOtherUnit(_ text: String, isTitle: Bool) -> Bool {
  guard text.utf8.count < 300 else { return false }
  let words = folded(text).split(separator: " ").map(String.init)
  let saysUnit = words.contains("dvt") || words.joined(separator: " ").contains("don vi tinh")
  guard saysUnit || !isTitle else { return false }
  return words.indices.contains { index in
    let isMultiple = ["trieu", "nghin", "ngan", "ty", "1000", "1000d", "000", "000d"]
      .contains(words[index])
    return isMultiple && (saysUnit || words.dropFirst(index + 1).first == "dong")
  }
}

/// The rows of a funding table that say the same.
struct FundingRepetitions {
  private struct Row: Hashable {
    let texts: [String]
    let sums: [Int?]
  }

  private var lines: [Row: Int] = [:]

  /// Warns of a row that stands in the table already, word for word and sum for sum.
  mutating func check(_ line: FundingLine, _ reader: inout RowReader) {
    let sums = [line.planned, line.allocated, line.spent]
    guard sums.contains(where: { $0 != nil }) else { return }
    let row = Row(texts: [folded(line.source), folded(line.purpose)], sums: sums)
    if let first = lines[row] {
      reader.report(.fundingRowTwice, at: .source, details: ["first": "\(first)"])
    } else {
      lines[row] = line.place.line ?? 0
    }
  }
}
