public import SvodkaKit
import SvodkaLanguage

/// An analyzer that is written as a file: a lexicon, or patterns.
///
/// A registry that knows ``RuleSteps/kinds`` makes it of a file that a pipeline uses.
public struct RuleAnalyzer: Analyzer {
  enum Matcher: Sendable {
    case lexicon(LexiconMatcher)
    case patterns(PatternMatcher)
  }

  /// Name, version with the hash of the rules, and licence as the file says them.
  public let identity: Identity
  /// The layers that the rules ask for.
  public let requirements: Requirements
  private let matcher: Matcher
  private let needs: RuleNeeds

  /// Reads and compiles a rule file.
  ///
  /// - Throws: `P102` and `P103` with file, line and column; `R101` for a dictionary that is missing.
  public init(_ file: StepFile) throws(AnalysisError) { self = try RuleReading(file).analyzer }

  init(_ header: RuleHeader, matcher: Matcher, needs: RuleNeeds) {
    identity = header.identity
    requirements = Requirements(layers: needs.layers, languages: header.languages)
    self.matcher = matcher
    self.needs = needs
  }

  /// What the rules find.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [RuleFinding] {
    let text = try needs.text(of: document)
    let matches =
      switch matcher {
      case .lexicon(let lexicon): lexicon.matches(in: text)
      case .patterns(let patterns): patterns.matches(in: text)
      }
    var findings: [RuleFinding] = []
    findings.reserveCapacity(matches.count)
    var sentence = 0
    var quoted: (number: Int, text: SpannedText)?
    for match in matches {
      while text.sentences[sentence].tokens.upperBound <= match.tokens.lowerBound { sentence += 1 }
      if quoted?.number != sentence { quoted = (sentence, text.text.spanned(text.sentences[sentence].span)) }
      findings.append(finding(match, number: findings.count + 1, in: text, sentence: quoted?.text))
    }
    return findings
  }

  private func finding(
    _ match: RuleMatch, number: Int, in text: RuleText, sentence: SpannedText?
  ) -> RuleFinding {
    let evidence = text.spanned(match.tokens)
    return RuleFinding(
      id: "\(identity.name)-\(number)", evidence: evidence, category: match.category, entry: match.entry,
      captures: match.captures.map { .init(name: $0.name, text: text.spanned($0.tokens)) },
      confidence: match.confidence, sentence: sentence ?? evidence)
  }

  /// The category, the words and the parts.
  public func presentation(of finding: RuleFinding, in document: DocumentView) -> Presentation {
    let parts = finding.captures.map { "\($0.name) '\($0.text.text)'" }
    return Presentation(
      line: (["\(finding.category): '\(finding.evidence.text)'"] + parts).joined(separator: ", "),
      evidence: [ReportEvidence(document: document.id, sentence: finding.sentence, finding: finding.evidence.span)],
      explanation: finding.entry.map { "entry '\($0)'" } ?? "pattern '\(finding.category)'")
  }
}

extension RuleText {
  fileprivate func spanned(_ range: Range<Int>) -> SpannedText {
    text.spanned(TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end))
  }
}

extension RuleAnalyzer: Evaluable {
  /// The category at a place that shares a word with gold's.
  public static var comparison: Comparison {
    Comparison(identity: [.init("category")], label: "category", mode: .overlap)
  }
}
