import Model

/// Where a cell's link leads, as libxlsxwriter wants it.
enum CellLink: Hashable {
  /// To A1 of another sheet.
  case sheet(String)
  /// To a file, by a relative path.
  case file(String)

  init(_ link: String) {
    self = link.hasPrefix("#") ? .sheet(String(link.dropFirst())) : .file(link)
  }

  /// A spreadsheet's limit of a link.
  ///
  /// - Unit: characters.
  static let limit = 2_079

  /// A spreadsheet's limit of a sheet.
  static let maximumCount = 65_530

  /// The text for `worksheet_write_url`.
  ///
  /// A file's path always stays relative: no scheme, no server, no root. The path is not written
  /// as `external:`, because that turns `/` into `\`, which only one system follows.
  var url: String {
    switch self {
    case .sheet(let name): "internal:'\(name.replacing("'", with: "''"))'!A1"
    case .file(let path): Self.relative(path)
    }
  }

  /// The length at most, once each sign that an address may not have is written as `%20` is.
  var encodedLength: Int {
    url.unicodeScalars.reduce(0) { $0 + ($1.isASCII && !$1.properties.isAlphabetic ? 3 : 1) }
  }

  private static func relative(_ path: String) -> String {
    let plain = SpreadsheetText.line(path).text.replacing(":", with: "%3A")
      .replacing("\\", with: "%5C")
    return plain.hasPrefix("/") ? "." + plain : plain
  }
}
