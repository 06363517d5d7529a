import Foundation
import SampleSupport
import Testing

/// Pages as a browser, the Nu HTML checker and axe-core see them.
@Suite("Every page of the sample") struct PageTests {
  @Test("is without fault for the Nu HTML checker and axe-core, on a phone and on a desk")
  func isSound() throws {
    try WrittenSample.with { sample in
      let paths = sample.paths(ending: ".html")
      let checked = try sample.checkedPages(paths)
      #expect(checked.messages.isEmpty, "\(checked.messages)")
      #expect(paths.count > 5 && checked.views.count == paths.count * 2)
      for view in checked.views {
        #expect(view.violations.isEmpty, "\(view.page) at \(view.width)")
        #expect(view.contentWidth <= view.width, "\(view.page) scrolls sideways")
        #expect(view.cutTexts.isEmpty, "\(view.page) at \(view.width)")
      }
    }
  }

  /// The board, the province, a district and a request of the programme that sets targets.
  @Test("with targets is without fault, too") func targets() throws {
    try withSandbox { sandbox in
      let files = try CitizenSample.files().filter { $0.path.hasSuffix(".html") }
      let chosen = [
        files.first { $0.path == "index.html" },
        files.first { $0.path == "49-quang-nam/bao-cao-nam.html" },
        files.first { $0.path == "49-quang-nam/so-tai-chinh/bao-cao-nam.html" },
        files.first { $0.folder == "507-dien-ban" }, files.first { $0.folder == "phieu-bo-sung" },
      ].compactMap(\.self)
      #expect(chosen.count == 5)
      let paths = try chosen.enumerated().map { number, file in
        let target = sandbox.folder.appending(path: "\(number).html")
        try Data(file.bytes).write(to: target)
        return target.path
      }
      let json = try read(
        withBrowserScript: "checked_pages.py", paths, scratch: sandbox.folder)
      let checked = try JSONDecoder().decode(CheckedPages.self, from: json)
      #expect(checked.messages.isEmpty, "\(checked.messages)")
      for view in checked.views {
        #expect(view.violations.isEmpty && view.cutTexts.isEmpty, "\(view.page) at \(view.width)")
        #expect(view.contentWidth <= view.width, "\(view.page) scrolls sideways")
      }
    }
  }

  @Test("of a district is under 200 KB") func size() throws {
    let run = try SampleRun.get()
    for code in SampleUnits.codes where code != "77" {
      let page = try #require(run.files[SampleUnits.report(of: code) + ".html"])
      #expect(page.count < 200_000, "\(code)")
    }
  }

  @Test("shows each kind of fault to the checkers") func checkersSeeFaults() throws {
    try WrittenSample.with { sample in
      let page = try #require(sample.paths(ending: ".html").first)
      let faults = """
        <img src="x"><div style="width: 2000px">Không có kiểu này</div>\
        <svg width="10" height="10"><text x="5" y="5">Chữ dài bị cắt</text></svg></body>
        """
      let text = try String(contentsOfFile: sample.path(page), encoding: .utf8)
      try text.replacing("</body>", with: faults)
        .write(toFile: sample.path(page), atomically: false, encoding: .utf8)
      let checked = try sample.checkedPages([page])
      #expect(checked.messages.contains { $0.text.contains("alt") })
      let phone = try #require(checked.views.first)
      #expect(phone.violations.contains { $0.hasPrefix("image-alt") })
      #expect(phone.contentWidth > phone.width)
      #expect(phone.cutTexts == ["Chữ dài bị cắt"])
    }
  }
}
