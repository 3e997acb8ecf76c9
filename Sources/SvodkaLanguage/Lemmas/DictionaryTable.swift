import SvodkaKit
import SvodkaResources

/// How the dictionary of a language is used, as `Tables/lemmas.LANGUAGE.yaml` has it.
struct DictionaryTable: Sendable, Decodable {
  struct Adverbs: Sendable, Decodable {
    var prefix: String
    var requires: [String]
    var tag: String
  }

  var substitutes: [String: String]
  var particles: [String]
  var adverbs: Adverbs
  var prefixes: [String]
  var longestUnknownPrefix: Int
  var shortestRest: Int
  var shortestGuess: Int
  var closed: [String]
  var partsOfSpeech: [String]
  var agreement: [String]
  var agreementSame: [String: String]
  var tags: [String: String]
  var features: [String: String]
  var sameTags: [String: String]
  var compared: [String]

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    self = try resources.decode(Self.self, from: "Tables/lemmas.\(language).yaml", of: "SvodkaLanguage")
  }
}
