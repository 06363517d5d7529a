import Foundation
import Testing

/// `hoctap forms` writes blank files that other programs open, and never takes a filled one away.
@Suite("Forms") struct FormsCommandTests {
  private struct Form: Decodable {
    struct Check: Decodable {
      let cells: String
      let type: String
      let formulas: [String]
      let message: String
    }

    let sheets: [String]
    let created: String
    let frozen: String
    let paper: String
    let landscape: Bool
    let formats: [String: String]
    let rows: [[String]]
    let checks: [Check]
    let lists: [[String]]
  }

  @Test("have the same cells as CSV and as a workbook, with lists and checks")
  func workbooks() throws {
    try withSandbox { sandbox in
      let folder = try forms(of: sandbox)
      let files = try bytes(below: folder)
      let workbooks = files.keys.filter { $0.hasSuffix(".xlsx") }.sorted()
      let read = try read(
        withScript: "forms.py", workbooks.map { folder.appending(path: $0).path },
        scratch: sandbox.folder)
      let forms = try JSONDecoder().decode([String: Form].self, from: read)
      #expect(workbooks.count > 40 && forms.count == workbooks.count)
      for path in workbooks {
        let form = try #require(forms[folder.appending(path: path).path])
        let twin = path.replacing("xlsx/", with: "csv/").replacing(".xlsx", with: ".csv")
        #expect(form.rows == rows(of: try #require(files[twin])), "\(path)")
        #expect(form.sheets.dropFirst().first == "Hướng dẫn" && form.frozen == "B2", "\(path)")
        #expect(form.paper == "9" && form.landscape && form.created.hasPrefix("2022-01-01"))
        #expect(form.checks.allSatisfy { !$0.message.isEmpty }, "\(path)")
      }
    }
  }

  @Test("are written for a year of which nothing has been sent")
  func newPeriod() throws {
    try withSandbox { sandbox in
      try sandbox.remove("2022")
      for options in [[], ["--period", "2023"]] {
        let ending = try sandbox.hoctap(
          ["forms", sandbox.workspace.path, "--as-of", Tool.asOf, "--output", sandbox.output.path]
            + options)
        #expect(ending.status == 0, "\(ending.everything)")
        let year = options.last ?? "2022"
        let form = "\(Sample.name)/\(year)-bieu-mau/csv/748-ba-ria/so-lieu.csv"
        #expect(FileManager.default.fileExists(atPath: sandbox.output.appending(path: form).path))
      }
      // Nothing can be checked, though, before there is a folder.
      let check = try sandbox.command("check")
      #expect(check.status == 65 && check.errors.contains("2022/"))
    }
  }

  @Test("check what is typed in a district's figures and evidence") func checks() throws {
    try withSandbox { sandbox in
      let folder = try forms(of: sandbox, "--unit", "748")
      let paths = ["so-lieu", "minh-chung"].map {
        folder.appending(path: "xlsx/748-ba-ria/\($0).xlsx").path
      }
      let read = try read(withScript: "forms.py", paths, scratch: sandbox.folder)
      let forms = try JSONDecoder().decode([String: Form].self, from: read)
      let figures = try #require(forms[paths[0]])
      let yesNo = try #require(figures.checks.first { $0.cells == "F2:F6" })
      #expect(yesNo.type == "list" && yesNo.formulas == ["'Danh mục'!$A$2:$A$3"])
      #expect(figures.lists.first == ["Đạt", "có", "không"])
      let whole = try #require(figures.checks.first { $0.cells == "H7:H12" })
      #expect(whole.formulas.first?.hasSuffix("OR(ISBLANK($G7),$H7>=$G7))") == true)
      let rate = try #require(figures.checks.first { $0.cells == "J13" })
      #expect(rate.type == "decimal" && rate.formulas == ["0", "100"])
      #expect(figures.formats["Chỉ báo"] == "@")
      let evidence = try #require(forms[paths[1]])
      let date = try #require(evidence.checks.first { $0.type == "date" })
      #expect(date.formulas == ["DATE(2022,1,1)", "TODAY()"])
      #expect(date.message.contains("01/01/2022"))
      #expect(evidence.formats["Ngày ban hành"] == "dd/mm/yyyy")
    }
  }

