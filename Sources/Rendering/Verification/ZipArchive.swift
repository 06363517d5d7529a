import CZip
import Foundation

/// A zip archive in memory, open for reading; the owner of libzip's one.
struct ZipArchive: ~Copyable {
  private let pointer: OpaquePointer
  /// The names of the parts in the order of the archive, each once.
  let names: [String]

  /// The largest workbook that is read.
  ///
  /// - Unit: bytes of all parts, unpacked.
  static let limit: UInt64 = 4 << 30

  init(_ bytes: [UInt8]) throws(Difference) {
    guard let opened = openArchive(bytes) else {
      throw Difference("Tệp bị cắt cụt hoặc không phải tệp xlsx.")
    }
    do {
      names = try partNames(of: opened)
    } catch {
      zip_discard(opened)
      throw error
    }
    pointer = opened
  }

  deinit { zip_discard(pointer) }

  /// Reads one part in pieces, and with it checks its size and its checksum.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(Difference) -> Void
  ) throws(Difference) {
    guard let index = names.firstIndex(of: name),
      let part = zip_fopen_index(pointer, UInt64(index), 0)
    else { throw Difference("Thiếu phần “\(name)” hoặc không mở được phần đó.") }
    defer { zip_fclose(part) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = zip_fread(part, piece.baseAddress, UInt64(piece.count))
      guard count >= 0 else { throw Difference("Phần “\(name)” bị hỏng (sai mã kiểm).") }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)]))
    }
  }
}

/// Returns `nil` where the bytes are not a consistent archive.
private func openArchive(_ bytes: [UInt8]) -> OpaquePointer? {
  // The archive keeps a copy of its own, which libzip frees.
  guard let copy = malloc(max(bytes.count, 1)) else { return nil }
  UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
  guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
    free(copy)
    return nil
  }
  guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
    zip_source_free(source)
    return nil
  }
  return archive
}

private func partNames(of archive: OpaquePointer) throws(Difference) -> [String] {
  var names: [String] = []
  var size: UInt64 = 0
  for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name else {
      throw Difference("Mục lục của tệp bị hỏng.")
    }
    let (sum, overflow) = size.addingReportingOverflow(status.size)
    guard !overflow, sum <= ZipArchive.limit else { throw Difference("Tệp giải nén quá lớn.") }
    size = sum
    names.append(String(cString: name))
  }
  guard Set(names).count == names.count else { throw Difference("Tệp có hai phần cùng tên.") }
  return names
}
