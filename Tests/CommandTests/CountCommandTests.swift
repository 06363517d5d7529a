import Foundation
import Testing

/// `hoctap count` as a process: what it reads, writes and prints.
@Suite("hoctap count") struct CountCommandTests {
  private static let marker = "079080099887"
  private static let name = "Nguyễn Thị Dấu Kín"

  private static let roster = """
    Mã xã,Mã định danh,Họ tên,Năm sinh,Nhóm,Danh hiệu,Kỹ năng số,Thành thạo,Trạng thái,Ngày công nhận
    26734,\(marker),\(name),1980,gia-dinh,1,1,0,công nhận,2022-01-31
    26734,\(marker),\(name),1981,gia-dinh,0,1,0,đang xét,
    00001,\(marker),\(name),1899,gia-dinh,1,1,0,,
    00001,\(marker),\(name),1980,gia-dinh,có lẽ,1,0,,
    00001,\(marker),\(name),\(marker),gia-dinh,1,1,0,,
    00001,\(marker),\(name)
    00001,"\(marker),\(name),1980,gia-dinh,1,1,0,,
    00001,x,\(name),1980,dong-ho,1,1,0,,

    """

  private static let counts = """
    commune,group,n,learning_citizen,digital_skill,proficient,recognised
    00001,dong-ho,1,1,1,0,0
    26734,gia-dinh,2,1,2,0,1

    """

  private func arguments(_ sandbox: Sandbox, _ inputs: [String]) -> [String] {
    ["count"] + inputs + [
      "--output", path(sandbox, "dem.csv"), "--rejects", path(sandbox, "loai.csv"), "--period",
      "2022",
    ]
  }

  private func path(_ sandbox: Sandbox, _ name: String) -> String {
    sandbox.folder.appending(path: name).path
  }

  private func text(_ sandbox: Sandbox, _ name: String) throws -> String {
    try String(contentsOfFile: path(sandbox, name), encoding: .utf8)
  }

  private func write(_ text: String, _ sandbox: Sandbox, _ name: String) throws -> String {
    try text.write(toFile: path(sandbox, name), atomically: false, encoding: .utf8)
    return path(sandbox, name)
  }

  @Test("writes counts and rejects, readable by their owner alone, and no id or name anywhere")
  func writes() throws {
    try withSandbox { sandbox in
      let file = try write(Self.roster, sandbox, "cong-dan.csv")
      for options in [[], ["--unique"], ["--lang", "en"], ["--format", "json"]] {
        let ending = try sandbox.hoctap(arguments(sandbox, [file]) + options)
        #expect(ending.status == 1, "\(ending.everything)")
        let rejects = try text(sandbox, "loai.csv")
        for text in [ending.output, ending.errors, rejects, try text(sandbox, "dem.csv")] {
          #expect(!text.contains(Self.marker) && !text.contains(Self.name))
        }
        #expect(try text(sandbox, "dem.csv") == Self.counts)
        #expect(ending.everything.contains("Họ tên"))
        guard options != ["--unique"] else {
          #expect(rejects.contains("\n3,K112,Mã định danh,\n"))
          continue
        }
        #expect(
          rejects == """
            line,code,column,value
            4,V113,Năm sinh,1899
            5,V109,Danh hiệu,có lẽ
            6,V113,Năm sinh,
            7,C106,,3
            8,C105,Mã định danh,

            """)
      }
      for name in ["dem.csv", "loai.csv"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(sandbox, name))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test("reads a pipe, gzip of one part or two, and a folder of parts")
  func inputs() throws {
    try withSandbox { sandbox in
      let good = Self.roster.split(separator: "\n")
      let rows = ([0, 1, 2, 8].map { good[$0] } + [""]).joined(separator: "\n")
      let file = try write(rows, sandbox, "a.csv")
      let half = rows.count / 2
      _ = try write(String(rows.prefix(half)), sandbox, "1")
      _ = try write(String(rows.dropFirst(half)), sandbox, "2")
      let script = """
        set -e; cd "$1"; gzip -c a.csv > a.csv.gz; (gzip -c 1; gzip -c 2) > b.csv.gz
        mkdir cong-dan; (head -n 1 a.csv; sed -n 2,3p a.csv) > cong-dan/1.csv
        (head -n 1 a.csv; sed -n 4p a.csv) | gzip > cong-dan/2.csv.gz
        cat a.csv | "$2" count - --output dem.csv --rejects loai.csv --period 2022
        cmp dem.csv "$3"
        cat a.csv.gz | "$2" count - --output dem.csv --rejects loai.csv --period 2022
        cmp dem.csv "$3"
        """
      let expected = try write(Self.counts, sandbox, "mong-doi.csv")
      let ending = try start(
        "/bin/sh", ["-c", script, "sh", sandbox.folder.path, Tool.path, expected],
        scratch: sandbox.folder
      ).wait()
      #expect(ending.status == 0, "\(ending.everything)")
      let packed = ["a.csv.gz", "b.csv.gz", "cong-dan"].map { path(sandbox, $0) }
      for input in [file] + packed {
        let ending = try sandbox.hoctap(arguments(sandbox, [input]))
        #expect(ending.status == 0, "\(input): \(ending.everything)")
        #expect(try text(sandbox, "dem.csv") == Self.counts)
        let isFolder = input.hasSuffix("cong-dan")
        #expect(
          try text(sandbox, "loai.csv") == "line,code,column,value\(isFolder ? ",file" : "")\n")
      }
    }
  }

