import Model
import Yams

/// Where a YAML file cannot be read, in words of ours.
extension YAMLReader {
  func syntaxProblem(_ error: YamlError, file: String) -> Fault.Problem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Fault.Problem(
        file: file, line: mark.line, column: mark.column,
        message: "Sai cú pháp YAML: \(problem). Kiểm tra thụt dòng, dấu nháy và dấu hai chấm.")
    case .duplicatedKeysInMapping(let duplicates, let context):
      repeatedKeys(duplicates.sorted(), from: context, file: file)
    case .reader(_, let offset, _, let text):
      unreadable(text, at: offset, file: file)
    default:
      Fault.Problem(file: file, message: "Không đọc được YAML: \(error)")
    }
  }

  /// The parser names the first of the repeated keys; the one to be removed is a later one.
  private func repeatedKeys(
    _ keys: [String], from context: YamlError.Context, file: String
  ) -> Fault.Problem {
    let first = Spot(line: context.mark.line, column: context.mark.column)
    let spot = keys.first.flatMap { nextSpot(of: $0, after: first, in: context.text) } ?? first
    return Fault.Problem(
      file: file, line: spot.line, column: spot.column,
      message: "Khóa bị lặp: \(keys.joined(separator: ", ")). Mỗi khóa chỉ được viết một lần.")
  }

  /// Where `key` is written again: further on in its line, or under the first in a later one.
  private func nextSpot(of key: String, after first: Spot, in text: String) -> Spot? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
    let writings = [key, "\"\(key)\"", "'\(key)'"].map { Array("\($0):".unicodeScalars) }
    let isWritten = { (line: [UnicodeScalar], index: Int) in
      writings.contains { line.dropFirst(index).starts(with: $0) }
    }
    let row = first.line - 1
    guard lines.indices.contains(row) else { return nil }
    let again = lines[row].indices.dropFirst(first.column).first { index in
      " ,{".unicodeScalars.contains(lines[row][index - 1]) && isWritten(lines[row], index)
    }
    if let again { return Spot(line: first.line, column: again + 1) }
    let indent = first.column - 1
    let below = lines.indices.dropFirst(first.line).first { index in
      lines[index].prefix(indent).allSatisfy { $0 == " " } && isWritten(lines[index], indent)
    }
    return below.map { Spot(line: $0 + 1, column: first.column) }
  }

  private func unreadable(_ text: String, at offset: Int?, file: String) -> Fault.Problem {
    let lines = offset.map {
      text.prefix($0).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    return Fault.Problem(
      file: file, line: lines?.count, column: lines?.last.map { $0.unicodeScalars.count + 1 },
      message: "Có ký tự điều khiển mà YAML không dùng; hãy xóa ký tự đó.")
  }
}

/// A place in a text, both counted from 1.
private struct Spot {
  let line: Int
  let column: Int
}
