public import SvodkaKit

extension TalksStance {
  /// `Samir Haddad: conditional, if the bombing stops (says the Kremlin)`, with the sentence; a position that was given up comes first.
  public func presentation(of finding: Stance, in document: DocumentView) -> Presentation {
    var line = finding.holder.canonical + ": "
    if let before = finding.before { line += before.label.rawValue + ", then " }
    line += finding.label.rawValue
    if let condition = finding.condition { line += ", on the condition: " + condition.text }
    if let reason = finding.reason { line += ", because: " + reason.text }
    if let speaker = finding.attributedTo { line += " (according to \(speaker.canonical))" }
    let earlier = finding.before.map {
      ReportEvidence(document: document.id, sentence: $0.sentence, finding: $0.evidence.span)
    }
    return Presentation(
      line: line, evidence: (earlier.map { [$0] } ?? []) + [Self.evidence(of: finding, in: document.id)],
      explanation: "\(finding.rule); confidence \(finding.confidence)")
  }

  /// The words of a stance, marked in their sentence.
  static func evidence(of stance: Stance, in document: String) -> ReportEvidence {
    ReportEvidence(document: document, sentence: stance.sentence, finding: stance.evidence.span)
  }
}
