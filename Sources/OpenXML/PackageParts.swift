/// Reads which parts a part refers to; what stands outside the package is left out.
public final class RelationshipsPart: PartReader {
  /// One part that is referred to.
  public struct Target: Hashable, Sendable {
    /// The last word of the relationship's type, such as `worksheet`.
    public let type: String
    /// The name of the part.
    public let part: String
  }

  private let folder: [Substring]
  /// By the relationship's id.
  public private(set) var targets: [String: Target] = [:]

  /// - Parameter name: of the relationships' own part, such as `xl/_rels/workbook.xml.rels`.
  public init(_ name: String) { folder = name.split(separator: "/").dropLast(2) }

  public func start(_ element: XMLName, _ attributes: XMLAttributes) {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { path = path.dropLast() } else { path.append(step) }
    }
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = Target(type: type, part: path.joined(separator: "/"))
  }
}

/// Reads the texts that the cells share; how a text is read aloud is no part of it.
public final class SharedStringsPart<Text>: PartReader {
  public private(set) var texts: [Text] = []
  private let limit: Int
  private let read: (UnsafeBufferPointer<UInt8>) -> Text
  private var current: [UInt8] = []
  private var isText = false
  private var phoneticDepth = 0

  /// - Parameters:
  ///   - limit: how many texts are read at most.
  ///   - read: makes a value of the bytes of one text, which are there during the call only.
  public init(limit: Int = .max, _ read: @escaping (UnsafeBufferPointer<UInt8>) -> Text) {
    self.limit = limit
    self.read = read
  }

  public func start(_ element: XMLName, _ attributes: XMLAttributes) {
    isText = element == "t" && phoneticDepth == 0
    if element == "si" { current.removeAll(keepingCapacity: true) }
    if element == "rPh" { phoneticDepth += 1 }
  }

  public func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PackageProblem) {
    guard isText else { return }
    current += bytes
    guard current.count <= 1 << 20 else { throw PackageProblem(.size) }
  }

  public func end(_ element: XMLName) throws(PackageProblem) {
    isText = false
    if element == "si" {
      guard texts.count < limit else { throw PackageProblem(.cells) }
      texts.append(current.withUnsafeBufferPointer(read))
    }
    if element == "rPh" { phoneticDepth -= 1 }
  }
}

/// Reads the sheets' names, with the relationships that lead to their parts.
public final class WorkbookPart: PartReader {
  /// What the workbook says of one sheet.
  public struct Sheet: Hashable, Sendable {
    public let name: String
    public let relationship: String
    public let isHidden: Bool
  }

  public private(set) var sheets: [Sheet] = []
  /// What each name stands for, as it is written: `'Ngưỡng'!$C$4`.
  public private(set) var names: [String: String] = [:]
  private var name: String?
  /// Whether days are counted from 1904 instead of 1900.
  public private(set) var countsFrom1904 = false

  public init() {}

  public func start(_ element: XMLName, _ attributes: XMLAttributes) {
    switch element {
    case "sheet":
      let state = attributes["state"] ?? "visible"
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relationship: attributes.prefixed("id") ?? "",
          isHidden: state != "visible"))
    case "definedName": name = attributes["name"]
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }

  public func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let name { names[name, default: ""] += String(decoding: bytes, as: UTF8.self) }
  }

  public func end(_ element: XMLName) {
    if element == "definedName" { name = nil }
  }
}
