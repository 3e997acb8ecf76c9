import SvodkaKit
import Synchronization

/// Sets tags, parts of speech, features and lemmas by patterns over one token or several, as spaCy 3's `AttributeRuler` does.
///
/// All patterns see what was known before; of those that match, a later one goes before an earlier one.
final class SpacyAttributeRuler: Sendable {
  /// What a pattern asks of one token.
  private struct Known: Hashable {
    var text: UInt64
    var tag: String
    var pos: String
    var relation: String
  }

  private struct Rule: Sendable {
    var pattern: [SpacyTokenPattern]
    /// Which token of the match is changed.
    var index: Int
    /// What is set, by attribute.
    var values: [SpacyTokenPattern.Attribute: String]
  }

  private let rules: [Rule]
  /// The numbers of the rules over one token, and over more.
  private let single: [Int]
  private let several: [Int]
  /// What the rules over one token make of what was seen lately.
  private let seen = Mutex<[Known: [Int]]>([:])

  /// Reads the model's file `attribute_ruler/patterns`.
  ///
  /// - Throws: `R103` for a file that is not what it should be, or patterns that no published model has.
  init(patterns file: [UInt8]) throws(AnalysisError) {
    var rules: [Rule] = []
    for entry in try MessagePackValue(file, name: "attribute_ruler/patterns").array ?? [] {
      var values: [SpacyTokenPattern.Attribute: String] = [:]
      for value in entry["attrs"]?.map ?? [] {
        guard let name = value.key.string, let text = value.value.string else {
          throw SpacyTokenPattern.broken("an attribute has no value")
        }
        let attribute = try SpacyTokenPattern.attribute(name)
        values[attribute] = attribute == .morph && text == "_" ? "" : text
      }
      for alternative in entry["patterns"]?.array ?? [] {
        var pattern: [SpacyTokenPattern] = []
        for token in alternative.array ?? [] { try pattern.append(SpacyTokenPattern(token)) }
        let index = entry["index"]?.int ?? 0
        let place = index < 0 ? pattern.count + index : index
        guard pattern.indices.contains(place) else { throw SpacyTokenPattern.broken("it changes no token") }
        rules.append(Rule(pattern: pattern, index: place, values: values))
      }
    }
    self.rules = rules
    single = rules.indices.filter { rules[$0].pattern.count == 1 }
    several = rules.indices.filter { rules[$0].pattern.count > 1 }
  }

  /// Changes what is known of the tokens of a text.
  func apply(to analyses: inout [SpacyAnalysis], of text: SpacyTokens) {
    let forms = text.tokens.map { text.forms[$0.form] }
    let matches = seen.withLock { seen in
      if seen.count > 1 << 15 { seen.removeAll(keepingCapacity: true) }
      return analyses.indices.map { i in
        let analysis = analyses[i]
        let known = Known(
          text: forms[i].textID, tag: analysis.tag, pos: analysis.pos, relation: analysis.relation)
        if let rules = seen[known] { return rules }
        let matching = single.filter { rules[$0].pattern[0].matches(forms[i], analysis) }
        seen[known] = matching
        return matching
      }
    }
    var more: [Int: [Int]] = [:]
    for number in several {
      let pattern = rules[number].pattern
      for start in analyses.indices.dropLast(pattern.count - 1)
      where pattern.indices.allSatisfy({ pattern[$0].matches(forms[start + $0], analyses[start + $0]) }) {
        more[start + rules[number].index, default: []].append(number)
      }
    }
    for i in analyses.indices {
      let numbers = more[i].map { (matches[i] + $0).sorted() } ?? matches[i]
      for number in numbers { set(rules[number].values, in: &analyses[i]) }
    }
  }

  private func set(_ values: [SpacyTokenPattern.Attribute: String], in analysis: inout SpacyAnalysis) {
    for (attribute, value) in values {
      switch attribute {
      case .tag: analysis.tag = value
      case .pos: analysis.pos = value
      case .morph: analysis.morph = value
      case .relation: analysis.relation = value
      case .lemma: analysis.lemma = value
      case .text, .lower, .norm, .isSpace: break
      }
    }
  }
}
