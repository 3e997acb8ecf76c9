import SvodkaKit
import SvodkaResources

/// The words by which a language says who says what; see `Tables/attribution.*.yaml`.
struct AttributionLexicon: Sendable {
  enum Cue: Sendable, Hashable {
    case verb(Attribution.Kind)
    /// Denies where what was told stands beside it: "disputes this", «эти данные опровергли».
    case denies
    /// The source follows: according to, по словам.
    case before(Attribution.Kind)
    /// The source follows, and whoever else speaks in the sentence passes it on: citing, со ссылкой на.
    case cites
    /// A pronoun for the source stands in it: «по его словам».
    case pronoun
    /// The sentences that follow hold what is said: "gave the latest figures".
    case announces
    /// The sentences before hold what is said: «об этом сообщили в».
    case recalls

    /// How the source then stands to the content.
    var attribution: Attribution.Kind {
      switch self {
      case .verb(let kind), .before(let kind): kind
      case .cites, .pronoun: .accordingTo
      case .denies: .denied
      case .announces, .recalls: .said
      }
    }
  }

  private struct File: Decodable {
    var said: [String]
    var denied: [String]
    var denying: [String]
    var deniedBy: [String]
    var falsehoods: [String]
    var accounts: [String]
    var accountPronouns: [String]
    var accountOpeners: [String]
    var reported: [String]
    var according: [String]
    var citing: [String]
    var byPronoun: [String]
    var announcing: [String]
    var recalling: [String]
    var that: [String]
    var opening: [String]
    var infinitive: [String]
    var perfect: [String]
    var addressing: [String]
    var about: [String]
    var insideBodies: [String]
    var sources: [String]
    var stops: [String]
    var joiners: [String]
    var conjunctions: [String]
    var auxiliaries: [String]
    var articles: [String]
    var pronouns: [String]
    var bodyPronouns: [String]
    var possessives: [String]
    var relatives: [String]
    var modifiers: [String]
    var documents: [String]
    var notSaying: [String]
    var notSources: [String]
    var participles: [String]
  }

  private let cueMatcher: PhraseMatcher
  private let cues: [Cue?]
  private let sources: PhraseMatcher
  private let stops: PhraseMatcher
  private let auxiliaries: PhraseMatcher
  private let accounts: PhraseMatcher
  private let falsehoods: PhraseMatcher
  let accountPronouns: Set<String>
  let accountOpeners: Set<String>
  let that: Set<String>
  let opening: Set<String>
  let infinitive: Set<String>
  let perfect: Set<String>
  let addressing: Set<String>
  let about: Set<String>
  let insideBodies: Set<String>
  let joiners: Set<String>
  let conjunctions: Set<String>
  let articles: Set<String>
  let pronouns: Set<String>
  let bodyPronouns: Set<String>
  let possessives: Set<String>
  let relatives: Set<String>
  let modifiers: Set<String>
  let documents: Set<String>
  let notSources: Set<String>
  let participles: Set<String>

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/attribution.\(language).yaml", of: "SvodkaLanguage")
    let groups: [([String], Cue?)] = [
      (file.notSaying, nil), (file.said, .verb(.said)), (file.denied, .verb(.denied)), (file.denying, .denies),
      (file.deniedBy, .before(.denied)),
      (file.reported, .verb(.reported)), (file.according, .before(.accordingTo)), (file.citing, .cites),
      (file.byPronoun, .pronoun), (file.announcing, .announces), (file.recalling, .recalls),
    ]
    cueMatcher = PhraseMatcher(groups.flatMap(\.0))
    cues = groups.flatMap { group in group.0.map { _ in group.1 } }
    sources = PhraseMatcher(file.sources)
    stops = PhraseMatcher(file.stops)
    auxiliaries = PhraseMatcher(file.auxiliaries)
    accounts = PhraseMatcher(file.accounts)
    falsehoods = PhraseMatcher(file.falsehoods)
    accountPronouns = Set(file.accountPronouns.map(TokenKey.key))
    accountOpeners = Set(file.accountOpeners.map(TokenKey.key))
    about = Set(file.about.map(TokenKey.key))
    perfect = Set(file.perfect.map(TokenKey.key))
    infinitive = Set(file.infinitive.map(TokenKey.key))
    addressing = Set(file.addressing.map(TokenKey.key))
    opening = Set(file.opening.map(TokenKey.key))
    that = Set(file.that.map(TokenKey.key))
    insideBodies = Set(file.insideBodies.map(TokenKey.key))
    joiners = Set(file.joiners.map(TokenKey.key))
    conjunctions = Set(file.conjunctions.map(TokenKey.key))
    articles = Set(file.articles.map(TokenKey.key))
    bodyPronouns = Set(file.bodyPronouns.map(TokenKey.key))
    pronouns = Set(file.pronouns.map(TokenKey.key)).union(bodyPronouns)
    possessives = Set(file.possessives.map(TokenKey.key))
    relatives = Set(file.relatives.map(TokenKey.key))
    modifiers = Set(file.modifiers.map(TokenKey.key))
    documents = Set(file.documents.map(TokenKey.key))
    notSources = Set(file.notSources.map(TokenKey.key))
    participles = Set(file.participles.map(TokenKey.key))
  }

  /// The cues inside a range of tokens, the longest at each place.
  func cues(in tokens: [Token], within range: Range<Int>) -> [(tokens: Range<Int>, cue: Cue)] {
    cueMatcher.longestMatches(in: tokens, within: range).compactMap { match in
      cues[match.phrase].map { (match.tokens, $0) }
    }
  }

  /// Which tokens are nouns that can be sources.
  func sourceTokens(_ tokens: [Token], within range: Range<Int>) -> Set<Int> {
    Set(sources.matches(in: tokens, within: range).flatMap { Array($0.tokens) })
  }

  /// Which tokens end a noun phrase: prepositions, words of time, adverbs.
  func stopTokens(_ tokens: [Token], within range: Range<Int>) -> Set<Int> {
    Set(stops.matches(in: tokens, within: range).flatMap { Array($0.tokens) })
  }

  /// Which tokens may stand between a subject and its verb.
  func auxiliaryTokens(_ tokens: [Token], within range: Range<Int>) -> Set<Int> {
    Set(auxiliaries.matches(in: tokens, within: range).flatMap { Array($0.tokens) })
  }

  /// Which tokens stand for what was told: report, figure, данные.
  func accountTokens(_ tokens: [Token], within range: Range<Int>) -> Set<Int> {
    Set(accounts.matches(in: tokens, within: range).flatMap { Array($0.tokens) })
  }

  /// Which tokens say that something is not so: "is a lie", «не соответствует действительности».
  func falsehoodTokens(_ tokens: [Token], within range: Range<Int>) -> Set<Int> {
    Set(falsehoods.matches(in: tokens, within: range).flatMap { Array($0.tokens) })
  }
}
