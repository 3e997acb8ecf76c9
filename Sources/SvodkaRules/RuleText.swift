import SvodkaKit
import SvodkaLanguage

/// A document as rules read it: the layers that they declared.
struct RuleText: Sendable {
  var text: DocumentText
  var language: String
  var tokens: [Token]
  var sentences: [Sentence]
  var lemmas: [String]?
  var morphology: [Morph]?
  var dependencies: [Dependency]?
  var mentions: [Mention]?
}
