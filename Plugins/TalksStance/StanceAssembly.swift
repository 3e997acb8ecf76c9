import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Joins what was found by holder, the last position last, and writes it as findings.
struct StanceAssembly {
  let text: DocumentText
  let words: StanceWords
  let entities: [Entity]
  let actors: ActorMentions
  private var entityOf: [Int: Int] = [:]

  init(text: DocumentText, words: StanceWords, entities: [Entity], actors: ActorMentions) {
    self.text = text
    self.words = words
    self.entities = entities
    self.actors = actors
    for (number, entity) in entities.enumerated() { for mention in entity.mentions { entityOf[mention] = number } }
  }

  /// One stance a holder, in text order.
  func stances(_ found: [StanceFinder.Found]) -> [Stance] {
    var keys: [String] = []
    var groups: [String: [StanceFinder.Found]] = [:]
    for var one in found {
      one.holder = identified(one.holder, among: found)
      // A minister and his government may differ, though a list of actors has both under one key.
      let key = holder(one.holder).bearer
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(one)
    }
    var stances: [Stance] = []
    for key in keys {
      guard let all = groups[key], let last = final(all) else { continue }
      let earlier = all.last {
        // "does not refuse, but will not come while …": one sentence is one position, unless it tells of another time.
        $0.reading.label != last.reading.label && !$0.isImplied && ($0.sentence != last.sentence || $0.isFormer)
          && $0.reading.tokens.lowerBound < last.reading.tokens.lowerBound
      }
      stances.append(stance(last, earlier))
    }
    stances.sort { ($0.evidence.span, $0.holder.text.span) < ($1.evidence.span, $1.holder.text.span) }
    for number in stances.indices { stances[number].id = "ts-\(number + 1)" }
    return stances
  }

  /// The last position: what is told as past counts only where nothing later is told, what a noun implies last of all.
  private func final(_ all: [StanceFinder.Found]) -> StanceFinder.Found? {
    guard let last = all.last(where: { !$0.isFormer && !$0.isImplied }) ?? all.last(where: { !$0.isImplied }) else {
      return all.last
    }
    // Of those that say the same at the end, the one that says it best, of equals the first.
    let same = all.reversed().prefix {
      $0.reading.label == last.reading.label && $0.isFormer == last.isFormer && !$0.isImplied
    }
    return same.reversed().max { $0.confidence < $1.confidence } ?? last
  }

  private func stance(_ found: StanceFinder.Found, _ earlier: StanceFinder.Found?) -> Stance {
    var holder = holder(found.holder)
    if found.isUnresolved { holder.unresolved = true }
    var attributedTo: Stance.Holder?
    if let speaker = found.speaker, speaker.source != holder.text.span {
      let source = self.holder(
        NounPhrase(tokens: speaker.sourceTokens, head: speaker.sourceTokens, mention: speaker.mention, isPronoun: false)
      )
      if source.bearer != holder.bearer { attributedTo = source }
    }
    return Stance(
      id: "", evidence: text.spanned(evidence(found)), holder: holder, label: found.reading.label,
      target: found.reading.target.map { text.spanned(words.base.span(widened($0.tokens, found.sentence))) },
      condition: found.condition.map { text.spanned(words.base.span($0)) },
      reason: found.reason.map { text.spanned(words.base.span($0)) }, attributedTo: attributedTo,
      confidence: confidence(of: found, named: holder.entity != nil),
      sentence: text.spanned(words.sentences[found.sentence].span), rule: rule(found.reading),
      before: earlier.map {
        Stance.Earlier(
          label: $0.reading.label, evidence: text.spanned(evidence($0)),
          sentence: text.spanned(words.sentences[$0.sentence].span))
      })
  }

  /// What told the label, and how the holder was found.
  private func rule(_ reading: ClauseReading) -> String {
    let frames = reading.frames.isEmpty ? "target alone" : reading.frames.joined(separator: " ")
    return reading.path.isEmpty ? frames : frames + "; " + reading.path.joined(separator: ", ")
  }

  /// A holder without a name is less sure, and what is told as past least.
  private func confidence(of found: StanceFinder.Found, named: Bool) -> Double {
    let tenths = (found.confidence * 10).rounded() - (named ? 0 : 1)
    return min(tenths, found.isFormer ? 5 : 10) / 10
  }

  private func evidence(_ found: StanceFinder.Found) -> TextSpan {
    var range = found.reading.tokens
    let sentence = words.sentences[found.sentence].tokens
    if let target = found.reading.target {
      let wide = widened(target.tokens, found.sentence)
      range = min(range.lowerBound, wide.lowerBound)..<max(range.upperBound, wide.upperBound)
    }
    let holder = found.holder.tokens
    if sentence.contains(holder.lowerBound), holder.upperBound <= range.lowerBound,
      range.lowerBound - holder.upperBound <= 8
    {
      range = holder.lowerBound..<range.upperBound
    }
    return words.base.span(range)
  }

  /// The target with its attributes and what it is about: "the talks in Muscat".
  private func widened(_ tokens: Range<Int>, _ number: Int) -> Range<Int> {
    let sentence = words.sentences[number].tokens
    var (low, high) = (tokens.lowerBound, tokens.upperBound)
    while low > sentence.lowerBound, low > tokens.lowerBound - 5 {
      let i = low - 1
      let isElement = words.elements(near: i..<i + 1).contains { $0.tokens.contains(i) }
      if words.base.tokens[i].kind == .mark && !words.ownsBefore(i) || isElement { break }
      if words.base.has(i, [.preposition, .verb, .conjunction, .that, .pronoun, .adverb]), words.base.mentionAt[i] < 0 {
        break
      }
      low = i
      if words.base.has(i, .determiner), words.base.mentionAt[i] < 0 { break }
    }
    for _ in 0..<2 {
      guard high + 1 < sentence.upperBound, words.base.has(high, .link), words.base.has(high, .preposition),
        !words.base.has(high + 1, .time)
      else { break }
      var end = high + 1
      while end < sentence.upperBound, end < high + 6 {
        if let mention = words.base.mention(at: end) { end = mention.tokens.upperBound; break }
        if words.base.tokens[end].kind == .mark || words.base.has(end, [.preposition, .verb, .conjunction, .adverb]) {
          break
        }
        end += 1
      }
      guard end > high + 1 else { break }
      high = end
    }
    return low..<high
  }

  /// The holder with its identity.
  func holder(_ phrase: NounPhrase) -> Stance.Holder {
    let spanned = text.spanned(words.base.span(phrase.head))
    if let mention = phrase.mention, let number = entityOf[mention] {
      let entity = entities[number]
      return .init(
        text: spanned, canonical: entity.name, entity: entity.id, key: entity.actor?.key ?? entity.id,
        actor: entity.actor)
    }
    var bare = phrase.head
    while bare.count > 1, words.base.has(bare.lowerBound, .determiner) { bare = bare.dropFirst() }
    let key = words.base.tokens[bare].map(\.key).joined(separator: " ")
    // The head of Russia's delegation is Russia's; a doctor in Moscow is not.
    let actor = actors.first(in: phrase.head) {
      !$0.isName || $0.tokens.lowerBound == 0 || !words.base.has($0.tokens.lowerBound - 1, .preposition)
    }?.actor
    return .init(text: spanned, canonical: spanned.text, entity: nil, key: actor?.key ?? key, actor: actor)
  }
}
