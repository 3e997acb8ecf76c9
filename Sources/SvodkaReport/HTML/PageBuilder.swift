import SvodkaKit

/// Turns a report into what the templates show.
struct PageBuilder {
  let report: Report
  let wording: any ReportWording
  let quotes: QuoteIndex
  private let sheet: String

  init(_ report: Report, wording: any ReportWording, sheet: String) {
    self.report = report
    self.wording = wording
    self.sheet = sheet
    quotes = QuoteIndex(report)
  }

  /// The whole page.
  func page(script: String, policy: String) -> PageView {
    let evidence = quotes.shown.map(quote)
    return PageView(
      language: HTMLText(report.language), title: HTMLText(report.title), policy: HTMLText.asset(policy),
      sheet: .asset(sheet), script: .asset(script),
      words: WordsView(
        theme: word("html.theme"), contents: word("html.contents"), overview: word("html.overview"),
        evidence: word("html.evidence"), provenance: word("html.provenance"), close: word("html.close"),
        document: word("html.document")),
      headlines: statements(report.headlines),
      overview: OverviewTables(report, wording: wording, rows: 50).blocks.map(block),
      sections: report.sections.map(section), hasEvidence: !evidence.isEmpty, evidence: evidence,
      provenance: report.overview.provenance.map { FactView(label: HTMLText($0.label), value: HTMLText($0.value)) })
  }

  /// True when the style has a colour for a label, so that its share can be drawn.
  func isColoured(_ label: String) -> Bool { sheet.contains(".\(Anchor.name(label)) { fill:") }

  func word(_ key: String, count: Int? = nil, _ places: [String: String] = [:]) -> HTMLText {
    HTMLText(plainWord(key, count: count, places))
  }

  func plainWord(_ key: String, count: Int? = nil, _ places: [String: String] = [:]) -> String {
    wording.text(key, of: "SvodkaReport", count: count, places)
  }

  private func section(_ section: ReportSection) -> SectionView {
    SectionView(
      anchor: HTMLText("section-" + Anchor.name(section.id)), heading: HTMLText(section.title),
      blocks: section.blocks.map { block($0, section: section.id) })
  }

  func block(_ value: ReportBlock) -> BlockView { block(value, section: "overview") }

  private func block(_ value: ReportBlock, section: String) -> BlockView {
    var view = BlockView()
    switch value {
    case .statement(let statement): view.statement = statements([statement])
    case .table(let value): view.table = table(value, section: section)
    case .bars(let value): view.bars = bars(value, section: section)
    case .timeline(let value): view.timeline = timeline(value, section: section)
    case .matrix(let value): view.matrix = matrix(value, section: section)
    case .counts: break  // A report holds none: its maker has worked them out.
    }
    return view
  }

  func statements(_ statements: [ReportStatement]) -> StatementsView? {
    guard !statements.isEmpty else { return nil }
    return StatementsView(
      items: statements.map {
        .init(text: HTMLText($0.text), flags: flags($0.marks), links: links($0.evidence, about: $0.text))
      })
  }

  func flags(_ marks: [ReportMark]) -> [HTMLText] { marks.map { HTMLText($0.text) } }

  /// A link that says how many sentences it opens; none where there are none.
  func links(_ ids: [ReportEvidence.ID], about: String) -> [LinkView] {
    link(ids, about: about, shown: nil).map { [$0] } ?? []
  }

  /// A link whose words are `shown`, or the number of sentences.
  func link(_ ids: [ReportEvidence.ID], about: String, shown: String?) -> LinkView? {
    let known = quotes.known(ids)
    guard let first = known.first else { return nil }
    return LinkView(
      first: HTMLText(first), ids: HTMLText(known.joined(separator: " ")), about: HTMLText(about),
      shown: shown.map { HTMLText($0) }
        ?? word("html.sentences", count: known.count, ["n": wording.number(known.count)]))
  }
}

/// Names that can stand in addresses within the page.
enum Anchor {
  /// Letters, digits and hyphens; other scalars as their number.
  static func name(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
        ? String(scalar) : "_\(String(scalar.value, radix: 16))"
    }.joined()
  }
}
