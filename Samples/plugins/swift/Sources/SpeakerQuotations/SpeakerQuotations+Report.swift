import SvodkaKit

/// How often each speaker is quoted. Sorted lists, so that the same documents give the same bytes in any order.
public struct QuotationCounts: Mergeable, Codable, Hashable {
  /// One speaker.
  public struct Speaker: Codable, Hashable, Sendable {
    /// As the text has the name.
    public var name: String
    /// The number of quotations.
    public var quotations: Int
    /// Some of them: the first ten by document and place.
    public var evidence: [ReportEvidence]
  }

  /// The speakers by name.
  public var speakers: [Speaker] = []

  /// Nobody.
  public init() {}

  /// Adds.
  public mutating func merge(_ other: QuotationCounts) {
    for speaker in other.speakers {
      if let index = speakers.firstIndex(where: { $0.name == speaker.name }) {
        speakers[index].quotations += speaker.quotations
        speakers[index].evidence = Array((speakers[index].evidence + speaker.evidence).sorted().prefix(10))
      } else {
        speakers.append(speaker)
      }
    }
    speakers.sort { $0.name < $1.name }
  }
}

extension SpeakerQuotations {
  /// The sum over one document.
  public func summarize(_ findings: [Quotation], of document: DocumentView) -> QuotationCounts {
    var counts = QuotationCounts()
    for quotation in findings {
      var one = QuotationCounts()
      one.speakers = [
        .init(
          name: quotation.speaker.text, quotations: 1,
          evidence: [
            ReportEvidence(document: document.id, sentence: quotation.evidence, finding: quotation.evidence.span)
          ])
      ]
      counts.merge(one)
    }
    return counts
  }

  /// A table of speakers, the most quoted first, each with some of the quotations.
  public func report(on summary: QuotationCounts, context: ReportContext) -> ReportSection {
    var section = ReportSection(id: "quotations", title: "Quotations")
    let sorted = summary.speakers.sorted { ($1.quotations, $0.name) < ($0.quotations, $1.name) }
    let shown = context.rows.map { sorted.prefix($0) } ?? sorted[...]
    let rows = shown.map { speaker in
      ReportTable.Row([speaker.name, "\(speaker.quotations)"], evidence: section.cite(speaker.evidence))
    }
    section.blocks.append(
      .table(
        ReportTable(
          caption: "Quotations by speaker", columns: [.init("speaker"), .init("quotations", isNumber: true)],
          rows: rows,
          omitted: sorted.count - shown.count)))
    return section
  }
}
