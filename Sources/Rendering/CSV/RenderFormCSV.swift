public import Model

/// Renders a form as CSV that Excel opens in columns on a computer set to Vietnamese: semicolons,
/// since the comma stands in decimals there.
///
/// There is no line `sep=;`: with one, Excel takes no notice of the byte order mark and garbles
/// every Vietnamese letter.
public func renderFormCSV(_ form: BlankForm) -> [UInt8] {
  let rows = form.rows.map { row in
    row.map { cell in
      switch cell {
      case .given(let text): text
      case .asked, .unused: ""
      }
    }
  }
  return renderCSV([form.columns.map(\.heading)] + rows, separator: UInt8(ascii: ";"))
}
