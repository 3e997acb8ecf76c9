import SvodkaKit

extension PageBuilder {
  /// Who stands where: in each cell the labels with their counts, and their shares as a bar.
  func matrix(_ matrix: ReportMatrix, section: String) -> MatrixView {
    MatrixView(
      name: HTMLText(matrix.title), target: HTMLText(Anchor.name(section + "-" + matrix.id)),
      headings: matrix.columns.map { HTMLText($0) },
      rows: matrix.rows.prefix(Self.mostRows).map { row in
        .init(
          heading: HTMLText(row.name.shown), hint: hint(.name(row.name)), flags: flags(row.marks),
          cells: row.cells.enumerated().map { index, entries in
            let column = index < matrix.columns.count ? matrix.columns[index] : ""
            return cell(entries, about: "\(row.name.shown) · \(column)")
          })
      },
      notes: notes(matrix))
  }

  private func notes(_ matrix: ReportMatrix) -> [HTMLText] {
    let omitted = matrix.omitted + max(0, matrix.rows.count - Self.mostRows)
    if omitted > 0 { return [word("html.omitted", count: omitted, ["n": wording.number(omitted)])] }
    return matrix.rows.isEmpty ? [word("html.none")] : []
  }

  private func cell(_ entries: [ReportMatrix.Entry], about: String) -> MatrixView.Cell {
    let all = entries.reduce(0) { $0 + $1.count }
    var (parts, x) = ([MatrixView.Part](), 0.0)
    for entry in entries where entry.count > 0 && entries.allSatisfy({ isColoured($0.id) }) {
      let width = Double(entry.count) / Double(all) * 100
      parts.append(.init(style: HTMLText(Anchor.name(entry.id)), x: HTMLText(x), width: HTMLText(width)))
      x += width
    }
    let words = entries.map { "\($0.label) \($0.counted(by: wording))" }
    return .init(
      entries: zip(entries, words).map { entry, words in
        let link = link(entry.evidence, about: "\(about) · \(words)", shown: words)
        return .init(link: link, plain: link == nil ? HTMLText(words) : nil, flags: flags(entry.marks))
      },
      chart: parts.isEmpty ? nil : .init(alternative: HTMLText(words.joined(separator: ", ")), parts: parts))
  }
}
