import SvodkaKit
import SvodkaResources

/// How the lemmatizer of a language goes about it, as `Tables/spacy.lemmas.yaml` has it.
struct SpacyLemmaPlan: Sendable, Decodable {
  enum Order: String, Sendable, Decodable {
    case rules, dictionary
  }

  /// Words that are their own lemma.
  struct Base: Sendable, Decodable {
    var tag: String?
    var with: [String]
    var without: [String]?
  }

  /// The parts of speech for which a model can have tables.
  static let tags = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "CONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ",
    "SYM", "VERB", "X",
  ]

  var order: Order
  /// The parts of speech that the rules of a dictionary serve.
  var ruled: [String]
  private var base: [Base]

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let plans = try resources.decode(
      [String: SpacyLemmaPlan].self, from: "Tables/spacy.lemmas.yaml", of: "SvodkaLanguage")
    guard let plan = plans[language] ?? plans["default"] else {
      throw AnalysisError(.brokenResource, "Tables/spacy.lemmas.yaml has no entry 'default'")
    }
    self = plan
  }

  func isBase(_ analysis: SpacyAnalysis) -> Bool {
    base.contains { base in
      (base.tag == nil || base.tag == analysis.pos)
        && base.with.allSatisfy { analysis.morph.split(separator: "|").contains(Substring($0)) }
        && (base.without ?? []).allSatisfy { analysis.feature($0) == nil }
    }
  }
}
