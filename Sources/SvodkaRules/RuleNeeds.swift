import SvodkaKit
import SvodkaLanguage

/// The layers that rules read, told by what they ask of words.
struct RuleNeeds: OptionSet, Sendable {
  let rawValue: Int
  static let lemmas = RuleNeeds(rawValue: 1)
  static let morphology = RuleNeeds(rawValue: 2)
  static let dependencies = RuleNeeds(rawValue: 4)
  static let mentions = RuleNeeds(rawValue: 8)

  var layers: [AnyLayer] {
    var layers = [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)]
    if contains(.lemmas) { layers.append(AnyLayer(Lemmas.layer)) }
    if contains(.morphology) { layers.append(AnyLayer(Morphology.layer)) }
    if contains(.dependencies) { layers.append(AnyLayer(Dependencies.layer)) }
    if contains(.mentions) { layers.append(AnyLayer(Mentions.layer)) }
    return layers
  }

  func text(of document: DocumentView) throws(AnalysisError) -> RuleText {
    RuleText(
      text: document.text, language: document.language, tokens: try document(Tokens.layer),
      sentences: try document(Sentences.layer),
      lemmas: contains(.lemmas) ? try document(Lemmas.layer) : nil,
      morphology: contains(.morphology) ? try document(Morphology.layer) : nil,
      dependencies: contains(.dependencies) ? try document(Dependencies.layer) : nil,
      mentions: contains(.mentions) ? try document(Mentions.layer) : nil)
  }
}
