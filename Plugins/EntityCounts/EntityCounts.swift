public import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources

/// Counts who and what a document names.
public struct EntityCounts: Analyzer {
  /// Name and version.
  public static let identity = Identity(name: "entity-counts", version: "1")

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(analyzer: identity, summary: "people, places and bodies, with every mention") {
      (making) throws(AnalysisError) in
      let settings = try making.configured(Settings.self)
      guard !settings.gazetteer.isEmpty else { return try EntityCounts(settings) }
      let (bytes, file) = try making.file(settings.gazetteer, setting: "gazetteer")
      return try EntityCounts(settings, gazetteer: UserGazetteer(bytes, file: file, resources: making.resources))
    }
  }

  /// What a pipeline can set.
  public struct Settings: StepConfiguration {
    /// The types that are counted: `PER`, `LOC`, `ORG`, and those of the gazetteer.
    public var types = ["PER", "LOC", "ORG"]
    /// An entity with fewer mentions in a document is left out of that document's findings.
    public var minimum = 1
    /// Names that are not counted, in any of the languages, as an entity is called in its nominative: `[Reuters, ТАСС]`.
    public var exclude: [String] = []
    /// A file of one's own names, relative to the pipeline's folder, with lines `TYPE<tab>name|another name`; empty for none.
    public var gazetteer = ""
    /// In how many sentences in a row two entities must be named to count as named together: 1 for the same sentence; 0 for not counting it.
    public var together = 0

    /// All types, all counts.
    public init() {}
  }

  private let selection: EntitySelection
  private let window: Int

  /// Makes the analyzer, without a gazetteer.
  ///
  /// - Throws: `P103` for a type that there is none of, or a minimum below 1.
  public init(_ settings: Settings = Settings()) throws(AnalysisError) {
    try self.init(settings, gazetteer: nil)
  }

  init(_ settings: Settings, gazetteer: UserGazetteer?) throws(AnalysisError) {
    selection = try EntitySelection(settings, gazetteer: gazetteer)
    guard (0...10).contains(settings.together) else {
      throw AnalysisError(
        .wrongValue, "entity-counts: 'together' is \(settings.together): expected 0 to 10 sentences",
        step: Self.identity.name)
    }
    window = settings.together
  }

  /// Name and version.
  public var identity: Identity { Self.identity }

  /// Entities, and the mentions and sentences in which they stand.
  public var requirements: Requirements {
    Requirements(
      layers: (selection.gazetteer == nil ? [] : [AnyLayer(Tokens.layer)])
        + [AnyLayer(Sentences.layer), AnyLayer(Mentions.layer), AnyLayer(Entities.layer)])
  }

  /// The entities in the order of their first mention.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [EntityFinding] {
    let mentions = try document(Mentions.layer)
    let all = try document(Entities.layer).map { entity in
      EntityFinding(
        id: entity.id, name: entity.name,
        names: LocalNames(entity.names.map { .init(language: $0.language, name: $0.name) }),
        type: entity.type.rawValue, count: entity.mentions.count,
        mentions: entity.mentions.map { document.text.spanned(mentions[$0].span) },
        ambiguousWith: entity.ambiguousWith, actor: entity.actor, joinedBy: entity.reasons.map { $0?.rawValue })
    }
    return try selection.findings(all, in: document)
  }

  /// Mentions, documents and evidence by entity.
  public func summarize(_ findings: [EntityFinding], of document: DocumentView) -> EntitySummary {
    let sentences = (try? document(Sentences.layer)) ?? []
    return EntitySummary(
      findings.map { finding in
        EntitySummary.Cell(
          finding, evidence: Self.evidence(of: finding, in: document, sentences), document: document.id)
      },
      pairs: window == 0
        ? nil
        : EntityWindows(document: document, sentences: sentences.map(\.span), window: window).pairs(of: findings))
  }

  /// `Сергей Лавров (PER): 2`, with its sentences.
  public func presentation(of finding: EntityFinding, in document: DocumentView) -> Presentation {
    let sentences = (try? document(Sentences.layer)) ?? []
    return Presentation(
      line: "\(finding.name) (\(finding.type)): \(finding.count)",
      evidence: Self.evidence(of: finding, in: document, sentences),
      explanation: Self.explanation(of: finding))
  }

  /// `Лаврову: surname; МИД: table`: why each mention stands with the others; nil where there is nothing to say.
  private static func explanation(of finding: EntityFinding) -> String? {
    var said: [String] = []
    for (mention, reason) in zip(finding.mentions, finding.joinedBy ?? []) {
      guard let reason else { continue }
      let words = "\(mention.text): \(reason)"
      if !said.contains(words) { said.append(words) }
    }
    if let actor = finding.actor { said.append("\(actor.key): list of actors") }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  private static func evidence(
    of finding: EntityFinding, in document: DocumentView, _ sentences: [Sentence]
  ) -> [ReportEvidence] {
    var found: [ReportEvidence] = []
    var last = -1
    for mention in finding.mentions {
      let index = sentences.firstIndex { $0.span.contains(mention.span) }
      let span = index.map { sentences[$0].span } ?? document.text.surroundings(of: mention.span)
      guard span.start != last else { continue }
      last = span.start
      found.append(
        ReportEvidence(
          document: document.id, sentence: document.text.spanned(span), finding: mention.span,
          label: finding.name, analyzer: identity.name, id: finding.id))
    }
    return found
  }
}
