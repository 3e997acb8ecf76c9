import SvodkaKit
import SvodkaLanguage

/// What stands behind a number: whom or what it counts.
struct CountedNoun {
  /// One past its last token.
  var end: Int
  /// The words for people.
  var victims: Range<Int>?
  /// Their class.
  var victimClass = "unknown"
  /// A word that says by itself what happened: "dead", «раненых».
  var people: SentenceReading.Found<CasualtyLexicon.Predicate>?
  /// Tanks, houses, votes.
  var isThing = false
  /// A word that the lexicon does not know.
  var isUnknown = false
  /// A name of a people, as it is written: "Sudanese".
  var isProper = false
  /// "of them": people told of before.
  var isAnaphoric = false
  /// The number of the whole in "three of the 20 guards".
  var whole: Range<Int>?

  /// The class of words such as "others", which count people without saying who.
  static let unnamed = "none"

  /// True when nothing is counted by name.
  var isEmpty: Bool { victims == nil && people == nil && !isThing }
  /// True when people are counted, as far as the words show.
  var isPersonal: Bool { victims != nil && !isUnknown || people != nil || isAnaphoric }
}

extension SentenceReading {
  /// Reads the noun phrase behind an amount that covers `amount`.
  func noun(behind amount: Range<Int>) -> CountedNoun {
    var at = amount.upperBound
    var noun = CountedNoun(end: at)
    // «человек двадцать»: the noun stands inside the amount.
    for i in amount { if let inner = victims[i] { (noun.victims, noun.victimClass) = (inner.tokens, inner.value) } }
    if noun.victims != nil, victims[at] == nil { return noun }
    while has(at, .quote) { at += 1 }
    if let told = anaphora[at] {
      noun.isAnaphoric = true
      at = told.upperBound
      noun.end = at
      // «один из погибших проектов»
      if !hasCompounds, told.count > 1, things[at] != nil, !has(at, .predicate) {
        (noun.isThing, noun.isAnaphoric, noun.end) = (true, false, at + 1)
        return noun
      }
      if has(at, [.dash, .copula]), victims[at + 1] != nil { at += 1 }
    } else if has(at, .copula), let told = victims[at + 1] {
      // "12 were children": a part of those told of before.
      noun.isAnaphoric = true
      take(told, from: at + 1, into: &noun)
      return noun
    } else {
      while let bridge = bridges[at], people[at] == nil, victims[at] == nil { at = bridge.upperBound }
    }
    if at > amount.upperBound, let whole = amounts.first(where: { $0.tokens.lowerBound == at }) {
      var counted = self.noun(behind: whole.tokens)
      counted.whole = whole.tokens
      return counted
    }
    let start = at
    var unknown: Range<Int>?
    var steps = 0
    while range.contains(at), steps < 5 {
      if let found = people[at], !(victims[at].map { $0.tokens.count > found.tokens.count } ?? false),
        // "one guy lives", «одно из них оказалось орудием убийства»
        at == start || !found.value.isWeak && !noun.isAnaphoric
      {
        take(found, into: &noun)
        return noun
      }
      if let found = victims[at] {
        take(found, from: start, into: &noun)
        return noun
      }
      if things[at] != nil, tokens[at].shape != .title || at == start, !isBeforeHead(at) {
        noun.isThing = !noun.isAnaphoric
        noun.end = at + 1
        return noun
      }
      if has(at, .quote) {
        at += 1
        continue
      }
      // "21 captured soldiers": a verb's participle before its noun.
      if noun.people == nil, let attribute = predicates.first(where: { $0.tokens.lowerBound == at }),
        attribute.value.kind != nil, !attribute.value.isFar
      {
        var at = attribute.tokens.upperBound
        while !hasCompounds, at - attribute.tokens.upperBound < 2, isAdjective(at) { at += 1 }
        if let head = victims[at] {
          noun.people = attribute
          take(head, from: attribute.tokens.upperBound, into: &noun)
          return noun
        }
      }
      if tokens[at].kind == .mark || has(at, [.stop, .amount, .joiner]) || has(at, .predicate) { break }
      unknown = start..<(at + 1)
      at += 1
      steps += 1
    }
    if let unknown, !noun.isAnaphoric {
      noun.end = unknown.upperBound
      noun.isProper = tokens[unknown.lowerBound].shape == .title
      noun.victims = unknown
      noun.isUnknown = !noun.isProper
    }
    return noun
  }

