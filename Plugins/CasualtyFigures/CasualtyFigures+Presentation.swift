public import SvodkaKit
import SvodkaText

extension CasualtyFigures {
  /// `killed: at least 38 children, according to Nadia Qabbani, denied by the ministry`, with the sentence.
  public func presentation(of finding: CasualtyFigure, in document: DocumentView) -> Presentation {
    var line = "\(finding.kind.rawValue): \(Self.range(of: finding))"
    if let victims = finding.victims { line += " " + victims.text.text }
    if finding.scope == .cumulative { line += ", in all" + (finding.since.map { " since " + $0.text.text } ?? "") }
    if let losses = finding.losses { line += losses == .own ? ", own losses" : ", the enemy's losses" }
    if let claimant = finding.claimedBy { line += ", according to " + (claimant.canonical ?? claimant.text.text) }
    if let denier = finding.deniedBy { line += ", denied by " + (denier.canonical ?? denier.text.text) }
    if let whole = finding.subsetOf { line += ", part of \(whole)" }
    if let later = finding.supersededBy { line += ", replaced by \(later)" }
    return Presentation(
      line: "\(finding.id) " + line, evidence: [Self.evidence(of: finding, in: document.id)],
      explanation: "\(finding.rule); confidence \(finding.confidence)")
  }

  /// The bounds of a figure as a reader writes them; the words of the text where they bound it loosely.
  private static func range(of figure: CasualtyFigure) -> String {
    guard let high = figure.high else { return "\(figure.low) or more" }
    switch figure.qualifier {
    case .about: return "about \(high)"
    case .upTo, .fewerThan: return "up to \(high)"
    case .exact, .atLeast, .moreThan, .range, .indefinite:
      return figure.low == high ? String(high) : "\(figure.low) to \(high)"
    }
  }

  /// The words of a figure, marked in their sentence.
  static func evidence(of figure: CasualtyFigure, in document: String) -> ReportEvidence {
    ReportEvidence(document: document, sentence: figure.sentence, finding: figure.evidence.span)
  }
}
