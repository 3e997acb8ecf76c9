public import SvodkaKit
import SvodkaText
import Synchronization

/// Makes the layers `tokens` and `sentences` by ICU, in any language.
public struct SegmentationAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "segmentation", version: "1")

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "tokens and sentences, by ICU", provides: provided
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return SegmentationAnnotator(resources: making.resources)
    }
  }

  private static let provided = [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)]
  private let segmenters: LanguageCache<(Tokenizer, SentenceSegmenter)>

  /// Makes the annotator.
  public init(resources: any ResourceProvider) {
    segmenters = LanguageCache { (language) throws(AnalysisError) in
      (try Tokenizer(language: language), try SentenceSegmenter(language: language, resources: resources))
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Tokens and sentences.
  public var provides: [AnyLayer] { Self.provided }
  /// The text as it is read, where something makes it.
  public var requirements: Requirements { Requirements(optional: [AnyLayer(Reading.layer)]) }

  /// Makes both layers.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let (tokenizer, segmenter) = try segmenters.value(for: document.language)
    let text = try document.reading()
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      for span in try segmenter.sentences(in: text, paragraph: paragraph) {
        let first = tokens.count
        tokens.append(contentsOf: try tokenizer.tokens(in: text, within: span))
        sentences.append(Sentence(span: span, tokens: first..<tokens.count, paragraph: number))
      }
    }
    var made = Layers()
    made[Tokens.layer] = tokens
    made[Sentences.layer] = sentences
    return made
  }
}

/// A step without settings.
public struct NoSettings: StepConfiguration {
  /// Nothing to set.
  public init() {}
}
