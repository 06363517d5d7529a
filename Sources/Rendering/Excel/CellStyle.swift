import Model

/// How a cell looks; equal styles share one format of the workbook.
struct CellStyle: Hashable {
  enum Role: Hashable {
    case title
    /// A line that runs on over the empty cells beside it.
    case line
    /// A line that is wrapped in its column.
    case paragraph
    case heading
    case body
    /// A cell of a form that is filled in already.
    case given
    /// A cell of a form that is to be filled in.
    case asked
    /// A cell of a form that its row does not need.
    case unused
    /// A cell below the rows of a form.
    case spare
  }

  let role: Role
  var alignment = Table.Column.Alignment.text
  var numberFormat: String?
  var mark: Mark?
  var isLink = false

  /// The style of a table's cell.
  init(_ cell: Cell, in column: Table.Column) {
    role = .body
    alignment = column.alignment
    if let number = cell.number, case .number = StoredValue(cell) {
      numberFormat = Rendering.numberFormat(of: number, shownAs: cell.text)
    }
    mark = column.words.isEmpty ? cell.mark : nil
    isLink = cell.link != nil
  }

  init(_ role: Role) {
    self.role = role
    alignment = role == .heading ? .centred : .text
  }

  /// Source: decree 30/2020/NĐ-CP, annex I, which asks for this font and this size.
  static let fontName = "Times New Roman"
  static let fontSize = 12.0
  static let titleSize = 16.0

  /// - Unit: 0xRRGGBB.
  var textColour: UInt32? {
    if role == .heading { return 0xFFFFFF }
    if let mark { return Colours(of: mark).text }
    return isLink ? 0x0B4F9E : nil
  }

  /// - Unit: 0xRRGGBB.
  var fillColour: UInt32? {
    switch role {
    case .heading: 0x1F4E78
    case .given: 0xFFF8DC
    case .unused: 0xD9D9D9
    case .title, .line, .paragraph, .body, .asked, .spare: mark.map { Colours(of: $0).fill }
    }
  }

  var hasBorder: Bool {
    switch role {
    case .heading, .body, .given, .asked, .unused: true
    case .title, .line, .paragraph, .spare: false
    }
  }
  var isBold: Bool { role == .heading || role == .title }
  var isWrapped: Bool { role != .title && role != .line }
}

/// The colours that stand beside a mark's words.
///
/// - Unit: 0xRRGGBB.
struct Colours: Hashable {
  let text: UInt32
  let fill: UInt32

  init(of mark: Mark) {
    (text, fill) =
      switch mark {
      case .good: (0x1B4D1F, 0xE2F0D9)
      case .bad: (0x8A0010, 0xFCE4E4)
      case .warning: (0x5C4400, 0xFFF2CC)
      case .unknown: (0x3B3B3B, 0xEDEDED)
      }
  }
}
