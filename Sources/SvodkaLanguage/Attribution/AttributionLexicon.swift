import SvodkaKit
import SvodkaResources

/// The words by which a language says who says what; see `Tables/attribution.*.yaml`.
struct AttributionLexicon: Sendable {
  enum Cue: Sendable, Hashable {
    case verb(Attribution.Kind)
    /// The source follows: according to, по словам.
    case before(Attribution.Kind)
    /// The source stands before, in the genitive or with 's, as a noun: X's statement that.
    case noun
  }

  private struct File: Decodable {
    var said: [String]
    var denied: [String]
    var reported: [String]
    var according: [String]
    var citing: [String]
    var that: [String]
    var insideBodies: [String]
    var sources: [String]
    var stops: [String]
    var joiners: [String]
    var conjunctions: [String]
    var auxiliaries: [String]
    var articles: [String]
    var pronouns: [String]
    var notSaying: [String]
    var addressing: [String]
  }

  private let cueMatcher: PhraseMatcher
  private let cues: [Cue?]
  private let sources: PhraseMatcher
  private let stops: PhraseMatcher
  private let auxiliaries: PhraseMatcher
  let that: Set<String>
  let insideBodies: Set<String>
  let joiners: Set<String>
  let conjunctions: Set<String>
  let articles: Set<String>
  let pronouns: Set<String>
  /// Verbs with the one who is told behind them.
  let addressing: Set<String>

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/attribution.\(language).yaml", of: "SvodkaLanguage")
    let groups: [([String], Cue?)] = [
      (file.notSaying, nil), (file.said, .verb(.said)), (file.denied, .verb(.denied)),
      (file.reported, .verb(.reported)), (file.according, .before(.accordingTo)), (file.citing, .before(.accordingTo)),
    ]
    cueMatcher = PhraseMatcher(groups.flatMap(\.0))
    cues = groups.flatMap { group in group.0.map { _ in group.1 } }
    sources = PhraseMatcher(file.sources)
    stops = PhraseMatcher(file.stops)
    auxiliaries = PhraseMatcher(file.auxiliaries)
    that = Set(file.that.map(TokenKey.key))
    insideBodies = Set(file.insideBodies.map(TokenKey.key))
    joiners = Set(file.joiners.map(TokenKey.key))
    conjunctions = Set(file.conjunctions.map(TokenKey.key))
    articles = Set(file.articles.map(TokenKey.key))
    pronouns = Set(file.pronouns.map(TokenKey.key))
    addressing = Set(file.addressing.map(TokenKey.key))
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
}
