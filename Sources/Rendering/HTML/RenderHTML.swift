public import Model

/// Renders `document` as one self-contained page of HTML.
///
/// Pure: the same document and templates give the same bytes. No text of the document becomes
/// markup.
///
/// - Throws: a ``Fault`` when a template asks for a name that the document does not have.
public func renderHTML(
  _ document: ReportDocument, with templates: ReportTemplates
) throws(Fault) -> [UInt8] {
  try templates.render(document, as: .html)
}
