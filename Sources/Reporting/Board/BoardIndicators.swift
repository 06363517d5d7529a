import Model

/// The indicators of all units, each value with its way to the report and to its findings.
extension Composer {
  /// Every indicator of the districts, a column a district.
  func boardMatrix(_ findings: BoardFindings) -> Table {
    let plain = matrixTable()
    let indicators = record.districts.first.map { criteria(of: $0.unit).indicators } ?? []
    let rows = zip(indicators, plain.rows).map { indicator, row in
      // The indicator's id and name stand before the districts.
      row.prefix(2)
        + zip(record.districts, row.dropFirst(2)).map { district, cell in
          boardCell(cell, indicator.id, of: district, findings)
        }
    }
    return Table(
      id: plain.id, caption: plain.caption, columns: plain.columns,
      rows: rows.isEmpty ? plain.rows : rows.map(Array.init))
  }

  private func boardCell(
    _ cell: Cell, _ indicator: IndicatorID, of unit: UnitRecord, _ findings: BoardFindings
  ) -> Cell {
    guard let assessment = unit.assessment.indicator(indicator) else { return cell }
    return Cell(
      cell.text, number: cell.number, mark: cell.mark, link: tracePage(indicator, of: unit),
      more: foundLinks(.indicator(unit.unit.code, indicator), findings),
      topics: topics(of: assessment, in: unit))
  }

  /// The province's indicators by the office that answers for them.
  func boardProvinceTable(_ findings: BoardFindings) -> Table {
    let unit = record.province
    let plain = officesTable(unit)
    let assessments = assessmentsByOffice(unit)
    let rows = zip(assessments, plain.rows).map { assessment, row in
      let indicator = assessment.indicator.id
      return row.enumerated().map { index, cell in
        index == 1 ? Cell(cell.text, link: tracePage(indicator, of: unit)) : cell
      } + [foundCell(.indicator(unit.unit.code, indicator), findings)]
    }
    return Table(
      id: plain.id, caption: plain.caption,
      columns: plain.columns + [.init(words(.boardFindings))], rows: rows,
      rowLabels: assessments.map { RowLabel(topics: topics(of: $0, in: unit)) })
  }
}
