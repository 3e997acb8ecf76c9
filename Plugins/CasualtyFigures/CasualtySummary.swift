public import SvodkaKit
import SvodkaText

/// The figures of many documents: each kept whole, since they are few.
public struct CasualtySummary: DocumentKeyed, PackedCodable, Hashable {
  /// A figure of a document.
  public struct Claim: Codable, Sendable, Hashable, Comparable {
    /// The document's id.
    public var document: String
    private let shared: Shared<CasualtyFigure>

    private enum CodingKeys: String, CodingKey {
      case document
      case shared = "figure"
    }

    /// Takes a figure.
    public init(document: String, figure: CasualtyFigure) {
      self.document = document
      shared = Shared(figure)
    }

    /// The figure.
    public var figure: CasualtyFigure { shared.value }

    /// By document and place in it.
    public static func < (a: Claim, b: Claim) -> Bool {
      a.document != b.document
        ? a.document < b.document : (a.figure.number.span, a.figure.id) < (b.figure.number.span, b.figure.id)
    }
  }

  /// See ``PackedCodable/form``.
  package static var form: Int { 1 }

  /// The figures, by document and place.
  public private(set) var claims: [Claim] = []

  /// No figures.
  public init() {}

  /// The figures of one document.
  public init(_ figures: [CasualtyFigure], of document: String) {
    claims = figures.map { Claim(document: document, figure: $0) }.sorted()
  }

  /// The union: a figure that both have stands once.
  public mutating func merge(_ other: CasualtySummary) {
    claims = SortedUnion.of(claims, other.claims)
  }

  /// Leaves the figures of documents for which `keeps` holds.
  public mutating func keep(documents keeps: (String) -> Bool) { claims.removeAll { !keeps($0.document) } }

  /// How many current figures there are of a kind.
  public func count(of kind: CasualtyKind) -> Int {
    claims.count { $0.figure.kind == kind && $0.figure.supersededBy == nil }
  }
}

extension CasualtyFigures {
  /// The figures of one document, kept whole.
  public func summarize(_ findings: [CasualtyFigure], of document: DocumentView) -> CasualtySummary {
    CasualtySummary(findings, of: document.id)
  }

  /// A table of counts by kind, and the figures one by one with their sentences.
  public func report(on summary: CasualtySummary, context: ReportContext) -> ReportSection {
    var section = ReportSection(id: Self.identity.name, title: "Casualty figures")
    let kinds = ReportTable(
      id: "kinds", caption: "Figures by kind", columns: [.init("kind"), .init("figures", isNumber: true)],
      rows: CasualtyKind.allCases.filter { summary.count(of: $0) > 0 }.map {
        .init([.text($0.rawValue), .integer(summary.count(of: $0))])
      })
    let current = summary.claims.filter { $0.figure.supersededBy == nil }
    let shown = context.rows.map { current.prefix($0) } ?? current[...]
    let figures = ReportTable(
      id: "figures", caption: "Figures",
      columns: [
        .init("kind"), .init("words"), .init("low", isNumber: true), .init("high", isNumber: true), .init("qualifier"),
        .init("victims"), .init("claimed by"), .init("document"),
      ],
      rows: shown.map { Self.row($0, &section) }, omitted: current.count - shown.count)
    section.blocks = [.table(kinds), .table(figures)]
    return section
  }

  private static func row(_ claim: CasualtySummary.Claim, _ section: inout ReportSection) -> ReportTable.Row {
    let figure = claim.figure
    return .init(
      [
        .text(figure.kind.rawValue), .text(figure.number.text), .integer(figure.low),
        figure.high.map { .integer($0) } ?? .empty, .text(figure.qualifier.rawValue),
        .text(figure.victims?.text.text ?? ""), .text(figure.claimedBy.map { $0.canonical ?? $0.text.text } ?? ""),
        ReportCell(.document(claim.document)),
      ],
      evidence: section.cite([Self.evidence(of: figure, in: claim.document)]))
  }
}
