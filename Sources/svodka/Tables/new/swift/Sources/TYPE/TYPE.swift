import SvodkaKit
import SvodkaLanguage

/// What this analyzer finds, in a sentence. Here: sentences that end in a question mark.
public struct TYPE: Analyzer {
  /// One finding. `evidence` is written as `start`, `end` and `evidence`; other fields under their names.
  public struct Finding: Codable, Sendable {
    /// The question.
    public var evidence: SpannedText
    /// The number of its words.
    public var words: Int
  }

  /// The sum over documents: the values of the fields, counted, with sentences. A summary and a report of your own go further; see
  /// the sample in Samples/plugins/swift.
  public typealias Summary = PlainSummary

  /// The name is the key of the findings.
  public let identity = Identity(name: "NAME", version: "1", licence: "CC0-1.0")
  /// The layers that it reads; reading another is an error.
  public let requirements = Requirements(layers: [AnyLayer(Sentences.layer), AnyLayer(Tokens.layer)])

  /// The step for a registry.
  public static let descriptor = StepDescriptor(
    analyzer: TYPE().identity, summary: "sentences that ask"
  ) { (_) throws(AnalysisError) in TYPE() }

  /// Makes it; settings of a pipeline would be read here.
  public init() {}

  /// The findings of one document, a function of that document alone.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding] {
    let tokens = try document(Tokens.layer)
    return try document(Sentences.layer).compactMap { sentence in
      let evidence = document.text.spanned(document.text.trimmed(sentence.span))
      guard evidence.text.hasSuffix("?") else { return nil }
      return Finding(evidence: evidence, words: tokens[sentence.tokens].count { $0.kind == .word })
    }
  }
}
