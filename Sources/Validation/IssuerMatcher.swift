import Model

/// Decides whether the issuer that a ledger names is one that the rulebook accepts.
///
/// Texts are compared as folded words with the rulebook's abbreviations written out. After the
/// words of a body may stand nothing, the level of the unit, or the unit's own name; never the name
/// of another unit. A former name of a body or the unit stands for it on documents of its time.
struct IssuerMatcher: Sendable {
  private let abbreviations: ShortForms
  private let bodies: [IssuerID: [[String]]]
  private var endings: Set<[String]> = [[]]
  private var formerBodies: [IssuerID: [Former]] = [:]
  private var formerEndings: [Former] = []

  /// Words that were borne until a day.
  private struct Former: Sendable {
    let words: [String]
    let until: CalendarDay

    func stands(on date: CalendarDay?) -> Bool { date.map { $0 <= until } ?? true }
  }

  init(of unit: AdministrativeUnit, in context: RunContext) {
    let register = context.rulebook.issuers
    let shortForms = ShortForms(
      register.abbreviations.map { (packed(folded($0.short)), words(of: $0.words)) },
      uniquingKeysWith: { first, _ in first })
    abbreviations = shortForms
    bodies = Dictionary(
      register.issuers.map { issuer in
        (issuer.id, issuer.bodies.map { canonical($0, abbreviations: shortForms) })
      }, uniquingKeysWith: +)
    endings.formUnion(
      UnitEndings(of: unit, in: context).all.map { canonical($0, abbreviations: shortForms) })
    for former in context.programme.formerNames {
      switch former.bearer {
      case .issuer(let id):
        let words = canonical(former.name, abbreviations: shortForms)
        formerBodies[id, default: []].append(Former(words: words, until: former.until))
      case .unit(let code) where code == unit.code:
        formerEndings += UnitEndings(of: unit.named(former.name), in: context).all.map {
          Former(words: canonical($0, abbreviations: shortForms), until: former.until)
        }
      case .unit: break
      }
    }
  }

  /// Whether `issuer` may issue evidence for `indicator`; on a document without a date, a former
  /// name of any time will do.
  func accepts(
    _ issuer: String, for indicator: Indicator, on date: CalendarDay? = nil
  ) -> Bool {
    let accepted = indicator.acceptedIssuers.flatMap { id in
      (bodies[id] ?? [])
        + (formerBodies[id] ?? []).filter { $0.stands(on: date) }.map(\.words)
    }
    let past = formerEndings.filter { $0.stands(on: date) }.map(\.words)
    return isMade(
      of: accepted, before: endings.union(past),
      canonical(issuer, abbreviations: abbreviations))
  }

  /// An issuer's name with abbreviations written out, to compare two of them.
  func key(of issuer: String) -> String {
    canonical(issuer, abbreviations: abbreviations).joined(separator: " ")
  }

  /// Whether `words` are an accepted body, or several that issue together, and an ending.
  private func isMade(
    of accepted: [[String]], before endings: Set<[String]>, _ words: [String]
  ) -> Bool {
    let longestEnding = endings.map(\.count).max() ?? 0
    // Where a body may begin; each place is looked at once, however long the text.
    var isStart = Array(repeating: false, count: words.count + 1)
    isStart[0] = true
    for start in words.indices where isStart[start] {
      let rest = words[start...]
      for body in accepted where !body.isEmpty && rest.starts(with: body) {
        let end = start + body.count
        isStart[end] = true
        if words.count - end <= longestEnding, endings.contains(Array(words[end...])) {
          return true
        }
      }
    }
    return false
  }
}

/// The words of each abbreviation, by its letters without blanks.
private typealias ShortForms = [String: [String]]

/// The folded words of `text` with abbreviations written out, without the word that means and.
private func canonical(_ text: String, abbreviations: ShortForms) -> [String] {
  let plain = words(of: text)
  var result: [String] = []
  var index = 0
  while index < plain.count {
    let (written, used) = expansion(of: plain[index...], by: abbreviations)
    result += written
    index += used
  }
  return result.filter { $0 != "va" }
}

/// The words that the beginning of `words` stands for, by the longest abbreviation that fits, and
/// how many words that takes; `LĐ - TB & XH` is one abbreviation in three words.
private func expansion(
  of words: ArraySlice<String>, by abbreviations: ShortForms
) -> ([String], Int) {
  for length in stride(from: min(5, words.count), through: 1, by: -1) {
    if let written = abbreviations[words.prefix(length).joined()] { return (written, length) }
  }
  return (Array(words.prefix(1)), 1)
}

extension AdministrativeUnit {
  /// The unit under another of its names.
  fileprivate func named(_ name: String) -> AdministrativeUnit {
    AdministrativeUnit(
      code: code, name: name, tier: tier, parent: parent, validFrom: validFrom, validTo: validTo)
  }
}

private func words(of text: String) -> [String] {
  folded(text).split(separator: " ").map(String.init)
}
