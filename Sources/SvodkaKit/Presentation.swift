/// A finding as it is shown to a reader: one line, and the sentences that it rests on.
public struct Presentation: Sendable, Hashable {
  /// The finding in one line.
  public var line: String
  /// The sentences, with the finding's place in each.
  public var evidence: [ReportEvidence]

  /// Makes a presentation.
  public init(line: String, evidence: [ReportEvidence]) {
    self.line = line
    self.evidence = evidence
  }
}
