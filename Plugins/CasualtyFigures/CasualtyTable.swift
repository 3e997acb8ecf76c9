import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// A table in running text: rows of cells that a bar or a tabulator divides, under a row that says what is counted.
///
///     Region | Killed | Wounded
///     North  | 14     | 52
struct CasualtyTable {
  /// What each column counts, by the row at its head; nil for columns that count nothing that matters here.
  private var columns: [SentenceReading.Found<CasualtyLexicon.Predicate>?] = []

  /// True below a row that says what is counted.
  var isOpen: Bool { !columns.isEmpty }

  /// The figures of a sentence that is a row; empty for any other, which ends the table.
  mutating func figures(in reading: SentenceReading, _ text: DocumentText) -> [LinkedFigure] {
    let cells = Self.cells(reading, text)
    guard cells.count > 1 else {
      columns = []
      return []
    }
    let kinds = cells.map { Self.kind(of: $0, reading) }
    if reading.amounts.isEmpty, kinds.contains(where: { $0 != nil }) {
      columns = kinds
      return []
    }
    var found: [LinkedFigure] = []
    for (number, cell) in cells.enumerated() {
      guard let amount = reading.amounts.first(where: { $0.tokens == cell }), amount.value.kind == .cardinal else {
        continue
      }
      // "Killed | 14": the row says it itself.
      let head = number > 0 ? kinds[number - 1] : nil
      guard let column = head ?? (columns.count == cells.count ? columns[number] : nil), let kind = column.value.kind
      else { continue }
      found.append(
        LinkedFigure(
          amount: amount.value, tokens: amount.tokens, noun: CountedNoun(end: amount.tokens.upperBound), kind: kind,
          predicate: head?.tokens, isCumulative: column.value.isCumulative, confidence: 0.85,
          rule: "table: " + column.value.entry))
    }
    return found
  }

  /// The cells of a row, as ranges of tokens.
  private static func cells(_ reading: SentenceReading, _ text: DocumentText) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = reading.range.lowerBound
    for i in reading.range {
      let isBar = reading.tokens[i].key == "|"
      let isBehindTab =
        i > start
        && text.bytes[reading.tokens[i - 1].span.end..<reading.tokens[i].span.start].contains(UInt8(ascii: "\t"))
      guard isBar || isBehindTab else { continue }
      if i > start { cells.append(start..<i) }
      start = isBar ? i + 1 : i
    }
    if start > reading.range.lowerBound, start < reading.range.upperBound {
      cells.append(start..<reading.range.upperBound)
    }
    return cells
  }

  /// What a cell says to have happened: it holds that and at most two words more.
  private static func kind(
    of cell: Range<Int>, _ reading: SentenceReading
  ) -> SentenceReading.Found<CasualtyLexicon.Predicate>? {
    guard cell.count <= 5 else { return nil }
    let people = cell.lazy.compactMap { reading.people[$0] }.first
    let found = people ?? reading.predicates.first { cell.contains($0.tokens.lowerBound) }
    guard let found, found.value.kind != nil, cell.count - found.tokens.count <= 2 else { return nil }
    return found
  }
}
