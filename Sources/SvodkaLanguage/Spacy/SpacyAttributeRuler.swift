import SvodkaKit
import Synchronization

/// Sets tags, parts of speech, features and lemmas by patterns over one token or several, as spaCy 3's `AttributeRuler` does.
///
/// All patterns see what was known before; of those that match, a later one goes before an earlier one.
final class SpacyAttributeRuler: Sendable {
  /// What patterns can ask of one token.
  private struct Known: Hashable {
    var text: UInt64
    var tag: String
    var pos: String
    var relation: String
  }

  /// What is set; nil for what stays.
  private struct Changes {
    var tag: String?
    var pos: String?
    var morph: String?
    var relation: String?
    var lemma: String?

    mutating func add(_ other: Changes) {
      tag = other.tag ?? tag
      pos = other.pos ?? pos
      morph = other.morph ?? morph
      relation = other.relation ?? relation
      lemma = other.lemma ?? lemma
    }

    func apply(to analysis: inout SpacyAnalysis) {
      if let tag { analysis.tag = tag }
      if let pos { analysis.pos = pos }
      if let morph { analysis.morph = morph }
      if let relation { analysis.relation = relation }
      if let lemma { analysis.lemma = lemma }
    }
  }

  private struct Rule: Sendable {
    var pattern: [SpacyTokenPattern]
    /// Which token of the match is changed.
    var index: Int
    var changes: Changes
  }

  /// What the rules make of a token.
  private struct Answer {
    /// The rules over one token that match, and all that they set.
    var rules: [Int]
    var changes: Changes
    /// The rules over several tokens of which it can be the first.
    var starts: [Int]
  }

  /// Answers for what was seen lately.
  private struct Seen {
    var numbers: [Known: Int] = [:]
    var answers: [Answer] = []
    /// The rules that a token of a tag can match, or begin to.
    var rules: [String: [Int]] = [:]
  }

  private let rules: [Rule]
  private let seen = Mutex(Seen())

  /// Reads the model's file `attribute_ruler/patterns`.
  ///
  /// - Throws: `R103` for a file that is not what it should be, or patterns that no published model has.
  init(patterns file: [UInt8]) throws(AnalysisError) {
    var rules: [Rule] = []
    for entry in try MessagePackValue(file, name: "attribute_ruler/patterns").array ?? [] {
      let changes = try Self.changes(entry["attrs"])
      for alternative in entry["patterns"]?.array ?? [] {
        var pattern: [SpacyTokenPattern] = []
        for token in alternative.array ?? [] { try pattern.append(SpacyTokenPattern(token)) }
        let index = entry["index"]?.int ?? 0
        let place = index < 0 ? pattern.count + index : index
        guard pattern.indices.contains(place) else { throw SpacyTokenPattern.broken("it changes no token") }
        rules.append(Rule(pattern: pattern, index: place, changes: changes))
      }
    }
    self.rules = rules
  }

  private static func changes(_ values: MessagePackValue?) throws(AnalysisError) -> Changes {
    var changes = Changes()
    for entry in values?.map ?? [] {
      guard let name = entry.key.string, let value = entry.value.string else {
        throw SpacyTokenPattern.broken("an attribute has no value")
      }
      switch try SpacyTokenPattern.attribute(name) {
      case .tag: changes.tag = value
      case .pos: changes.pos = value
      case .morph: changes.morph = value == "_" ? "" : value
      case .relation: changes.relation = value
      case .lemma: changes.lemma = value
      case .text, .lower, .isSpace: throw SpacyTokenPattern.broken("it sets '\(name)'")
      }
    }
    return changes
  }

  /// Changes what is known of the tokens of a text.
  func apply(to analyses: inout [SpacyAnalysis], of text: SpacyTokens) {
    seen.withLock { seen in
      if seen.answers.count > 1 << 15 { seen = Seen() }
      var numbers: [Int] = []
      numbers.reserveCapacity(analyses.count)
      var starts: [Int] = []
      for (i, analysis) in analyses.enumerated() {
        let number = answer(to: analysis, text.forms[text.tokens[i].form], &seen)
        numbers.append(number)
        if !seen.answers[number].starts.isEmpty { starts.append(i) }
      }
      var more: [Int: [Int]] = [:]
      for start in starts {
        for number in seen.answers[numbers[start]].starts where matches(rules[number], at: start, text, analyses) {
          more[start + rules[number].index, default: []].append(number)
        }
      }
      for (i, number) in numbers.enumerated() {
        var changes = seen.answers[number].changes
        if let more = more[i] {
          changes = Changes()
          for rule in (seen.answers[number].rules + more).sorted() { changes.add(rules[rule].changes) }
        }
        changes.apply(to: &analyses[i])
      }
    }
  }

  private func answer(to analysis: SpacyAnalysis, _ form: SpacyForm, _ seen: inout Seen) -> Int {
    let known = Known(text: form.textID, tag: analysis.tag, pos: analysis.pos, relation: analysis.relation)
    if let number = seen.numbers[known] { return number }
    let possible = seen.rules[analysis.tag] ?? rules.indices.filter { rules[$0].pattern[0].allows(tag: analysis.tag) }
    seen.rules[analysis.tag] = possible
    let found = possible.filter { rules[$0].pattern[0].matches(form, analysis) }
    let matching = found.filter { rules[$0].pattern.count == 1 }
    var changes = Changes()
    for rule in matching { changes.add(rules[rule].changes) }
    let starts = found.filter { rules[$0].pattern.count > 1 }
    seen.answers.append(Answer(rules: matching, changes: changes, starts: starts))
    seen.numbers[known] = seen.answers.count - 1
    return seen.answers.count - 1
  }

  private func matches(_ rule: Rule, at start: Int, _ text: SpacyTokens, _ analyses: [SpacyAnalysis]) -> Bool {
    start + rule.pattern.count <= analyses.count
      && rule.pattern.indices.allSatisfy { i in
        rule.pattern[i].matches(text.forms[text.tokens[start + i].form], analyses[start + i])
      }
  }
}