  /// "34 wounded soldiers", «19 похищенных учителей»: the people may be an attribute of the victims.
  private func take(_ found: Found<CasualtyLexicon.Predicate>, into noun: inout CountedNoun) {
    noun.people = found
    noun.end = found.tokens.upperBound
    // "hostages" are who they are as well.
    if let same = victims[found.tokens.lowerBound], same.tokens.upperBound == noun.end, noun.victims == nil {
      (noun.victims, noun.victimClass) = (same.tokens, same.value)
    }
    // «60 мёртвых дельфинов»
    if victims[noun.end] == nil, people[noun.end] == nil, things[noun.end] != nil, found.tokens.count == 1,
      !has(found.tokens.lowerBound, .predicate) || victims[found.tokens.lowerBound] == nil
    {
      (noun.isThing, noun.people) = (true, nil)
      return
    }
    var head = noun.end
    // «2100 ликвидированных вражеских солдат»
    if found.tokens.count == 1 { while head - noun.end < 2, isAdjective(head) { head += 1 } }
    if let next = victims[head], people[head] == nil { take(next, from: noun.end, into: &noun) }
    // «25 погибших были мирными жителями»
    if has(noun.end, .copula), let told = victims[noun.end + 1] { take(told, from: noun.end + 1, into: &noun) }
  }

  private func take(_ found: Found<String>, from start: Int, into noun: inout CountedNoun) {
    noun.victims = start..<found.tokens.upperBound
    noun.victimClass = found.value
    noun.end = found.tokens.upperBound
    // "civilian deaths", "women protesters": the head follows.
    while range.contains(noun.end), noun.end - found.tokens.upperBound < 3 {
      if let head = people[noun.end], noun.people == nil, !head.value.isWeak,
        !has(noun.end, .predicate) || head.value.kind == .killed
      {
        noun.people = head
        noun.end = head.tokens.upperBound
        return
      }
      guard let head = victims[noun.end], tokens[noun.end].kind == .word,
        !predicates.contains(where: { $0.tokens.lowerBound == noun.end && $0.tokens.count == 1 })
      else { break }
      let first = found.value == CountedNoun.unnamed ? noun.end : start
      noun.victims = first..<head.tokens.upperBound
      if ["unknown", "civilian", CountedNoun.unnamed].contains(noun.victimClass) { noun.victimClass = head.value }
      noun.end = head.tokens.upperBound
    }
    if namesThing(found, noun) || !hasCompounds && has(noun.end, .animal) && found.value == "unknown" {
      noun.isThing = true
      noun.end += 1
      return
    }
    // «женщин и детей»
    if has(noun.end, .joiner), let other = victims[noun.end + 1], !has(noun.end + 2, .amount) {
      noun.victims = start..<other.tokens.upperBound
      noun.end = other.tokens.upperBound
    }
  }

  /// "three rebel strongholds", "pilot whales": where nouns stand before nouns, the last is what is counted.
  private func namesThing(_ found: Found<String>, _ noun: CountedNoun) -> Bool {
    let (last, next) = (noun.end - 1, noun.end)
    guard hasCompounds, noun.people == nil, range.contains(next), tokens[next].kind == .word,
      tokens[next].shape == .lower, !tokens[last].key.hasSuffix("s"), !has(last, .plural)
    else { return false }
    if has(next, [.stop, .predicate, .joiner, .boundary, .copula, .amount, .passive]) || people[next] != nil {
      return false
    }
    return things[next] != nil || tokens[next].key.hasSuffix("s") && !tokens[next].key.hasSuffix("ss")
  }

  /// "party militants", "bus passengers": where nouns stand before nouns, a thing only tells what people.
  private func isBeforeHead(_ i: Int) -> Bool {
    hasCompounds && (!tokens[i].key.hasSuffix("s") || tokens[i].key.hasSuffix("us") || tokens[i].key.hasSuffix("ss"))
      && victims[i + 1].map { $0.value != CountedNoun.unnamed } ?? false
  }

  /// A word in front of a noun that the lexicon does not know.
  private func isAdjective(_ i: Int) -> Bool {
    range.contains(i) && tokens[i].kind == .word
      && !has(i, [.stop, .predicate, .joiner, .boundary, .copula, .amount, .passive, .more, .relative])
      && people[i] == nil && victims[i] == nil && things[i] == nil
  }
}