  @Test("names the file of each reject where there are several")
  func severalFiles() throws {
    try withSandbox { sandbox in
      let one = try write("Mã xã,Nhóm\n1,gia-dinh\n", sandbox, "1.csv")
      let other = try write("Mã xã,Nhóm\n1,la\n", sandbox, "2.csv")
      #expect(try sandbox.hoctap(arguments(sandbox, [one, other])).status == 1)
      #expect(
        try text(sandbox, "loai.csv") == "line,code,column,value,file\n2,V111,Nhóm,la,\(other)\n")
    }
  }

  @Test("ends with 65 and writes nothing when a roster cannot be read")
  func unreadable() throws {
    try withSandbox { sandbox in
      let wide = path(sandbox, "utf16.csv")
      try Data([0xFF, 0xFE, 0x4D, 0]).write(to: URL(fileURLWithPath: wide))
      let gzip = path(sandbox, "hong.csv.gz")
      try Data([0x1F, 0x8B, 8, 0, 1]).write(to: URL(fileURLWithPath: gzip))
      let workbook = try write("PK\u{3}\u{4}", sandbox, "so.xlsx")
      let folder = path(sandbox, "rong")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for input in [wide, gzip, workbook, folder, path(sandbox, "khong-co.csv")] {
        let ending = try sandbox.hoctap(arguments(sandbox, [input]))
        #expect(ending.status == 65 && ending.output.isEmpty, "\(ending.everything)")
        #expect(ending.errors.contains(URL(fileURLWithPath: input).lastPathComponent))
        let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
        #expect(!names.contains { $0.contains("dem.csv") || $0.contains("loai.csv") }, "\(names)")
      }
    }
  }

  @Test("ends with 73 when the counts cannot be written, and with 64 on a wrong call")
  func refusedTargets() throws {
    try withSandbox { sandbox in
      let file = try write("Mã xã,Nhóm\n1,gia-dinh\n", sandbox, "1.csv")
      let missing = path(sandbox, "khong-co/dem.csv")
      for target in [missing, sandbox.workspace.path] {
        let ending = try sandbox.hoctap([
          "count", file, "--output", target, "--rejects", path(sandbox, "loai.csv"),
        ])
        #expect(ending.status == 73, "\(ending.everything)")
        #expect(!ending.errors.isEmpty)
      }
      for options in [
        ["--output", file, "--rejects", path(sandbox, "b")], ["--output", path(sandbox, "b")],
        ["--output", path(sandbox, "b"), "--rejects", path(sandbox, "b")],
        ["--output", path(sandbox, "b"), "--rejects", path(sandbox, "c"), "--threads", "0"],
      ] {
        let ending = try sandbox.hoctap(["count", file] + options)
        #expect(ending.status == 64, "\(ending.everything)")
      }
      #expect(try text(sandbox, "1.csv") == "Mã xã,Nhóm\n1,gia-dinh\n")
    }
  }

  @Test("writes to a device or a pipe, and replaces neither")
  func devices() throws {
    try withSandbox { sandbox in
      _ = try write("Mã xã,Nhóm\n1,gia-dinh\n", sandbox, "1.csv")
      let script = """
        set -e; cd "$1"; mkfifo ong; cat ong > dem.csv &
        "$2" count 1.csv --output ong --rejects /dev/null; wait; test -p ong; test -c /dev/null
        """
      let ending = try start(
        "/bin/sh", ["-c", script, "sh", sandbox.folder.path, Tool.path], scratch: sandbox.folder
      ).wait()
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(try text(sandbox, "dem.csv").hasSuffix("\n1,gia-dinh,1,0,0,0,0\n"))
    }
  }

  @Test("reads a folder of more parts than a process may have open files")
  func manyParts() throws {
    try withSandbox { sandbox in
      let script = """
        set -e; cd "$1"; mkdir cong-dan
        for part in $(seq 100); do printf 'Mã xã,Nhóm\\n1,gia-dinh\\n' > cong-dan/$part.csv; done
        ulimit -n 40; "$2" count cong-dan --output dem.csv --rejects loai.csv
        """
      let ending = try start(
        "/bin/sh", ["-c", script, "sh", sandbox.folder.path, Tool.path], scratch: sandbox.folder
      ).wait()
      #expect(ending.status == 0, "\(ending.everything)")
      #expect(try text(sandbox, "dem.csv").hasSuffix("\n1,gia-dinh,100,0,0,0,0\n"))
    }
  }

  @Test("killed at any moment leaves the old counts or the new, and the next run clears its rest")
  func killed() throws {
    try withSandbox { sandbox in
      let rows = (0..<400_000).map { "\($0 % 9000),gia-dinh,\($0 % 7 == 0 ? "la" : "1")\n" }
      let file = try write("Mã xã,Nhóm,Danh hiệu\n" + rows.joined(), sandbox, "1.csv")
      let call = arguments(sandbox, [file])
      #expect(try sandbox.hoctap(call).status == 1)
      let new = try text(sandbox, "dem.csv")
      for delay in stride(from: 0, through: 300, by: 20) {
        _ = try write("cu", sandbox, "dem.csv")
        let running = try start(Tool.path, call, scratch: sandbox.folder)
        usleep(UInt32(delay) * 1000)
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        #expect(["cu", new].contains(try text(sandbox, "dem.csv")), "after \(delay) ms")
      }
      #expect(try sandbox.hoctap(call).status == 1)
      let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
      #expect(!names.contains { $0.contains(".moi-") }, "\(names)")
    }
  }
}
