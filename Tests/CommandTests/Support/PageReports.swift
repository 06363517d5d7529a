import Foundation

/// What `checked_pages.py` finds.
struct CheckedPages: Decodable {
  struct Message: Decodable {
    let page: String
    let line: Int
    let kind: String
    let text: String
  }

  /// One page on one screen.
  struct View: Decodable {
    let page: String
    let width: Int
    let contentWidth: Int
    let violations: [String]
    let cutTexts: [String]
  }

  let messages: [Message]
  let views: [View]
}

/// What `printed_pages.py` finds.
struct PrintedPages: Decodable {
  struct Font: Decodable {
    let name: String
    let isEmbedded: Bool
  }

  /// One side of paper; lengths in points.
  struct Sheet: Decodable {
    let width: Double
    let height: Double
    /// The text in the top margin.
    let number: String
    let numberCentre: Double
    let left: Double
    let right: Double
    /// The text below the top margin, line by line from above.
    let lines: [String]

    var isLying: Bool { width > height }
  }

  struct Document: Decodable {
    let headings: [String]
    let fonts: [Font]
    let sheets: [Sheet]
  }

  /// The Vietnamese letters that are not ASCII.
  let letters: [String]
  /// In the order of the pages that were printed.
  let documents: [Document]
}

extension WrittenSample {
  func checkedPages(_ paths: [String]) throws -> CheckedPages {
    let json = try read(
      withBrowserScript: "checked_pages.py", paths.map(path), scratch: folder)
    return try JSONDecoder().decode(CheckedPages.self, from: json)
  }

  func printed(_ paths: [String], options: [String] = []) throws -> PrintedPages {
    let json = try read(
      withBrowserScript: "printed_pages.py", options + paths.map(path), scratch: folder)
    return try JSONDecoder().decode(PrintedPages.self, from: json)
  }
}

/// Every page of the sample, printed once for all tests that look at paper.
struct PrintedSample {
  let pages: [String: PrintedPages.Document]

  static func get() throws -> PrintedSample { try shared.get() }

  private static let shared = Result {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".html")
      let printed = try sample.printed(paths).documents
      return PrintedSample(pages: Dictionary(uniqueKeysWithValues: zip(paths, printed)))
    }
  }
}
