public import SvodkaKit

extension RuleAnalyzer {
  /// How often each category, entry and named part came, with sentences.
  public func summarize(_ findings: [RuleFinding], of document: DocumentView) -> PlainSummary {
    let offsets = ScalarOffsets(document.text)
    let encoder = JSONValueEncoder(offsets: offsets)
    let plain = findings.compactMap { finding -> PlainFinding? in
      guard var members = (try? encoder.encode(finding))?.members else { return nil }
      // Each named part as a field of its own.
      for capture in finding.captures { members.append(.init(capture.name, .string(capture.text.text))) }
      return PlainFinding(.object(members), in: document, offsets: offsets, analyzer: identity.name)
    }
    return PlainSummary(plain, of: document.id)
  }
}
