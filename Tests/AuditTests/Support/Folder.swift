import Audit
import Foundation
import Model
import OpenXML
import PackageSupport
import Pipeline
import SampleSupport

/// The sample's output in memory, to be tampered with.
struct Folder {
  private(set) var files: [OutputFile]
  /// Files of the folder that are links.
  var links: Set<String> = []

  private static let written = Result {
    let request = try SampleRequest.make()
    return try outputs(SampleRequest.judged(), with: reportTemplates(request), of: request)
  }

  init() throws { files = try Self.written.get() }

  var paths: [String] { files.map(\.path) }

  func bytes(of path: String) throws -> [UInt8] {
    guard let file = files.first(where: { $0.path == path }) else { throw NotThere(what: path) }
    return file.bytes
  }

  func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  mutating func put(_ bytes: [UInt8], at path: String) {
    files.removeAll { $0.path == path }
    files.append(OutputFile(path: path, bytes: bytes))
  }

  mutating func remove(_ path: String) { files.removeAll { $0.path == path } }

  func holds(_ text: String, in path: String) throws -> Bool {
    path.hasSuffix(".xlsx")
      ? try Workbook(try bytes(of: path)).contains(text) : try self.text(of: path).contains(text)
  }

  /// Replaces text in a file, in every part of a workbook; there must be some.
  mutating func replace(_ old: String, by new: String, in path: String, first: Bool = false) throws
  {
    let change = { (text: String) in
      text.replacing(old, with: new, maxReplacements: first ? 1 : .max)
    }
    let before = try bytes(of: path)
    let after =
      path.hasSuffix(".xlsx")
      ? try Workbook(before).mapParts(change).bytes
      : Array(change(String(decoding: before, as: UTF8.self)).utf8)
    guard try holds(old, in: path) else {
      throw NotThere(what: "“\(old)” in \(path)")
    }
    put(after, at: path)
  }

  /// Changes the value that a cell of a workbook stores beside its formula, or instead of one.
  mutating func store(
    _ new: String, over old: String, at cell: String, of sheet: String, in path: String
  ) throws {
    try change(cell, of: sheet, in: path) { text in
      if text.contains("<v>\(old)</v>") {
        return text.replacing("<v>\(old)</v>", with: "<v>\(new)</v>")
      }
      guard text.contains(" t=\"s\"") else { throw NotThere(what: "\(old) in \(text)") }
      return "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(new)</t></is></c>"
    }
  }

  /// Writes another formula into a cell that has one, or none, and leaves the stored value.
  mutating func replaceFormula(
    by new: String, at cell: String, of sheet: String, in path: String
  ) throws {
    try change(cell, of: sheet, in: path) { text in
      guard text.contains("<f>") else { throw NotThere(what: "a formula in \(text)") }
      return text.replacing(
        /<f>[\s\S]*?<\/f>/, with: new.isEmpty ? "" : "<f>\(new)</f>")
    }
  }

  private mutating func change(
    _ cell: String, of sheet: String, in path: String, _ change: (String) throws -> String
  ) throws {
    var workbook = try Workbook(try bytes(of: path))
    let part = try workbook.part(of: sheet)
    guard let pattern = try? Regex("<c r=\"\(cell)\"[^>]*?(/>|>[\\s\\S]*?</c>)"),
      let range = workbook.text(of: part).firstRange(of: pattern)
    else { throw NotThere(what: "\(sheet)!\(cell)") }
    let text = workbook.text(of: part)
    let changed = try change(String(text[range]))
    workbook.put(text.replacingCharacters(in: range, with: changed), at: part)
    put(workbook.bytes, at: path)
  }

  /// Makes the manifest say what the files now are, as a careful forger would.
  mutating func forgeManifest() throws {
    let path = "manifest.json"
    var manifest =
      try JSONSerialization.jsonObject(with: Data(try bytes(of: path))) as? [String: Any]
    manifest?["outputs"] = files.filter { $0.path != path }.map { file in
      ["path": file.path, "bytes": file.bytes.count, "sha256": sha256(file.bytes)] as [String: Any]
    }
    put([UInt8](try JSONSerialization.data(withJSONObject: manifest ?? [:])), at: path)
  }

  /// Changes one member of the manifest.
  mutating func setManifest(_ key: String, to value: Any) throws {
    let path = "manifest.json"
    var manifest =
      try JSONSerialization.jsonObject(with: Data(try bytes(of: path))) as? [String: Any]
    manifest?[key] = value
    put([UInt8](try JSONSerialization.data(withJSONObject: manifest ?? [:])), at: path)
  }

  func audit() throws -> Audit {
    try verify(
      files.map {
        links.contains($0.path)
          ? WorkspaceFile(path: $0.path, obstacle: .link)
          : WorkspaceFile(path: $0.path, bytes: $0.bytes)
      },
      templates: SampleRequest.make().templates)
  }
}

struct NotThere: Error { let what: String }

/// A workbook unpacked.
struct Workbook {
  private(set) var parts: [StoredZip.Part] = []

  init(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes, limits: .own)
    for name in archive.names {
      var content: [UInt8] = []
      try archive.read(name) { (piece) throws(PackageProblem) in
        content += piece
        return true
      }
      parts.append(StoredZip.Part(name, content))
    }
  }

  var bytes: [UInt8] { StoredZip(parts: parts).bytes }

  func contains(_ text: String) -> Bool {
    parts.contains { String(decoding: $0.content, as: UTF8.self).contains(text) }
  }

  /// The name of the part that holds a sheet; sheets are numbered in their order.
  func part(of sheet: String) throws -> String {
    let names = text(of: "xl/workbook.xml").matches(of: /<sheet name="([^"]*)"/).map { $0.1 }
    guard let index = names.firstIndex(of: sheet[...]) else { throw NotThere(what: sheet) }
    return "xl/worksheets/sheet\(index + 1).xml"
  }

  func text(of part: String) -> String {
    String(decoding: parts.first { $0.name == part }?.content ?? [], as: UTF8.self)
  }

  mutating func put(_ text: String, at part: String) {
    parts = parts.map { $0.name == part ? StoredZip.Part(part, text) : $0 }
  }

  func mapParts(_ change: (String) -> String) -> Workbook {
    var copy = self
    copy.parts = parts.map { part in
      StoredZip.Part(part.name, change(String(decoding: part.content, as: UTF8.self)))
    }
    return copy
  }

  /// The texts that cells share, in their order.
  var texts: [String] {
    let part = parts.first { $0.name == "xl/sharedStrings.xml" }
    let text = String(decoding: part?.content ?? [], as: UTF8.self)
    return text.split(separator: "<si>").dropFirst().map { item in
      let inner = String(item.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
      return inner.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }
  }
}
