public import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Finds who stands where toward a target: talks, or what a lexicon of one's own names.
public struct TalksStance: Analyzer {
  /// Name and version.
  public static let identity = Identity(name: "talks-stance", version: "1")

  /// Settings of the step.
  public struct Settings: StepConfiguration {
    /// The target's lexicon: `talks` reads `Lexicons/talks.LANGUAGE.yaml`; a path that ends in `.yaml` is a file of one's own,
    /// relative to the pipeline's file.
    public var target = "talks"
    /// Talks.
    public init() {}
  }

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      analyzer: identity, summary: "who is for or against the talks, on which condition, by whose account"
    ) { (making) throws(AnalysisError) in
      let path = making.configuration.location?.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let folder = path.map { $0.isEmpty ? "." : $0.joined(separator: "/") }
      return TalksStance(
        settings: try making.configured(Settings.self), resources: making.resources, folder: folder ?? ".")
    }
  }

  private struct Lexicons: Sendable {
    var clauses: ClauseLexicon
    var frames: FrameLexicon
    var target: TargetLexicon
  }

  private let lexicons: LanguageCache<Lexicons>
  /// What the stances are about, for the report.
  let target: String

  /// Makes the analyzer; lexicons are read when a document first needs them.
  ///
  /// - Parameters:
  ///   - settings: what the stance is about.
  ///   - resources: where the lexicons are.
  ///   - folder: where a target's own file is looked for.
  public init(settings: Settings = Settings(), resources: any ResourceProvider, folder: String = ".") {
    target = TargetLexicon.name(of: settings.target)
    lexicons = LanguageCache { (language) throws(AnalysisError) in
      let target = try TargetLexicon(
        target: settings.target, folder: folder, language: language, resources: resources)
      return Lexicons(
        clauses: try ClauseLexicon(language: language, resources: resources),
        frames: try FrameLexicon(language: language, target: target.frames, resources: resources), target: target)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }

  /// Tokens, sentences, names, who is who and who says what, in Russian and English.
  public var requirements: Requirements {
    Requirements(
      layers: [
        AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.layer), AnyLayer(Entities.layer),
        AnyLayer(Attributions.layer),
      ], optional: [AnyLayer(Morphology.layer), AnyLayer(ActorMentions.layer)], languages: ClauseLexicon.languages)
  }

  /// The stances of a document, one a holder, in text order.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Stance] {
    let lexicons = try lexicons.value(for: document.language)
    let sentences = try document(Sentences.layer)
    let base = ClauseWords(
      tokens: try document(Tokens.layer), sentences: sentences, mentions: try document(Mentions.layer),
      lexicon: lexicons.clauses, morphology: try document.optional(Morphology.layer))
    let words = StanceWords(base: base, sentences: sentences, lexicon: lexicons.frames, target: lexicons.target)
    var finder = StanceFinder(words: words, attributions: try document(Attributions.layer))
    return StanceAssembly(
      text: document.text, words: words, entities: try document(Entities.layer),
      actors: try document.optional(ActorMentions.layer) ?? ActorMentions()
    ).stances(finder.all())
  }
}
