public import SvodkaKit
import SvodkaResources

/// The words of one language by which clauses are divided and sources are found, from `Tables/clauses.*.yaml`.
public struct ClauseLexicon: Sendable {
  /// The languages for which there are tables.
  public static let languages = ["ru", "en"]

  /// What the file holds; each key is a list of phrases divided by commas.
  private struct File: Decodable {
    var say, relay, deny, cite, that, addressees, venues, adverbs, times, prepositions, links: String
    var determiners, conjunctions, joiners, subordinators, relatives, auxiliaries: String
    var persons, groups, speakers, possessives, media, people, bodies, relational, voices, participles: String

    var classes: [(WordClass, String)] {
      [
        (.say, say), (.relay, relay), (.deny, deny), (.cite, cite), (.that, that), (.addressee, addressees),
        (.venue, venues), (.adverb, adverbs), (.time, times), (.preposition, prepositions), (.link, links),
        (.determiner, determiners), (.conjunction, conjunctions), (.joiner, joiners),
        (.subordinator, subordinators), (.relative, relatives), (.auxiliary, auxiliaries), (.person, persons),
        (.group, groups), (.speaker, speakers), (.possessive, possessives), (.medium, media), (.people, people),
        (.body, bodies), (.relational, relational), (.voice, voices),
        (.participle, participles),
      ]
    }
  }

  private let matcher: PhraseMatcher
  private let classes: [WordClass]
  /// The forms by which verbs are known.
  let verbs: VerbForms

  /// Reads the tables of a language.
  ///
  /// - Throws: `R101` when there are none.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(
      File.self, from: "Tables/clauses.\(language).yaml", of: "SvodkaLanguage")
    var phrases: [String] = []
    var classes: [WordClass] = []
    for (kind, list) in file.classes {
      for phrase in PhraseMatcher.phrases(in: list) {
        phrases.append(phrase.joined(separator: " "))
        classes.append(kind)
      }
    }
    matcher = PhraseMatcher(phrases)
    self.classes = classes
    verbs = try VerbForms(language: language, resources: resources)
  }

  /// The phrases of the tables that stand in a run of tokens, in text order.
  func matches(in tokens: [Token], within range: Range<Int>) -> [(tokens: Range<Int>, kind: WordClass)] {
    matcher.matches(in: tokens, within: range).map { ($0.tokens, classes[$0.phrase]) }
  }
}
