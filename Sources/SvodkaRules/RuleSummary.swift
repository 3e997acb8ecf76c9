public import SvodkaKit

/// Findings by category, over any number of documents.
public struct RuleSummary: Mergeable, Codable, Hashable {
  /// At most this many sentences are kept of a category: those with the smallest hash.
  static let evidenceKept = 50

  /// A sentence, ordered by a hash of its place, so that which ones are kept depends on no order of documents.
  public struct Evidence: Codable, Sendable, Hashable, Comparable {
    /// FNV-1a over document and offset, folded to 32 bits.
    public var hash: UInt32
    /// The sentence.
    public var quote: ReportEvidence

    /// By hash, then by quotation.
    public static func < (a: Evidence, b: Evidence) -> Bool { a.hash != b.hash ? a.hash < b.hash : a.quote < b.quote }
  }

  /// One category.
  public struct Cell: Codable, Sendable, Hashable {
    /// Its name.
    public var category: String
    /// Findings in all documents.
    public var findings: Int
    /// Documents with at least one.
    public var documents: Int
    /// Sentences, by hash.
    public var evidence: [Evidence]
  }

  /// By category.
  public private(set) var cells: [Cell] = []

  /// Nothing.
  public init() {}

  /// The findings of one document.
  public init(_ findings: [RuleFinding], of document: String) {
    var byCategory: [String: [RuleFinding]] = [:]
    for finding in findings { byCategory[finding.category, default: []].append(finding) }
    cells = byCategory.map { category, found in
      let evidence = found.map { finding in
        let hash = StableHash.fnv1a("\(document)\u{0}\(finding.evidence.span.start)".utf8)
        return Evidence(
          hash: UInt32(truncatingIfNeeded: hash ^ hash >> 32),
          quote: ReportEvidence(document: document, sentence: finding.sentence, finding: finding.evidence.span))
      }
      return Cell(category: category, findings: found.count, documents: 1, evidence: Self.kept(evidence))
    }.sorted { $0.category < $1.category }
  }

  /// Adds counts, and keeps the sentences with the smallest hashes.
  public mutating func merge(_ other: RuleSummary) {
    var joined: [Cell] = []
    for cell in (cells + other.cells).sorted(by: { $0.category < $1.category }) {
      guard let last = joined.indices.last, joined[last].category == cell.category else {
        joined.append(cell)
        continue
      }
      joined[last].findings += cell.findings
      joined[last].documents += cell.documents
      joined[last].evidence = Self.kept(joined[last].evidence + cell.evidence)
    }
    cells = joined
  }

  private static func kept(_ evidence: [Evidence]) -> [Evidence] { Array(evidence.sorted().prefix(evidenceKept)) }
}

extension RuleAnalyzer {
  /// The findings of one document by category.
  public func summarize(_ findings: [RuleFinding], of document: DocumentView) -> RuleSummary {
    RuleSummary(findings, of: document.id)
  }

  /// Findings and documents by category, the most frequent first.
  public func report(on summary: RuleSummary, context: ReportContext) -> ReportSection {
    let cells = summary.cells.sorted { ($1.findings, $0.category) < ($0.findings, $1.category) }
    let shown = context.rows.map { cells.prefix($0) } ?? cells[...]
    var section = ReportSection(id: identity.name, title: identity.name)
    let table = ReportTable(
      id: "categories", caption: "Findings by category",
      columns: [.init("category"), .init("findings", isNumber: true), .init("documents", isNumber: true)],
      rows: shown.map { cell in
        .init(
          [.text(cell.category), .integer(cell.findings), .integer(cell.documents)],
          evidence: section.cite(cell.evidence.map(\.quote)))
      }, omitted: cells.count - shown.count)
    section.blocks = [.table(table)]
    return section
  }
}
