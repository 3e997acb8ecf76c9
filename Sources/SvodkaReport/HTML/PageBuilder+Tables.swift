import SvodkaKit

extension PageBuilder {
  /// Rows beyond so many are left out of the page, with their number; JSON and CSV have them all.
  static let mostRows = 1000
  private static let unfolded = 25

  /// A table, its first column as headings of the rows.
  func table(_ table: ReportTable, section: String) -> TableView {
    let shown = table.rows.prefix(Self.mostRows)
    let omitted = table.omitted + table.rows.count - shown.count
    // A column of its own for rows that rest on sentences which none of their cells opens.
    let opensRows = shown.contains { row in !row.evidence.isEmpty && row.cells.allSatisfy(\.evidence.isEmpty) }
    var columns = table.columns.map { column in
      TableView.Column(
        isNumber: column.isNumber, hint: column.note.isEmpty ? nil : HTMLText(column.note),
        heading: HTMLText(column.title))
    }
    if opensRows { columns.append(.init(isNumber: false, hint: nil, heading: word("html.evidence"))) }
    let rows = shown.map { row in
      var cells = row.cells.indices.map { cell(row, at: $0, of: table) }
      if opensRows {
        let about = row.cells.first?.value.text(by: wording) ?? ""
        cells.append(
          .init(
            isHeading: false, style: nil, sortValue: HTMLText(row.evidence.count), hint: nil, plain: nil,
            between: nil, links: links(row.evidence, about: about), without: nil, flags: []))
      }
      return TableView.Row(cells: cells)
    }
    var notes = table.note.isEmpty ? [] : [HTMLText(table.note)]
    if omitted > 0 { notes.append(word("html.omitted", count: omitted, ["n": wording.number(omitted)])) }
    if table.rows.isEmpty { notes.append(word("html.none")) }
    return TableView(
      name: HTMLText(table.caption.isEmpty ? table.id : table.caption),
      target: table.id.isEmpty ? nil : HTMLText(Anchor.name(section + "-" + table.id)),
      caption: table.caption.isEmpty ? nil : HTMLText(table.caption),
      sorts: shown.count > 1 && table.columns.contains(where: \.isSortable), columns: columns, rows: rows,
      more: shown.count > Self.unfolded
        ? word("html.all-rows", count: shown.count, ["n": wording.number(shown.count)]) : nil,
      notes: notes)
  }

  private func cell(_ row: ReportTable.Row, at index: Int, of table: ReportTable) -> TableView.Cell {
    let cell = row.cells[index]
    let column = index < table.columns.count ? table.columns[index] : nil
    var shown = cell.value.text(by: wording)
    var between: String?
    if case .estimate(let estimate) = cell.value, estimate.low != nil || estimate.high != nil {
      shown = ReportEstimate(estimate.value, low: nil, high: nil, digits: estimate.digits).text(by: wording)
      between = ReportValue.interval(of: estimate, by: wording)
    }
    if case .document(let id) = cell.value { shown = quotes.documents[id]?.title ?? id }
    let about = [row.cells.first?.value.text(by: wording), column?.title].compactMap { $0 }.joined(separator: " · ")
    let link = link(cell.evidence, about: about, shown: shown.isEmpty ? nil : shown)
    return .init(
      isHeading: index == 0 && !(column?.isNumber ?? false),
      style: (column?.isNumber ?? false) ? HTMLText("num") : cell.value.style(shown),
      sortValue: cell.value.sortValue.map { HTMLText($0) }, hint: hint(cell.value),
      plain: link == nil ? HTMLText(shown) : nil,
      between: between.map { HTMLText($0) }, links: link.map { [$0] } ?? [],
      without: cell.textWithout(by: wording).map { .init(said: HTMLText($0), tip: word("without.line")) },
      flags: flags(cell.marks + (index == 0 ? row.marks : [])))
  }

  /// A name's other forms.
  func hint(_ value: ReportValue) -> HTMLText? {
    guard case .name(let name) = value else { return nil }
    let others = [name.latin, name.cyrillic, name.original].compactMap { $0 }.filter { $0 != name.shown }
    var unique: [String] = []
    for other in others where !unique.contains(other) { unique.append(other) }
    return unique.isEmpty ? nil : HTMLText(unique.joined(separator: " · "))
  }
}

extension ReportValue {
  /// The number by which a column sorts; nil where it sorts by words.
  var sortValue: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .count(let all, _): Double(all)
    case .number(let number, _): number
    case .estimate(let estimate): estimate.value
    case .range(let low, let high): (low ?? high).map(Double.init)
    case .empty, .text, .date, .period, .name, .document: nil
    }
  }

  /// Days are not broken over lines, and columns of words are not squeezed until each word has a line of its own.
  func style(_ shown: String) -> HTMLText? {
    switch self {
    case .date, .period: HTMLText("day")
    default: shown.count > 24 ? HTMLText("words") : nil
    }
  }

  static func interval(of estimate: ReportEstimate, by wording: any ReportWording) -> String {
    [estimate.low, estimate.high].map { $0.map { wording.number($0, digits: estimate.digits) } ?? "…" }
      .joined(separator: "–")
  }
}
