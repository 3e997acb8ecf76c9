import SvodkaKit
import SvodkaLanguage

// This is the analyzer of the README.
struct Quotations: Analyzer {
  struct Finding: Codable { var evidence: SpannedText }
  struct Count: Mergeable, Codable {
    var quotations = 0
    mutating func merge(_ other: Count) { quotations += other.quotations }
  }
  let identity = Identity(name: "quotations", version: "1")
  let requirements = Requirements(layers: [AnyLayer(Attributions.layer)], languages: ["ru", "en"])

  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding] {
    try document(Attributions.layer).filter(\.isQuotation)
      .map { Finding(evidence: document.text.spanned($0.content)) }
  }
  func summarize(_ findings: [Finding], of document: DocumentView) -> Count { Count(quotations: findings.count) }
  func report(on summary: Count, context: ReportContext) -> ReportSection {
    let table = ReportTable(
      caption: "", columns: [.init("Quotations", isNumber: true)], rows: [.init(["\(summary.quotations)"])])
    return ReportSection(title: "Quotations", tables: [table])
  }
}
