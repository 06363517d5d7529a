/// What one kind of part says, told element by element.
///
/// A class, because expat calls back while the part is read.
public protocol PartReader: AnyObject {
  /// Whether the reader knows enough; the rest of the part is then not read. Asked at the end of
  /// each element.
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

/// A reader of a part that is one long list of elements, most of them written in the same plain way.
///
/// It reads those itself, without the parser, which sees the part without them: a well-formed
/// element that is left out of a list leaves the rest as well formed as it was.
public protocol PlainListReader: PartReader {
  /// With what every element of the list ends, such as `</row>`.
  var endOfElement: StaticString { get }

  /// Reads the elements of the list at the beginning of `bytes`, each of them whole, as far as they
  /// are plain.
  ///
  /// An element is plain only when the parser would take it as well formed, whatever the encoding of
  /// the part: it is in ASCII, has no references, and no attribute twice.
  ///
  /// - Returns: how many bytes they have.
  func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) -> Int
}
