import Foundation

/// The name of an element; valid during the call that gets it.
///
/// Compared byte by byte with what the reader looks for, because a sheet has millions.
public struct XMLName {
  private let start: UnsafePointer<CChar>

  /// - Parameters:
  ///   - start: the name as it is written.
  ///   - prefix: how many bytes of it name the namespace of the part's own elements.
  init(_ start: UnsafePointer<CChar>, after prefix: Int) { self.start = start + prefix }

  public static func == (name: XMLName, word: StaticString) -> Bool { name.equals(word) }

  public static func ~= (word: StaticString, name: XMLName) -> Bool { name.equals(word) }

  private func equals(_ word: StaticString) -> Bool {
    // Most names differ in their first letter.
    UInt8(bitPattern: start.pointee) == word.utf8Start.pointee && strcmp(start, pointer(word)) == 0
  }
}

/// The attributes of one element; valid during the call that gets them.
public struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of the attribute of exactly that name.
  public subscript(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same without making a string of it.
  public func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    find { strcmp($0, pointer(name)) == 0 }
  }

  /// The value of the attribute whose name ends with `:` and that word, whatever its prefix.
  public func prefixed(_ name: StaticString) -> String? {
    find { key in
      guard let colon = strchr(key, Int32(UInt8(ascii: ":"))) else { return false }
      return strcmp(colon + 1, pointer(name)) == 0
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func find(
    _ isWanted: (UnsafePointer<CChar>) -> Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    guard var next = list else { return nil }
    while let key = next[0], let value = next[1] {
      if isWanted(key) {
        let count = strlen(value)
        return UnsafeRawBufferPointer(start: value, count: count).bindMemory(to: UInt8.self)
      }
      next += 2
    }
    return nil
  }
}

private func pointer(_ word: StaticString) -> UnsafePointer<CChar> {
  UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)
}
