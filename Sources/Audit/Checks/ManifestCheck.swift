extension AuditedFolder {
  /// Every listed file is there as it was written, and nothing else is.
  func differences(from manifest: Manifest) -> [Discrepancy] {
    let present = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let listed = Set(manifest.outputs.map(\.path))
    let changed = manifest.outputs.flatMap { entry in
      guard let file = present[entry.path] else {
        return [Discrepancy(.missingFile, in: entry.path, found: "", expected: entry.sha256)]
      }
      return differences(of: file, from: entry)
    }
    let extra = files.filter { $0.path != manifestName && !listed.contains($0.path) }
      .map { Discrepancy(.extraFile, in: $0.path, found: $0.sha256, expected: "") }
    return repeated(manifest) + changed + extra
  }

  private func differences(of file: AuditedFile, from entry: Manifest.Entry) -> [Discrepancy] {
    guard file.isFile else {
      return [Discrepancy(.notFile, in: file.path, found: "", expected: entry.sha256)]
    }
    var found: [Discrepancy] = []
    if file.bytes.count != entry.bytes {
      found.append(
        Discrepancy(
          .size, in: file.path, found: "\(file.bytes.count)", expected: "\(entry.bytes)"))
    }
    if file.sha256 != entry.sha256 {
      found.append(
        Discrepancy(.digest, in: file.path, found: file.sha256, expected: entry.sha256))
    }
    return found
  }

  /// A path that is listed twice could vouch for two contents.
  private func repeated(_ manifest: Manifest) -> [Discrepancy] {
    var seen: Set<String> = []
    return manifest.outputs.filter { !seen.insert($0.path).inserted }.map {
      Discrepancy(.manifest, in: manifestName, found: $0.path, expected: "")
    }
  }
}
