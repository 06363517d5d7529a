import Foundation

/// What one process says of its reading of a file.
struct Reading {
  let rows: Int
  let total: Int
  /// - Unit: seconds of CPU; the start of a peer, under a tenth of a second, is in it.
  let seconds: Double
  /// - Unit: MiB.
  let peak: Int

  init?(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 4, let rows = Int(words[0]), let total = Int(words[1]),
      let seconds = Double(words[2]), let peak = Int(words[3])
    else { return nil }
    self.rows = rows
    self.total = total
    self.seconds = seconds
    self.peak = peak
  }
}

/// One program that reads a file in a process of its own.
struct Reader {
  let name: String
  let command: [String]

  /// The best of several runs of each reader, which take turns so that a busy machine slows all
  /// alike; one that is not installed is left out.
  static func best(of readers: [Reader], runs: Int) throws -> [(Reader, Reading)] {
    var best: [Reading?] = Array(repeating: nil, count: readers.count)
    for _ in 0..<runs {
      for (index, reader) in readers.enumerated() {
        guard let reading = Reading(try reader.output()) else { continue }
        if reading.seconds < best[index]?.seconds ?? .infinity { best[index] = reading }
      }
    }
    return zip(readers, best).compactMap { reader, reading in reading.map { (reader, $0) } }
  }

  private func output() throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// What this process has taken so far: seconds of CPU, and MiB at most.
func usage() -> (seconds: Double, peak: Int) {
  var usage = rusage()
  getrusage(0, &usage)
  let times = [usage.ru_utime, usage.ru_stime].map {
    Double($0.tv_sec) + Double($0.tv_usec) / 1e6
  }
  return (times[0] + times[1], usage.ru_maxrss / 1024)
}

/// The whole file, read with one call; `nil` where it cannot be opened.
func contents(of path: String) -> [UInt8]? {
  guard let handle = fopen(path, "r") else { return nil }
  defer { fclose(handle) }
  fseek(handle, 0, SEEK_END)
  let size = ftell(handle)
  rewind(handle)
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, handle)
  }
}
