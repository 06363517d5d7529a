import CExpat
import Foundation

/// Reads one part of the archive as XML, from its first byte to its last.
///
/// Refuses what is not well formed, document types, elements nested deeper than 64, and single tags
/// or comments longer than a megabyte.
public func readXML(
  _ name: String, of archive: borrowing ZipArchive, to reader: any PartReader
) throws(PackageProblem) {
  guard let parser = XML_ParserCreate(nil) else { throw PackageProblem(.size, name) }
  defer { XML_ParserFree(parser) }
  let stream = XMLStream(reader, part: name, parser)
  XML_SetUserData(parser, Unmanaged.passUnretained(stream).toOpaque())
  setHandlers(of: parser)
  try archive.read(name) { (bytes) throws(PackageProblem) in
    try stream.take(bytes.bindMemory(to: UInt8.self))
    return !reader.isDone
  }
  if !reader.isDone { try stream.finish() }
}

/// What the callbacks of one parser share; a class, because C keeps its address.
private final class XMLStream {
  private let reader: any PartReader
  /// The same reader, where it reads plain elements itself.
  private let listReader: (any PlainListReader)?
  private let part: String
  private let parser: XML_Parser
  private var depth = 0
  /// Bytes that the parser was given.
  private var fed = 0
  /// How many of them precede the end of the last element.
  private var endOfLast = 0
  /// What stands before the name of the part's own elements; `nil` before the first.
  private var prefix: String?
  private var prefixLength = 0
  private var problem: PackageProblem?
  /// Expat may call back once more after it was told to stop.
  private var isStopped = false

  init(_ reader: any PartReader, part: String, _ parser: XML_Parser) {
    self.reader = reader
    listReader = reader as? any PlainListReader
    self.part = part
    self.parser = parser
  }

  /// Takes the next piece of the part.
  func take(_ piece: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    guard let listReader else { return try parse(piece) }
    var rest = piece
    while !rest.isEmpty, !isStopped {
      let (length, isWhole) = lengthOfElement(in: rest, endingWith: listReader.endOfElement)
      try parse(UnsafeBufferPointer(rebasing: rest[..<length]))
      rest = UnsafeBufferPointer(rebasing: rest[length...])
      // Where the parser finds no end of an element, it stands in a comment that looks like one. The
      // second condition leaves room for the elements of an element.
      guard isWhole, endOfLast == fed, (1..<deepest - 8).contains(depth) else {
        return try parse(rest)
      }
      let count = try listReader.readPlain(rest)
      isStopped = isStopped || listReader.isDone
      rest = UnsafeBufferPointer(rebasing: rest[count...])
    }
  }

  func finish() throws(PackageProblem) { try check(XML_Parse(parser, nil, 0, 1)) }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    if bytes.isEmpty || isStopped { return }
    try bytes.withMemoryRebound(to: CChar.self) { (bytes) throws(PackageProblem) in
      try check(XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), 0))
    }
    // Expat reads an unfinished tag again with every piece.
    fed += bytes.count
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= 1 << 20 || isStopped else {
      throw PackageProblem(.size, part)
    }
  }

  private func check(_ status: XML_Status) throws(PackageProblem) {
    if let problem { throw problem }
    guard status == XML_STATUS_OK || isStopped else { throw PackageProblem(.xml, part) }
  }
}

extension XMLStream {
  fileprivate func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard !isStopped else { return }
    guard depth <= deepest else { return stop(PackageProblem(.depth, part)) }
    do throws(PackageProblem) {
      try reader.start(self.name(name), XMLAttributes(attributes))
    } catch {
      stop(error)
    }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    do throws(PackageProblem) { try reader.text(bytes) } catch { stop(error) }
  }

  fileprivate func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    guard !isStopped else { return }
    do throws(PackageProblem) {
      try reader.end(self.name(name))
    } catch {
      return stop(error)
    }
    if listReader != nil {
      endOfLast = Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
    }
    if reader.isDone { stop(nil) }
  }

  fileprivate func refuseDoctype() { stop(PackageProblem(.doctype, part)) }

  private func stop(_ problem: PackageProblem?) {
    self.problem = self.problem ?? problem
    isStopped = true
    XML_StopParser(parser, 0)
  }

  /// The name without the prefix that the part's first element has.
  private func name(_ start: UnsafePointer<CChar>) -> XMLName {
    if prefix == nil {
      let own = ownPrefix(of: start)
      prefix = own
      prefixLength = own.utf8.count
    }
    guard prefixLength > 0, let prefix, strncmp(start, prefix, prefixLength) == 0 else {
      return XMLName(start, after: 0)
    }
    return XMLName(start, after: prefixLength)
  }
}

private let deepest = 64

private func ownPrefix(of start: UnsafePointer<CChar>) -> String {
  let name = String(cString: start)
  return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
}

/// How many bytes go up to the end of the next element of a list; all of them where none ends.
private func lengthOfElement(
  in bytes: UnsafeBufferPointer<UInt8>, endingWith end: StaticString
) -> (length: Int, isWhole: Bool) {
  let length = end.utf8CodeUnitCount
  var index = 0
  while let start = bytes.baseAddress, index + length <= bytes.count {
    if bytes[index] == end.utf8Start.pointee, memcmp(start + index, end.utf8Start, length) == 0 {
      return (index + length, true)
    }
    index += 1
  }
  return (bytes.count, false)
}

private func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
  data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func setHandlers(of parser: XML_Parser) {
  XML_SetElementHandler(
    parser,
    { data, name, attributes in
      guard let stream = stream(data), let name else { return }
      stream.start(name, attributes)
    },
    { data, name in
      guard let stream = stream(data), let name else { return }
      stream.end(name)
    })
  XML_SetCharacterDataHandler(parser) { data, text, count in
    guard let stream = stream(data), let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
      stream.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
  }
  XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
    stream(data)?.refuseDoctype()
  }
}
