import CExpat
import Foundation

/// What one kind of part says, told element by element.
///
/// A class, because expat calls back while the part is read.
public protocol PartReader: AnyObject {
  /// Whether the reader knows enough; the rest of the part is then not read.
  var isDone: Bool { get }
  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(PackageProblem)
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem)
  func end(_ element: XMLName) throws(PackageProblem)
}

extension PartReader {
  public var isDone: Bool { false }
  public func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {}
  public func end(_ element: XMLName) throws(PackageProblem) {}
}

/// Reads one part of the archive as XML, from its first byte to its last.
///
/// Refuses what is not well formed, document types, elements nested deeper than 64, and single tags
/// or comments longer than a megabyte.
public func readXML(
  _ name: String, of archive: borrowing ZipArchive, to reader: any PartReader
) throws(PackageProblem) {
  let stream = XMLStream(reader, part: name)
  guard let parser = XML_ParserCreate(nil) else { throw PackageProblem(.size, name) }
  defer { XML_ParserFree(parser) }
  stream.parser = parser
  XML_SetUserData(parser, Unmanaged.passUnretained(stream).toOpaque())
  setHandlers(of: parser)
  try archive.read(name) { (bytes) throws(PackageProblem) in
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    try stream.check(XML_Parse(parser, start, Int32(bytes.count), 0))
    // Expat reads an unfinished tag again with every piece.
    stream.fed += bytes.count
    guard stream.fed - Int(XML_GetCurrentByteIndex(parser)) <= 1 << 20 || reader.isDone else {
      throw PackageProblem(.size, name)
    }
    return !reader.isDone
  }
  if !reader.isDone { try stream.check(XML_Parse(parser, nil, 0, 1)) }
}

/// What the callbacks of one parser share; a class, because C keeps its address.
private final class XMLStream {
  let reader: any PartReader
  let part: String
  var parser: XML_Parser?
  var depth = 0
  /// Bytes that the parser was given.
  var fed = 0
  /// What stands before the name of the part's own elements; `nil` before the first.
  var prefix: String?
  var problem: PackageProblem?

  init(_ reader: any PartReader, part: String) {
    self.reader = reader
    self.part = part
  }

  func check(_ status: XML_Status) throws(PackageProblem) {
    if let problem { throw problem }
    guard status == XML_STATUS_OK || reader.isDone else { throw PackageProblem(.xml, part) }
  }

  func stop(_ problem: PackageProblem) {
    self.problem = self.problem ?? problem
    XML_StopParser(parser, 0)
  }

  func attempt(_ step: () throws(PackageProblem) -> Void) {
    guard problem == nil, !reader.isDone else { return }
    do { try step() } catch { stop(error) }
    if reader.isDone { XML_StopParser(parser, 0) }
  }

  /// The name without the prefix that the part's first element has.
  func name(_ start: UnsafePointer<CChar>) -> XMLName {
    if prefix == nil { prefix = ownPrefix(of: start) }
    guard let prefix, !prefix.isEmpty, strncmp(start, prefix, prefix.utf8.count) == 0 else {
      return XMLName(start, after: 0)
    }
    return XMLName(start, after: prefix.utf8.count)
  }

  private func ownPrefix(of start: UnsafePointer<CChar>) -> String {
    let name = String(cString: start)
    return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
  }
}

private func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
  data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func setHandlers(of parser: XML_Parser) {
  XML_SetElementHandler(
    parser,
    { data, name, attributes in
      guard let stream = stream(data), let name else { return }
      stream.depth += 1
      stream.attempt { () throws(PackageProblem) in
        guard stream.depth <= 64 else { throw PackageProblem(.depth, stream.part) }
        try stream.reader.start(stream.name(name), XMLAttributes(attributes))
      }
    },
    { data, name in
      guard let stream = stream(data), let name else { return }
      stream.depth -= 1
      stream.attempt { () throws(PackageProblem) in try stream.reader.end(stream.name(name)) }
    })
  XML_SetCharacterDataHandler(parser) { data, text, count in
    guard let stream = stream(data), let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
      stream.attempt { () throws(PackageProblem) in
        try stream.reader.text(UnsafeBufferPointer(start: start, count: Int(count)))
      }
    }
  }
  XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
    guard let stream = stream(data) else { return }
    stream.stop(PackageProblem(.doctype, stream.part))
  }
}
