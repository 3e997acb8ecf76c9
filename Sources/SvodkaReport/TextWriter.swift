public import SvodkaKit
public import SvodkaPipeline

/// The reading format: findings document by document, each with its sentence, and at the end what all documents come to.
public struct TextWriter: OutcomeWriter {
  private let style: TextStyle
  private let analyzers: [AnyAnalyzer]
  private let explains: Bool
  private let wording: any ReportWording
  private var sums: [String: SummaryPile] = [:]

  /// Writes for a reader; with `explains` each finding says which rule made it.
  public init(
    style: TextStyle, analyzers: [AnyAnalyzer], explains: Bool = false, wording: any ReportWording = PlainWording()
  ) {
    self.wording = wording
    self.explains = explains
    self.style = style
    self.analyzers = analyzers
  }

  /// Presentations and summaries.
  public var extras: AnyAnalyzer.Extras { [.presentations, .summary] }

  /// Nothing.
  public mutating func header() -> [UInt8] { [] }

  /// One document.
  public mutating func bytes(for outcome: Outcome) -> [UInt8] {
    var lines: [String] = []
    if let document = outcome.document {
      lines.append(style.bold(Self.clean(document.id)) + facts(document))
      if let title = document.metadata.title { lines.append(Self.clean(title)) }
    } else {
      let place = outcome.path.map { $0 + (outcome.line.map { ":\($0)" } ?? "") } ?? "(input)"
      lines.append(style.bold(Self.clean(place)))
    }
    for analysis in outcome.analyses {
      if let summary = analysis.summary { sums[analysis.analyzer, default: SummaryPile()].add(summary) }
    }
    for error in outcome.errors { lines.append("  ! " + Self.clean(error.description)) }
    for warning in outcome.warnings { lines.append("  ? " + Self.clean(warning.description)) }
    for analysis in outcome.analyses where analysis.findings != nil {
      lines.append("")
      lines.append("  " + style.bold(analysis.analyzer) + (analysis.presentations.isEmpty ? ": none" : ""))
      for presentation in analysis.presentations {
        lines.append("    • " + Self.clean(presentation.line))
        if explains, let explanation = presentation.explanation {
          lines.append("        " + style.faint("by: " + Self.clean(explanation)))
        }
        for evidence in presentation.evidence { lines += style.quoted(evidence, indent: 8) }
      }
    }
    lines.append("")
    lines.append("")
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// What all documents come to.
  public mutating func footer(_ result: RunResult) -> [UInt8] {
    let context = ReportContext(documents: result.documents - result.failed, rows: 20, wording: wording)
    var lines = [
      style.bold(
        "All \(result.documents) documents"
          + (result.failed > 0 ? ", \(result.failed) of them failed" : "")), "",
    ]
    for analyzer in analyzers {
      let section = analyzer.report(on: sums[analyzer.identity.name]?.total, context: context)
      lines.append(style.bold(section.title))
      for table in section.tables { lines += TextTable(table, style: style, wording: context.wording).lines }
      lines.append("")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func facts(_ document: Document) -> String {
    let metadata = document.metadata
    let facts = [document.language, metadata.source, metadata.date].compactMap { $0 }.map(Self.clean)
    return style.faint("  " + facts.joined(separator: " · "))
  }

  /// Without control characters, which a document could use to write on the terminal as it likes.
  static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
