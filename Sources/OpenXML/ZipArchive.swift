import CZip
import Foundation

/// A zip archive in memory, open for reading; the owner of libzip's one.
public struct ZipArchive: ~Copyable {
  private let pointer: OpaquePointer
  private let limits: PackageLimits
  private let directory: Directory
  private let budget: ReadBudget

  public init(_ bytes: [UInt8], limits: PackageLimits) throws(PackageProblem) {
    guard let opened = openArchive(bytes, isStrict: limits.isStrict) else {
      throw PackageProblem(.zip)
    }
    do {
      directory = try Directory(of: opened, limits)
    } catch {
      zip_discard(opened)
      throw error
    }
    pointer = opened
    self.limits = limits
    budget = ReadBudget(limits.size)
  }

  deinit { zip_discard(pointer) }

  /// The names of the parts in the order of the archive, each once.
  public var names: [String] { directory.names }

  /// Whether the archive has a part of that name, in whatever case.
  public func contains(_ name: String) -> Bool { directory.indices[key(of: name)] != nil }

  /// Reads one part in pieces, and with it checks its size and its checksum.
  ///
  /// - Parameters:
  ///   - name: of the part, in whatever case.
  ///   - body: takes each piece and says whether it wants the next.
  /// - Throws: when the part is missing, damaged or too large, or when `body` does.
  public func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(PackageProblem) -> Bool
  ) throws(PackageProblem) {
    guard let index = directory.indices[key(of: name)] else { throw PackageProblem(.missing, name) }
    var allowance = try allowance(of: index, name)
    guard let part = zip_fopen_index(pointer, index, 0) else {
      throw PackageProblem(.checksum, name)
    }
    defer { zip_fclose(part) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = zip_fread(part, piece.baseAddress, UInt64(piece.count))
      guard count >= 0 else { throw PackageProblem(.checksum, name) }
      if count == 0 { return }
      // The archive's word on sizes may be forged, so that what comes is counted.
      guard UInt64(count) <= allowance, budget.spend(UInt64(count)) else {
        throw PackageProblem(.size, name)
      }
      allowance -= UInt64(count)
      guard try body(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)])) else { return }
    }
  }

  /// How many bytes the part may unpack to.
  private func allowance(of index: UInt64, _ name: String) throws(PackageProblem) -> UInt64 {
    var status = zip_stat_t()
    guard zip_stat_index(pointer, index, 0, &status) == 0 else { throw PackageProblem(.zip, name) }
    guard status.encryption_method == ZIP_EM_NONE else { throw PackageProblem(.password, name) }
    let (scaled, overflow) = status.comp_size.multipliedReportingOverflow(by: limits.ratio)
    let allowance = overflow ? limits.size : min(max(scaled, 1 << 20), limits.size)
    guard status.size <= allowance else { throw PackageProblem(.size, name) }
    return allowance
  }
}

/// How many bytes may still be unpacked; a class, because reading does not change the archive.
private final class ReadBudget {
  private var rest: UInt64

  init(_ size: UInt64) { rest = size }

  func spend(_ count: UInt64) -> Bool {
    guard count <= rest else { return false }
    rest -= count
    return true
  }
}

/// Returns `nil` where the bytes are no archive.
private func openArchive(_ bytes: [UInt8], isStrict: Bool) -> OpaquePointer? {
  // The archive keeps a copy of its own, which libzip frees.
  guard let copy = malloc(max(bytes.count, 1)) else { return nil }
  UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
  guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
    free(copy)
    return nil
  }
  let flags = ZIP_RDONLY | (isStrict ? ZIP_CHECKCONS : 0)
  guard let archive = zip_open_from_source(source, flags, nil) else {
    zip_source_free(source)
    return nil
  }
  return archive
}

/// What an archive says of its parts.
private struct Directory {
  private(set) var names: [String] = []
  /// By the name as it is compared.
  private(set) var indices: [String: UInt64] = [:]

  init(of archive: OpaquePointer, _ limits: PackageLimits) throws(PackageProblem) {
    let count = max(0, zip_get_num_entries(archive, 0))
    guard count <= limits.parts else { throw PackageProblem(.parts) }
    var size: UInt64 = 0
    for index in 0..<UInt64(count) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let start = status.name else {
        throw PackageProblem(.zip)
      }
      let (sum, overflow) = size.addingReportingOverflow(status.size)
      guard !overflow, sum <= limits.size else { throw PackageProblem(.size) }
      size = sum
      let name = String(cString: start)
      guard indices.updateValue(index, forKey: key(of: name)) == nil else {
        throw PackageProblem(.parts, name)
      }
      names.append(name)
    }
  }
}

/// Names of parts are compared without case; some programs write them with `\`.
private func key(of name: String) -> String {
  let (slash, backslash) = (UInt8(ascii: "/"), UInt8(ascii: "\\"))
  let bytes = name.utf8.map { $0 == backslash ? slash : $0 }
  return String(decoding: bytes, as: UTF8.self).lowercased()
}
