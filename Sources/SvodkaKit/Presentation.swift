/// A finding as it is shown to a reader: one line, and the sentences that it rests on.
public struct Presentation: Sendable, Hashable {
  /// The finding in one line.
  public var line: String
  /// The sentences, with the finding's place in each.
  public var evidence: [ReportEvidence]

  /// Which rule or model made it, for those who ask; nil where the analyzer does not say.
  public var explanation: String?

  /// Makes a presentation.
  public init(line: String, evidence: [ReportEvidence], explanation: String? = nil) {
    self.line = line
    self.evidence = evidence
    self.explanation = explanation
  }
}
