import CXlsxWriter
import Model

/// The formats of one workbook, one for each style; valid until the workbook is closed.
struct Formats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private var known: [CellStyle: Format] = [:]

  mutating func format(
    _ style: CellStyle, in workbook: borrowing Workbook
  ) throws(WriterError) -> UnsafeMutablePointer<lxw_format> {
    if let format = known[style] { return format }
    let format = try workbook.addFormat(style)
    known[style] = format
    return format
  }
}

/// Gives a format of libxlsxwriter the look of a style.
func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
  setFont(of: format)
  if style.role == .title { format_set_font_size(format, CellStyle.titleSize) }
  if style.isBold { format_set_bold(format) }
  if style.isWrapped { format_set_text_wrap(format) }
  // The accounting underline runs below the dots of ạ and ị, which the usual one hides.
  if style.isLink { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE_ACCOUNTING.rawValue)) }
  if let colour = style.textColour { format_set_font_color(format, lxw_color_t(colour)) }
  if let colour = style.fillColour {
    format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    format_set_fg_color(format, lxw_color_t(colour))
  }
  if style.hasBorder {
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, lxw_color_t(0x8C8C8C))
  }
  if let code = style.numberFormat { format_set_num_format(format, code) }
  setAlignment(of: format, to: style)
}

/// Sets the font and the size of everything.
func setFont(of format: UnsafeMutablePointer<lxw_format>) {
  format_set_font_name(format, CellStyle.fontName)
  format_set_font_size(format, CellStyle.fontSize)
  // Roman, so that another serif stands in where the font is missing.
  format_set_font_family(format, 1)
}

private func setAlignment(of format: UnsafeMutablePointer<lxw_format>, to style: CellStyle) {
  let isHeading = style.role == .heading
  let vertical = isHeading ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
  format_set_align(format, UInt8(vertical.rawValue))
  let horizontal =
    switch style.alignment {
    case .centred: LXW_ALIGN_CENTER
    case .number: LXW_ALIGN_RIGHT
    case .text, .code: LXW_ALIGN_LEFT
    }
  format_set_align(format, UInt8(horizontal.rawValue))
}
