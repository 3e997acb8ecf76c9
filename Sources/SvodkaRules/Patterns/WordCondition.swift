import SvodkaKit
import SvodkaLanguage

/// What is asked of one word; all of it has to hold.
struct WordCondition: Sendable, Hashable {
  /// Numbers of lists of words, of each of which the word has to be one; see ``WordPredicates``.
  var words: [Int32] = []
  /// Universal part-of-speech tags.
  var tags: [String] = []
  /// Features of Universal Dependencies with the values allowed, by name.
  var features: [Feature] = []
  /// How the word is written.
  var shapes: [Token.Shape] = []
  /// What it is made of.
  var kinds: [Token.Kind] = []
  /// How it hangs on its head; `nsubj` allows `nsubj:pass` too.
  var relations: [String] = []
  /// The name it is a part of.
  var inside: Inside?
  /// What may not hold.
  var negated: [WordCondition] = []

  struct Feature: Sendable, Hashable {
    var name: String
    var values: [String]
  }

  enum Inside: Sendable, Hashable {
    case any
    case none
    case type(EntityType)
  }

  /// True when any word will do.
  var isEmpty: Bool { self == WordCondition() }

  /// The layers that it reads.
  var needs: RuleNeeds {
    var needs: RuleNeeds = []
    if !tags.isEmpty || !features.isEmpty { needs.insert(.morphology) }
    if !relations.isEmpty { needs.insert(.dependencies) }
    if inside != nil { needs.insert(.mentions) }
    for condition in negated { needs.formUnion(condition.needs) }
    return needs
  }

  /// True when it holds of a word.
  func holds(of index: Int, in facts: SentenceFacts) -> Bool {
    for word in words where !facts.isOne(of: word, index) { return false }
    if !shapes.isEmpty, !shapes.contains(facts.text.tokens[index].shape) { return false }
    if !kinds.isEmpty, !kinds.contains(facts.text.tokens[index].kind) { return false }
    if !tags.isEmpty || !features.isEmpty {
      guard let morph = facts.text.morphology?[index] else { return false }
      if !tags.isEmpty, !tags.contains(morph.tag) { return false }
      for feature in features {
        guard let value = morph[feature.name], feature.values.contains(value) else { return false }
      }
    }
    if !relations.isEmpty {
      guard let relation = facts.text.dependencies?[index].relation else { return false }
      guard relations.contains(where: { relation == $0 || relation.hasPrefix($0 + ":") }) else { return false }
    }
    switch inside {
    case .any?: if facts.mention(at: index) == nil { return false }
    case .none?: if facts.mention(at: index) != nil { return false }
    case .type(let type)?: if facts.mention(at: index)?.type != type { return false }
    case nil: break
    }
    return !negated.contains { $0.holds(of: index, in: facts) }
  }
}