  @Test("are opened by LibreOffice with every text as it is", .timeLimit(.minutes(3)))
  func libreOffice() throws {
    try withSandbox { sandbox in
      let folder = try forms(of: sandbox, "--unit", "748")
      _ = try read(
        with: "/usr/bin/soffice",
        [
          "-env:UserInstallation=file://\(sandbox.folder.path)/ho-so", "--headless",
          "--norestore", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1",
          "--outdir", sandbox.folder.path,
          folder.appending(path: "xlsx/748-ba-ria/minh-chung.xlsx").path,
        ], scratch: sandbox.folder)
      let shown = try Data(contentsOf: sandbox.folder.appending(path: "minh-chung.csv"))
      let written = try Data(contentsOf: folder.appending(path: "csv/748-ba-ria/minh-chung.csv"))
      #expect(rows(of: shown) == rows(of: written))
    }
  }

  @Test("are left alone once one is filled in, and not rewritten while none is")
  func filled() throws {
    try withSandbox { sandbox in
      let folder = try forms(of: sandbox)
      let before = try stamps(below: folder)
      #expect(try sandbox.forms().status == 0)
      #expect(try stamps(below: folder) == before)
      let form = folder.appending(path: "csv/748-ba-ria/so-lieu.csv")
      let filled = try String(contentsOf: form, encoding: .utf8)
        .replacing(";Có;Đạt;;", with: ";Có;Đạt;có;")
      try Data(filled.utf8).write(to: form)
      try sandbox.replace("Phường Phước Hưng", by: "Phường Phước Hưng Mới", in: "units.csv")
      let ending = try sandbox.forms()
      #expect(ending.status == 73 && ending.errors.contains("csv/748-ba-ria/so-lieu.csv"))
      #expect(try String(contentsOf: form, encoding: .utf8) == filled)
      try FileManager.default.removeItem(at: form)
      #expect(try sandbox.forms().status == 0)
      #expect(try String(contentsOf: form, encoding: .utf8) != filled)
    }
  }

  @Test("that take the place of a district's files are read without an unknown column")
  func readBack() throws {
    try withSandbox { sandbox in
      let folder = try forms(of: sandbox, "--unit", "748")
      for name in ["so-lieu.csv", "minh-chung.csv", "gop-y.csv"] {
        try sandbox.write(
          Data(contentsOf: folder.appending(path: "csv/748-ba-ria/\(name)")),
          to: "2022/748-ba-ria/\(name)")
      }
      let ending = try sandbox.command("check", "--unit", "748")
      #expect(ending.status == 0 && !ending.output.contains("C103"), "\(ending.everything)")
      #expect(ending.output.contains("E101") && !ending.output.contains("E102"))
    }
  }

  @Test(
    "of a call that cannot work are not written",
    arguments: [
      (["--unit", "999"], 64), (["--khong-co"], 64), (["--period", "22"], 65),
    ] as [([String], Int32)])
  func refused(options: [String], status: Int32) throws {
    try withSandbox { sandbox in
      let ending = try sandbox.forms(options)
      #expect(ending.status == status, "\(ending.everything)")
      #expect(!FileManager.default.fileExists(atPath: sandbox.output.path))
    }
  }

  private func forms(of sandbox: Sandbox, _ options: String...) throws -> URL {
    let ending = try sandbox.forms(options)
    #expect(ending.status == 0, "\(ending.everything)")
    let suffix = options.last.map { "-\($0)" } ?? ""
    return sandbox.output.appending(path: "\(Sample.name)/2022-bieu-mau\(suffix)")
  }
}

extension Sandbox {
  func forms(_ options: [String] = []) throws -> Ending {
    try hoctap(
      ["forms", workspace.path, "--output", output.path, "--templates", Sample.templates.path]
        + options)
  }
}

/// The rows of CSV with semicolons; the texts of the forms hold no line breaks.
private func rows(of data: Data) -> [[String]] {
  let text = String(decoding: data, as: UTF8.self).replacing("\u{FEFF}", with: "")
    .replacing("\r\n", with: "\n")
  return text.split(separator: "\n").map { line in
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
