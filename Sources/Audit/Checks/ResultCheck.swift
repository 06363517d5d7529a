import Model

extension AuditedFolder {
  /// The results can be read, contradict neither the manifest nor themselves, and have documents.
  func resultDifferences(from manifest: Manifest) -> [Discrepancy] {
    let evidence = Set((manifest.inputs ?? []).map(\.sha256))
    return digests.keys.sorted().flatMap { folder -> [Discrepancy] in
      let path = folder + resultEnding
      guard let result = results[folder] else {
        return [Discrepancy(.unreadable, in: path, found: "", expected: "hoctap/result/1")]
      }
      return differences(of: result, from: manifest, in: path)
        + result.contradictions(in: path) + unlisted(result, among: evidence, in: path)
        + missingDocuments(beside: folder)
    } + rulebookDifferences(in: manifest) + documentsWithoutResult()
  }

  private func differences(
    of result: UnitResult, from manifest: Manifest, in path: String
  ) -> [Discrepancy] {
    let pairs = [
      (result.programme, manifest.programme), (result.period, manifest.period),
      (result.rulebook, manifest.rulebook), (result.rulebookDigest, manifest.rulebookDigest),
      (result.asOf, manifest.asOf ?? ""), (result.tool, manifest.tool),
    ]
    return pairs.filter { $0.0 != $0.1 }.map { found, expected in
      Discrepancy(.manifest, in: path, found: found, expected: expected)
    }
  }

  /// Every file of evidence that the result rests on was read by the run.
  private func unlisted(
    _ result: UnitResult, among digests: Set<String>, in path: String
  ) -> [Discrepancy] {
    let files = result.indicators.flatMap(\.documents).compactMap(\.sha256)
    return files.filter { !digests.contains($0) }.map {
      Discrepancy(.manifest, in: path, found: $0, expected: "inputs")
    }
  }

  private func rulebookDifferences(in manifest: Manifest) -> [Discrepancy] {
    let file = "rulebooks/\(manifest.rulebook).yaml"
    let listed = manifest.templates?.first { $0.path == file }?.sha256 ?? ""
    guard listed != manifest.rulebookDigest else { return [] }
    return [
      Discrepancy(
        .manifest, in: manifestName, found: listed, expected: manifest.rulebookDigest)
    ]
  }

  /// A result that is reported in no page, text or workbook.
  private func missingDocuments(beside folder: String) -> [Discrepancy] {
    ["html", "md", "xlsx"].filter { ending in
      !files.contains { Self.folder(of: $0.path) == folder && $0.path.hasSuffix(".\(ending)") }
    }.map { Discrepancy(.missingFile, in: "\(folder)/*.\($0)", found: "", expected: "") }
  }

  private func documentsWithoutResult() -> [Discrepancy] {
    let folders = Set(
      files.map(\.path).filter { $0.hasSuffix(".xlsx") }.map(Self.folder(of:)))
    return folders.subtracting(digests.keys).sorted().map {
      Discrepancy(.missingFile, in: $0 + resultEnding, found: "", expected: "")
    }
  }
}

extension UnitResult {
  /// Where the result is at odds with itself.
  fileprivate func contradictions(in path: String) -> [Discrepancy] {
    var found: [Discrepancy] = []
    func expect(_ holds: Bool, _ text: String, _ expected: String, _ subject: String? = nil) {
      guard !holds else { return }
      var place = SeenPlace()
      place.subject = subject
      found.append(Discrepancy(.result, in: path, at: place, found: text, expected: expected))
    }
    if let own = conclusion {
      expect(
        (own.outcome == .recognised) == (own.level > 0),
        "\(own.outcome.rawValue), level \(own.level)", "recognised, level > 0")
      expect(
        own.possibleLevel >= own.level, "possibleLevel \(own.possibleLevel)",
        "possibleLevel >= \(own.level)")
      for id in own.binding {
        expect(indicator(id) != nil, "binding \(id)", "indicators", id)
      }
    }
    for indicator in indicators {
      if let part = indicator.numerator, let whole = indicator.denominator {
        let exact = "\(part)/\(whole)"
        expect(indicator.exact == exact, indicator.exact ?? "", exact, indicator.id)
      }
      if let share = indicator.truncatedShare {
        expect(indicator.value == share, indicator.value ?? "", share, indicator.id)
      }
    }
    return found
  }
}

extension IndicatorResult {
  /// The percentage that the counts give, as a result writes it; `nil` where none is given.
  fileprivate var truncatedShare: String? {
    guard value != nil, let numerator, let denominator else { return nil }
    return Rational(numerator, over: denominator)?.asPercentage.truncated(to: 3)
  }
}
