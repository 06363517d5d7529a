/// A workbook before it has a format.
public struct WorkbookDocument: Hashable, Sendable {
  public struct Sheet: Hashable, Sendable {
    /// At most 31 characters, unique in its workbook whatever the case, without `[]:*?/\`.
    public let name: String
    /// The title in A1.
    public let title: String
    /// Lines below the title, each in column A.
    public let lines: [String]
    public let table: Table?
    /// Stands to the right of the table.
    public let chart: Chart?
    /// Whether the sheet prints across a page that lies on its side.
    public let isLandscape: Bool

    public init(
      name: String, title: String, lines: [String], table: Table?, chart: Chart? = nil,
      isLandscape: Bool = false
    ) {
      self.name = name
      self.title = title
      self.lines = lines
      self.table = table
      self.chart = chart
      self.isLandscape = isLandscape
    }
  }

  /// A name that formulas have for one cell.
  public struct NamedCell: Hashable, Sendable {
    /// ASCII letters, digits and `_`.
    public let name: String
    public let cell: CellReference

    public init(_ name: String, _ cell: CellReference) {
      self.name = name
      self.cell = cell
    }
  }

  public let title: String
  public let subject: String
  public let author: String
  public let keywords: String
  /// As BCP 47 writes it, for readers that speak.
  public let language: String
  /// Day that the file's properties give; part of its bytes.
  public let created: CalendarDay
  public let sheets: [Sheet]
  public let names: [NamedCell]

  public init(
    title: String, subject: String, author: String, keywords: String = "",
    language: String = "vi-VN", created: CalendarDay, sheets: [Sheet], names: [NamedCell] = []
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.keywords = keywords
    self.language = language
    self.created = created
    self.sheets = sheets
    self.names = names
  }
}
