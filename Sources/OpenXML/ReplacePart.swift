import CZip
import Foundation

/// The archive with other bytes for one of its parts, the others as they were packed.
///
/// Pure: the part is dated 1980-01-01, as every part of libxlsxwriter is.
///
/// - Throws: when the bytes are no archive, when it has no such part, or when memory ends.
public func archive(
  _ bytes: [UInt8], replacing name: String, with content: [UInt8]
) throws(PackageProblem) -> [UInt8] {
  let problem = PackageProblem(.missing, name)
  guard let source = buffer(bytes) else { throw PackageProblem(.size, name) }
  guard let archive = zip_open_from_source(source, 0, nil) else {
    zip_source_free(source)
    throw PackageProblem(.zip)
  }
  zip_source_keep(source)
  defer { zip_source_free(source) }
  let index = zip_name_locate(archive, name, 0)
  guard index >= 0, let part = buffer(content) else {
    zip_discard(archive)
    throw problem
  }
  guard zip_file_replace(archive, UInt64(index), part, 0) == 0 else {
    zip_source_free(part)
    zip_discard(archive)
    throw problem
  }
  zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0)
  guard zip_close(archive) == 0 else {
    zip_discard(archive)
    throw problem
  }
  return try contents(of: source)
}

/// 1 January 1980, as a zip archive writes it.
private let firstDay: UInt16 = 1 << 5 | 1

/// A source with a copy of the bytes, which libzip frees.
private func buffer(_ bytes: [UInt8]) -> OpaquePointer? {
  guard let copy = malloc(max(bytes.count, 1)) else { return nil }
  UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
  guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
    free(copy)
    return nil
  }
  return source
}

private func contents(of source: OpaquePointer) throws(PackageProblem) -> [UInt8] {
  guard zip_source_open(source) == 0 else { throw PackageProblem(.zip) }
  defer { zip_source_close(source) }
  var status = zip_stat_t()
  guard zip_source_stat(source, &status) == 0 else { throw PackageProblem(.zip) }
  var read = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
    read = Int(zip_source_read(source, buffer.baseAddress, UInt64(buffer.count)))
    count = max(0, read)
  }
  guard read == Int(status.size) else { throw PackageProblem(.zip) }
  return bytes
}
