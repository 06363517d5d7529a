import CMarkGFM

/// Reads what GitHub-flavoured Markdown shows once it is rendered; `nil` when it is not UTF-8.
func readMarkdown(_ bytes: [UInt8]) -> SeenDocument? {
  guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
  cmark_gfm_core_extensions_ensure_registered()
  guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink", "tasklist"] {
    guard let syntax = cmark_find_syntax_extension(name) else { return nil }
    cmark_parser_attach_syntax_extension(parser, syntax)
  }
  bytes.withUnsafeBytes { buffer in
    cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
  }
  guard let root = cmark_parser_finish(parser) else { return nil }
  defer { cmark_node_free(root) }
  var seen = SeenDocument()
  read(root, into: &seen)
  return seen
}

private typealias Node = OpaquePointer

private func read(_ node: Node, into seen: inout SeenDocument) {
  let place = SeenPlace(line: Int(cmark_node_get_start_line(node)))
  switch kind(of: node) {
  case "paragraph", "heading", "code_block": seen.add(text(of: node), at: place)
  case "table":
    seen.addTable(
      children(of: node).map { row in
        children(of: row).map { SeenText(text: text(of: $0), place: line(of: row)) }
      })
  case "html_block": break
  default: for child in children(of: node) { read(child, into: &seen) }
  }
}

private func line(of node: Node) -> SeenPlace {
  SeenPlace(line: Int(cmark_node_get_start_line(node)))
}

private func text(of node: Node) -> String {
  switch kind(of: node) {
  case "text", "code", "code_block": cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  case "softbreak", "linebreak": " "
  case "html_inline": ""
  default: children(of: node).map(text).joined()
  }
}

/// By name, because the kinds of the extensions are known only once those are registered.
private func kind(of node: Node) -> String {
  cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
}

private func children(of node: Node) -> [Node] {
  var result: [Node] = []
  var next = cmark_node_first_child(node)
  while let child = next {
    result.append(child)
    next = cmark_node_next(child)
  }
  return result
}
