public import Model

/// Renders `document` as GitHub-flavoured Markdown without any HTML in it.
///
/// Pure: the same document and templates give the same bytes. No text of the document becomes
/// markup. A link to a place inside the document is printed as its words, because renderers do
/// not agree on the names of such places.
///
/// - Throws: a ``Fault`` when a template asks for a name that the document does not have.
public func renderMarkdown(
  _ document: ReportDocument, with templates: ReportTemplates
) throws(Fault) -> [UInt8] {
  try templates.render(document, as: .markdown)
}
