import Model

extension FormComposer {
  /// The instructions beside a form, and the properties of its workbook.
  func guide(_ kind: WorkspaceFileKind, columns: [FileSchema.Column]) -> WorkbookDocument {
    let programme = scope.context.programme
    let period = scope.context.period
    let title = words(
      .guideTitle, ["form": words.title(kind), "period": "\(period)", "unit": scope.unit.name])
    return WorkbookDocument(
      title: title, subject: words(.guideSubject, ["programme": programme.title]),
      author: office?.name ?? scope.unit.name,
      // A day of the period, so that the same programme always gives the same bytes.
      created: CalendarDay(year: period, month: 1, day: 1) ?? programme.evidenceFrom,
      sheets: [
        WorkbookDocument.Sheet(
          name: words(.sheetGuide), title: title, lines: lines(kind), table: table(columns))
      ])
  }

  private func lines(_ kind: WorkspaceFileKind) -> [String] {
    let milestone = scope.context.programme.milestones.first {
      $0.isReport && $0.tier == scope.unit.tier
    }
    let place = words(
      .guidePlace,
      ["file": kind.fileName, "folder": "\(scope.context.period)/\(folder)"])
    let deadline = milestone.map {
      words(.guideDeadline, ["milestone": $0.title, "lastDay": $0.lastDay.vietnamese])
    }
    return [words(.guideUnit, ["unit": scope.unit.name])]
      + (office.map { [words(.guideOffice, ["office": $0.name])] } ?? [])
      + [words.rows(kind), words(.guideUnknown), words(.guideColours), place]
      + (deadline.map { [$0] } ?? [])
  }

  private func table(_ columns: [FileSchema.Column]) -> Table {
    Table(
      id: "cot", caption: words(.guideColumns),
      columns: [.init(words(.guideColumn)), .init(words(.guideHelp))],
      rows: columns.map { [Cell($0.heading), Cell(words.help($0.key))] })
  }
}
