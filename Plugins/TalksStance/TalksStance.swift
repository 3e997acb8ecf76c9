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
  }

  private let targets: LanguageCache<TargetLexicon>
  /// What a document needs that names the target.
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
    let targets = LanguageCache { (language) throws(AnalysisError) in
      try TargetLexicon(target: settings.target, folder: folder, language: language, resources: resources)
    }
    self.targets = targets
    lexicons = LanguageCache { (language) throws(AnalysisError) in
      Lexicons(
        clauses: try ClauseLexicon(language: language, resources: resources),
        frames: try FrameLexicon(
          language: language, target: try targets.value(for: language).frames, resources: resources))
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
    let target = try targets.value(for: document.language)
    let tokens = try document(Tokens.layer)
    let sentences = try document(Sentences.layer)
    let mentions = try document(Mentions.layer)
    let scope = StanceScope(tokens: tokens, sentences: sentences, mentions: mentions, target: target)
    if scope.reading.isEmpty { return [] }
    let lexicons = try lexicons.value(for: document.language)
    let base = ClauseWords(
      tokens: tokens, sentences: scope.reading.map { sentences[$0] }, mentions: mentions,
      lexicon: lexicons.clauses, morphology: try document.optional(Morphology.layer))
    let words = StanceWords(base: base, scope: scope, lexicon: lexicons.frames, target: target)
    var finder = StanceFinder(words: words, attributions: try document(Attributions.layer))
    return StanceAssembly(
      text: document.text, words: words, entities: try document(Entities.layer),
      actors: try document.optional(ActorMentions.layer) ?? ActorMentions()
    ).stances(finder.all())
  }
}
