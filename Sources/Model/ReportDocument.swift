/// How a value looks beside the words that say it; never the only sign.
public enum Mark: String, Hashable, Sendable, CaseIterable {
  case good
  case bad
  case warning
  case unknown
}

/// One cell of a table in a document.
public struct Cell: Hashable, Sendable {
  /// The value for a spreadsheet; a cell without one is text.
  public enum Number: Hashable, Sendable {
    case integer(Int)
    /// A decimal with the number of places that a spreadsheet shows.
    case decimal(Rational, places: Int)
    /// Per cent: 91.67 means 91,67 %.
    case percentage(Rational)
    case day(CalendarDay)
  }

  /// As every format prints it, in Vietnamese.
  public let text: String
  public let number: Number?
  public let mark: Mark?
  /// A relative path, or `#anchor` inside the document.
  public let link: String?
  /// How a spreadsheet works the value out again; other formats print the value alone.
  public let formula: Formula?
  /// Links that follow the text, such as to the findings about the value.
  public let more: [Link]
  /// What the value is about, where readers can narrow the document by it.
  public let topics: [Topic]

  public init(
    _ text: String, number: Number? = nil, mark: Mark? = nil, link: String? = nil,
    formula: Formula? = nil, more: [Link] = [], topics: [Topic] = []
  ) {
    self.text = text
    self.number = number
    self.mark = mark
    self.link = link
    self.formula = formula
    self.more = more
    self.topics = topics
  }

  public init(count: Int) {
    self.init(VietnameseNumber.count(count), number: .integer(count))
  }
}

/// A table with one heading row and no merged cells.
public struct Table: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Alignment: Hashable, Sendable {
      case text
      case number
      case centred
      /// Names of files and digests, which may be broken anywhere.
      case code
    }

    /// A word that its cells may hold, with how it looks then; in a spreadsheet the look follows
    /// the word when a formula gives another.
    public struct MarkedWord: Hashable, Sendable {
      public let word: String
      public let mark: Mark

      public init(_ word: String, _ mark: Mark) {
        self.word = word
        self.mark = mark
      }
    }

    public let title: String
    public let alignment: Alignment
    /// Where there are any, a spreadsheet marks the cells by these alone.
    public let words: [MarkedWord]

    public init(
      _ title: String, _ alignment: Alignment = .text, words: [MarkedWord] = []
    ) {
      self.title = title
      self.alignment = alignment
      self.words = words
    }
  }

  /// ASCII letters, digits and `-`, unique in its document.
  public let id: String
  public let caption: String
  /// What readers who do not see the table are told; the caption where there is one.
  public let label: String
  public let columns: [Column]
  /// Each has as many cells as there are columns; at least one row.
  public let rows: [[Cell]]
  /// Whether the first cell of each row names the row.
  public let rowsHaveHeadings: Bool
  /// By what each row is found, row by row; empty where no row is linked to or narrowed.
  public let rowLabels: [RowLabel]

  /// - Precondition: at least one row, every row fits the columns, and there are no labels or one
  ///   for each row. A table of nothing has one row that says so.
  public init(
    id: String, caption: String, label: String? = nil, columns: [Column], rows: [[Cell]],
    rowsHaveHeadings: Bool = true, rowLabels: [RowLabel] = []
  ) {
    precondition(!rows.isEmpty, "table \(id) has a row")
    precondition(rows.allSatisfy { $0.count == columns.count }, "rows of \(id) fit its columns")
    precondition(rowLabels.isEmpty || rowLabels.count == rows.count, "labels of \(id) fit its rows")
    self.id = id
    self.caption = caption
    self.label = label ?? caption
    self.columns = columns
    self.rows = rows
    self.rowsHaveHeadings = rowsHaveHeadings
    self.rowLabels = rowLabels
  }
}

/// A piece of a section.
public enum Block: Hashable, Sendable {
  case paragraph(String)
  /// A paragraph that a unit wrote, with its emphasis.
  case prose([ProseRun])
  case list([String])
  /// A list that a unit wrote, with items below items and its numbers.
  case outline([ProseItem])
  /// A heading that a unit wrote, so many levels below that of the part it stands in.
  case heading(String, depth: Int)
  case table(Table)
  /// A drawing with the table of its numbers.
  case chart(ReportChart)
  /// Labels with their values, such as the conclusion of a report.
  case facts([Fact])
  /// Something that must not be overlooked.
  case notice(String, Mark)
  /// Links to other files, each with its words.
  case links([Link])

  /// The table that it is, or that stands beside its drawing.
  public var table: Table? {
    switch self {
    case .table(let table): table
    case .chart(let chart): chart.table
    case .paragraph, .prose, .list, .outline, .heading, .facts, .notice, .links: nil
    }
  }
}

/// One label with its value.
public struct Fact: Hashable, Sendable {
  public let label: String
  public let value: String
  public let mark: Mark?

  public init(_ label: String, _ value: String, mark: Mark? = nil) {
    self.label = label
    self.value = value
    self.mark = mark
  }
}

public struct Link: Hashable, Sendable {
  public let text: String
  /// A relative path.
  public let target: String

  public init(_ text: String, to target: String) {
    self.text = text
    self.target = target
  }
}

/// A numbered part of a document (mục).
public struct Section: Hashable, Sendable {
  /// ASCII letters, digits and `-`, unique in its document.
  public let id: String
  /// `I`, `1`, `a`, or `Phụ lục I`; empty where the document does not number.
  public let number: String
  public let title: String
  public let blocks: [Block]
  public let subsections: [Section]

  public init(
    id: String, number: String, title: String, blocks: [Block], subsections: [Section] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.blocks = blocks
    self.subsections = subsections
  }
}

/// A report, request or board before it has a format.
public struct ReportDocument: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// An administrative document with letterhead and signature.
    case report
    /// A page to be sent to one office.
    case request
    /// The status board.
    case board
  }

  public let kind: Kind
  /// For the window and the file's properties.
  public let title: String
  /// `BÁO CÁO`, and the summary of its content (trích yếu).
  public let type: String
  public let subject: String
  /// `nil` on a board.
  public let letterhead: Letterhead?
  /// Printed above everything, such as that figures are illustrative.
  public let notices: [String]
  /// The legal bases, each a sentence part that begins with `Căn cứ`.
  public let bases: [String]
  /// What the reader must know first.
  public let opening: [Block]
  public let sections: [Section]
  public let annexes: [Section]
  /// Who made it from what: the last line of the document.
  public let colophon: String
  /// By what readers can narrow its tables, in the order in which they are offered.
  public let filters: [Filter]

  public init(
    kind: Kind, title: String, type: String, subject: String, letterhead: Letterhead?,
    notices: [String], bases: [String], opening: [Block], sections: [Section],
    annexes: [Section], colophon: String, filters: [Filter] = []
  ) {
    self.kind = kind
    self.title = title
    self.type = type
    self.subject = subject
    self.letterhead = letterhead
    self.notices = notices
    self.bases = bases
    self.opening = opening
    self.sections = sections
    self.annexes = annexes
    self.colophon = colophon
    self.filters = filters
  }
}
