import CExpat
import Foundation

/// What one kind of part says, told element by element.
///
/// A class, because expat calls back while the part is read.
protocol PartReader: AnyObject {
  func start(_ element: String, _ attributes: XMLAttributes) throws(Difference)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ element: String) throws(Difference)
}

extension PartReader {
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ element: String) throws(Difference) {}
}

/// The attributes of one element; valid during the call that gets them.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  subscript(_ name: String) -> String? {
    guard var next = list else { return nil }
    while let key = next[0], let value = next[1] {
      if strcmp(key, name) == 0 { return String(cString: value) }
      next += 2
    }
    return nil
  }
}

/// Reads one part of the archive as XML, from its first byte to its last.
///
/// Refuses what is not well formed, document types, and elements nested deeper than 64.
func readXML(
  _ name: String, of archive: borrowing ZipArchive, to reader: any PartReader
) throws(Difference) {
  let stream = XMLStream(reader)
  guard let parser = XML_ParserCreate("UTF-8") else { throw Difference("Hết bộ nhớ.") }
  defer { XML_ParserFree(parser) }
  stream.parser = parser
  XML_SetUserData(parser, Unmanaged.passUnretained(stream).toOpaque())
  setHandlers(of: parser)
  try archive.read(name) { (bytes) throws(Difference) in
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    try stream.check(XML_Parse(parser, start, Int32(bytes.count), 0), in: name)
  }
  try stream.check(XML_Parse(parser, nil, 0, 1), in: name)
}

/// What the callbacks of one parser share; a class, because C keeps its address.
private final class XMLStream {
  let reader: any PartReader
  var parser: XML_Parser?
  var depth = 0
  var difference: Difference?

  init(_ reader: any PartReader) { self.reader = reader }

  func check(_ status: XML_Status, in name: String) throws(Difference) {
    if let difference { throw difference }
    guard status == XML_STATUS_OK else {
      throw Difference("Phần “\(name)” không phải XML đúng khuôn dạng.")
    }
  }

  func stop(_ difference: Difference) {
    self.difference = self.difference ?? difference
    XML_StopParser(parser, 0)
  }

  func attempt(_ step: () throws(Difference) -> Void) {
    guard difference == nil else { return }
    do { try step() } catch { stop(error) }
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
      stream.attempt { () throws(Difference) in
        guard stream.depth <= 64 else { throw Difference("XML lồng nhau quá sâu.") }
        try stream.reader.start(String(cString: name), XMLAttributes(attributes))
      }
    },
    { data, name in
      guard let stream = stream(data), let name else { return }
      stream.depth -= 1
      stream.attempt { () throws(Difference) in try stream.reader.end(String(cString: name)) }
    })
  XML_SetCharacterDataHandler(parser) { data, text, count in
    guard let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      stream(data)?.reader.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }
  XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
    stream(data)?.stop(Difference("XML có khai báo DOCTYPE, không được phép."))
  }
}
