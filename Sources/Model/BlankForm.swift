/// A file that an office is to fill in (biểu mẫu), before it has a format.
public struct BlankForm: Hashable, Sendable {
  /// One column with what its cells take below the prefilled rows.
  public struct Column: Hashable, Sendable {
    /// The heading of the contract.
    public let heading: String
    public let format: FormFormat
    public let check: FormCheck?

    public init(_ heading: String, _ format: FormFormat = .text, check: FormCheck? = nil) {
      self.heading = heading
      self.format = format
      self.check = check
    }
  }

  public let kind: WorkspaceFileKind
  public let columns: [Column]
  /// Each has as many cells as there are columns.
  public let rows: [[FormCell]]
  /// How many rows below the prefilled ones are checked while they are typed.
  public let spareRows: Int
  public let sheetName: String
  /// The name of the sheet with the lists of words.
  public let listsName: String
  /// The instructions, and the properties of the workbook.
  public let guide: WorkbookDocument

  /// - Precondition: every row fits the columns.
  public init(
    kind: WorkspaceFileKind, columns: [Column], rows: [[FormCell]], spareRows: Int,
    sheetName: String, listsName: String, guide: WorkbookDocument
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "rows of \(kind) fit its columns")
    self.kind = kind
    self.columns = columns
    self.rows = rows
    self.spareRows = spareRows
    self.sheetName = sheetName
    self.listsName = listsName
    self.guide = guide
  }
}

/// What the cells of a form's column hold.
public enum FormFormat: Hashable, Sendable {
  /// Kept as it is typed: a code such as 2.1.1 never becomes a date.
  case text
  /// Sentences, which may be long.
  case prose
  case count
  case decimal
  case year
  case day
}

/// One cell of a prefilled row.
public enum FormCell: Hashable, Sendable {
  /// Filled in already.
  case given(String)
  /// To be filled in, and checked while it is typed.
  case asked(FormCheck?)
  /// Of no use in this row.
  case unused
}

/// What a cell takes, and the words for one that takes something else.
public struct FormCheck: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// One of a list, which has a heading of its own among the lists.
    case word(list: String, words: [String])
    /// A whole number from 0.
    case count(upTo: Int)
    /// A count that is not above the one in another column of its row.
    case part(of: Int, upTo: Int)
    /// A count that is not below the one in another column of its row.
    case whole(of: Int, upTo: Int)
    case decimal(upTo: Int)
    case year(ClosedRange<Int>)
    /// A day from this one to the day of typing.
    case day(from: CalendarDay)
  }

  public let rule: Rule
  /// At most 32 letters.
  public let title: String
  /// At most 255 letters.
  public let message: String

  public init(_ rule: Rule, title: String, message: String) {
    self.rule = rule
    self.title = title
    self.message = message
  }
}

/// The forms of one folder of a workspace's period.
public struct FormFolder: Hashable, Sendable {
  /// Below the period's folder: `748-ba-ria`, or `77-ba-ria-vung-tau/so-noi-vu`.
  public let path: String
  public let forms: [BlankForm]
  /// The headings of the report's prose; empty where the folder's sender writes none.
  public let narrative: [String]

  public init(path: String, forms: [BlankForm], narrative: [String]) {
    self.path = path
    self.forms = forms
    self.narrative = narrative
  }
}
