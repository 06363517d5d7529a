import Model
import Roster

/// Writes the counts as CSV.
func write(_ roster: CountedRoster, to file: ReplacedFile) {
  file.write("commune,group,n,learning_citizen,digital_skill,proficient,recognised\n")
  // By bytes: there may be a hundred thousand rows of seven cells.
  var line: [UInt8] = []
  for row in roster.counts {
    line.removeAll(keepingCapacity: true)
    line += csvCell(row.commune).utf8
    line.append(comma)
    line += csvCell(row.group).utf8
    let counts = (
      row.persons, row.learningCitizens, row.digitallySkilled, row.proficient, row.recognised
    )
    appendCell(counts.0, to: &line)
    appendCell(counts.1, to: &line)
    appendCell(counts.2, to: &line)
    appendCell(counts.3, to: &line)
    appendCell(counts.4, to: &line)
    line.append(UInt8(ascii: "\n"))
    file.write(line)
  }
}

private let comma = UInt8(ascii: ",")

private func appendCell(_ count: Int, to line: inout [UInt8]) {
  line.append(comma)
  let first = line.count
  var rest = count
  repeat {
    line.append(UInt8(ascii: "0") + UInt8(rest % 10))
    rest /= 10
  } while rest > 0
  line[first...].reverse()
}

/// A value as CSV has it: in quotes where it has a sign of the table in it.
func csvCell(_ value: String) -> String {
  let needsQuotes = value.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  return needsQuotes ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
}

/// The rows that are left out, written while they are found.
final class RejectsFile {
  let file: ReplacedFile
  /// The names of the files, where there are several.
  private let names: [String]

  /// - Throws: the status of an output that cannot be written, once that is printed.
  init(at path: String, naming names: [String], or terminal: Terminal) throws {
    file = try ReplacedFile(at: path, or: terminal)
    self.names = names.count > 1 ? names : []
    file.write("line,code,column,value" + (self.names.isEmpty ? "\n" : ",file\n"))
  }

  func add(_ reject: RosterReject) {
    let cells = [
      "\(reject.line)", reject.code.rawValue, csvCell(reject.column), csvCell(reject.value),
    ]
    let name = names.isEmpty ? [] : [csvCell(names[reject.file])]
    file.write((cells + name).joined(separator: ",") + "\n")
  }
}

/// Hands on what is found while a roster is read.
final class CountListener: RosterListener {
  private let rejects: RejectsFile
  private let progress: CountProgress

  init(rejects: RejectsFile, progress: CountProgress) {
    self.rejects = rejects
    self.progress = progress
  }

  func rejected(_ reject: RosterReject) { rejects.add(reject) }

  func progressed(to bytes: Int) { progress.show() }
}
