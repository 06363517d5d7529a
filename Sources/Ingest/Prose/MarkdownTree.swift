import CMarkGFM

/// The syntax tree of a Markdown text, walked without recursion however deep it is.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer?

  init(_ text: String) {
    _ = extensionsAreRegistered
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    let bytes = marked(text)
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    root = cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(root) }

  /// Calls `visit` when each node is entered and when it is left; a node without room for others
  /// is only entered.
  func walk(_ visit: (MarkdownNode, _ isEntered: Bool) -> Void) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(MarkdownNode(pointer: node), event == CMARK_EVENT_ENTER)
    }
  }
}

/// One node of a tree, valid while the tree is.
struct MarkdownNode {
  fileprivate let pointer: OpaquePointer

  enum Kind {
    case list, item, paragraph, heading, verbatim, table, tableHead, tableRow, tableCell
    case text, softBreak, lineBreak, emphasis, strong, link
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK: .verbatim
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_DOCUMENT, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_IMAGE:
      .other
    default: tableKind
    }
  }

  /// The kinds of the extension have no constants.
  private var tableKind: Kind {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_header": .tableHead
    case "table_row": .tableRow
    case "table_cell": .tableCell
    default: .other
    }
  }

  /// Words that the extension cuts off above a table have no line of their own: the table keeps
  /// that on which they begin.
  var line: Int {
    let line = cmark_node_get_start_line(pointer)
    return Int(line > 0 ? line : cmark_node_get_start_line(cmark_node_next(pointer)))
  }

  var literal: String { unmarked(cmark_node_get_literal(pointer)) }

  var address: String { unmarked(cmark_node_get_url(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The number of a list's first item; `nil` for a list of dashes.
  var firstNumber: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  /// Whether it stands in nothing but the document.
  var isTopLevel: Bool {
    cmark_node_get_type(cmark_node_parent(pointer)) == CMARK_NODE_DOCUMENT
  }

  /// Whether it is code by its indentation alone, and stands in nothing but the document.
  var isIndentedText: Bool {
    var (length, offset, fence): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_type(pointer) == CMARK_NODE_CODE_BLOCK
      && cmark_node_get_fenced(pointer, &length, &offset, &fence) == 0
      && isTopLevel
  }

  /// `l`, `c`, `r` or 0 for each column of a table.
  var columnSigns: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let signs = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { signs[$0] }
  }
}

/// The library keeps its extensions in a global list: it is filled once, before any thread reads.
private let extensionsAreRegistered: Bool = {
  cmark_gfm_core_extensions_ensure_registered()
  return true
}()

/// Stands between `]` and `:`, so that no line is taken for the definition of a link or footnote.
///
/// A definition would vanish from the text. No text has the mark: it is no character.
private let mark = Array("\u{FFFF}".utf8)

private func marked(_ text: String) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count + 16)
  for byte in text.replacing("\u{FFFF}", with: "\u{FFFD}").utf8 {
    if byte == UInt8(ascii: ":"), result.last == UInt8(ascii: "]") { result += mark }
    result.append(byte)
  }
  return result
}

private func unmarked(_ text: UnsafePointer<CChar>?) -> String {
  guard let text else { return "" }
  let plain = String(cString: text)
  return plain.utf8.contains(mark[0]) ? plain.replacing("\u{FFFF}", with: "") : plain
}
