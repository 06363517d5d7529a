import Foundation

/// A file beside the fixtures that is no text.
enum FixtureFile {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "Files")

  /// The bytes of a file; none when it is not there, which no fixture survives.
  static func bytes(of name: String) -> [UInt8] {
    (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) } ?? []
  }
}
