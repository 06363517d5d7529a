import Model

/// SHA-256 and size of every input read and every output written: `manifest.json`.
///
/// `converter` is the program that made some of them, if there was one.
func manifest(
  _ outputs: [OutputFile], _ judged: Judged, _ request: RunRequest, converter: String?
) -> JSONValue {
  let context = judged.record.context
  var members: [String: JSONValue] = [
    "schema": "hoctap/manifest/1", "programme": .string(context.programme.id),
    "period": .string("\(context.period)"), "asOf": .string(context.asOf.description),
    "tool": .string(request.tool), "rulebook": .string(context.rulebook.id),
    "rulebookDigest": .string(context.rulebook.digest),
    "inputs": .array(request.inputs(under: context.rulebook).map(entry)),
    "templates": .array(
      templatesRead(request, context).map { entry($0.path, $0.bytes) }),
    "outputs": .array(outputs.map { entry($0.path, $0.bytes) }),
  ]
  if request.tellsCommendations { members["commendations"] = .bool(true) }
  members["converter"] = converter.map { .string($0) }
  return .object(members)
}

/// The templates that a run depends on: of the rulebooks only its own.
private func templatesRead(_ request: RunRequest, _ context: RunContext) -> [WorkspaceFile] {
  request.templates.filter {
    !$0.path.hasPrefix("rulebooks/") || $0.path == "rulebooks/\(context.rulebook.id).yaml"
  }
}

func entry(_ path: String, _ bytes: [UInt8]) -> JSONValue {
  .object(members(path, size: bytes.count, digest: sha256(bytes)))
}

/// A file as it was found; of a roster of persons, what was found out while it was read.
private func entry(_ file: WorkspaceFile) -> JSONValue {
  var members = members(
    file.path, size: file.persons?.size ?? file.bytes.count,
    digest: file.persons?.digest ?? sha256(file.bytes))
  if let obstacle = file.obstacle { members[obstacle == .link ? "link" : "unread"] = .bool(true) }
  return .object(members)
}

private func members(_ path: String, size: Int, digest: String) -> [String: JSONValue] {
  ["path": .string(path), "bytes": .integer(size), "sha256": .string(digest)]
}
