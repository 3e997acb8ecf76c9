import SvodkaKit

/// Joins what a model found with what rules and tables found: each corrects the other where it is known to be the better.
///
/// Tables know the world's places and bodies and the conventions of spans; a model knows what a name looks like in
/// running text. A rule that only goes by a capital letter needs the model's support, where there is a model.
struct ModelEvidence {
  /// Rules that look into tables or at quotation marks: they stand without the model, and their spans are kept.
  private static let strong: Set<String> = [
    "table", "abbreviated body", "quoted body", "quoted place", "newspaper", "initials", "body noun",
    "place phrase",
  ]
  /// What a known surname adds for a person.
  private static let surname = 3.0

  /// What follows a name and is no part of it.
  private static let tails: Set<String> = ["'s", "'", ",", ":", ";", "-", "–", "—"]
  private static let quotes: Set<String> = ["\"", "“", "”", "„", "«", "»", "'"]

  private static let apostrophes: Set<String> = ["'", "’"]

  private let mentions: [Mention]
  private let tagger: NameTagger

  init(_ mentions: [Mention], for tagger: NameTagger) {
    self.tagger = tagger
    self.mentions = mentions.compactMap { Self.trimmed($0, tagger) }
  }

  /// A name without what models take into it and the house does not: articles, titles, quotation marks, a possessive 's.
  private static func trimmed(_ mention: Mention, _ tagger: NameTagger) -> Mention? {
    let (tokens, lexicon) = (tagger.tokens, tagger.lexicon)
    var range = mention.tokens
    while let last = range.last {
      // The 's may stand apart from its name.
      let isPossessive = tokens[last].key == "s" && range.count > 1 && apostrophes.contains(tokens[last - 1].key)
      guard isPossessive || tails.contains(tokens[last].key) else { break }
      range = range.dropLast()
    }
    if range.count > 2, quotes.contains(tokens[range.lowerBound].key), quotes.contains(tokens[range.upperBound - 1].key)
    {
      range = range.dropFirst().dropLast()
    }
    while let first = range.first, lexicon.articles.contains(tokens[first].key) { range = range.dropFirst() }
    if mention.type == .person, let first = range.first, tagger.features[first].titleEnd > first,
      tagger.features[first].titleEnd < range.upperBound, !lexicon.given.contains(tokens[first].key)
    {
      range = tagger.features[first].titleEnd..<range.upperBound
    }
    guard let first = range.first, let last = range.last,
      !range.allSatisfy({ lexicon.notNames.contains(tokens[$0].key) && tokens[$0].shape != .upper })
    else { return nil }
    var mention = mention
    mention.tokens = range
    let (start, end) = (tokens[first].span.start, tokens[last].span.end)
    mention.span = TextSpan(max(mention.span.start, start), min(mention.span.end, end))
    // An address is no name.
    guard !mention.span.isEmpty, !tagger.text.bytes[mention.span.range].contains(UInt8(ascii: "@")) else { return nil }
    return mention
  }

  /// The candidates with the model's evidence, in text order, none overlapping another.
  func joined(with candidates: [NameTagger.Candidate]) -> [NameTagger.Candidate] {
    var joined: [NameTagger.Candidate] = []
    var used = [Bool](repeating: false, count: mentions.count)
    let places = RangeIndex(mentions.map(\.tokens))
    for candidate in candidates where !candidate.tokens.isEmpty {
      let touching = places.overlapping(candidate.tokens)
      guard let index = touching.max(by: { mentions[$0].tokens.count < mentions[$1].tokens.count }) else {
        if standsAlone(candidate) { joined.append(candidate) }
        continue
      }
      for index in touching { used[index] = true }
      joined.append(agreed(candidate, mentions[index], isOnly: touching.count == 1))
    }
    for (index, mention) in mentions.enumerated() where !used[index] {
      joined.append(
        .init(tokens: mention.tokens, scores: scores(of: mention), rule: "model", part: part(mention)))
    }
    return Self.apart(joined)
  }

  /// True for a candidate that needs no word of the model's.
  private func standsAlone(_ candidate: NameTagger.Candidate) -> Bool {
    if candidate.isDoubtful { return true }
    if isKnownSurname(candidate.tokens) { return true }
    guard Self.strong.contains(candidate.rule) else { return candidate.best.score >= tagger.lexicon.enoughWithoutModel }
    let lexicon = tagger.lexicon
    if candidate.tokens.count == 1 {
      // WHO and Nice are words as well.
      let key = tagger.tokens[candidate.tokens.lowerBound].key
      return !lexicon.common.contains(key) && !lexicon.notNames.contains(key)
    }
    // Words with capitals round a noun of bodies are headings and offers as well as names.
    guard candidate.rule == "body noun", !lexicon.bodyJoins.isEmpty else { return true }
    return candidate.best.score >= 4 && candidate.tokens.count <= 6
      && !tagger.features[candidate.tokens.lowerBound].startsSentence
  }

  /// A candidate with what the model says of it.
  private func agreed(
    _ candidate: NameTagger.Candidate, _ mention: Mention, isOnly: Bool
  ) -> NameTagger.Candidate {
    var candidate = candidate
    let type = Self.index(mention.type)
    let isSure = Self.strong.contains(candidate.rule) && !candidate.isDoubtful
    guard !isSure || candidate.tokens.count < mention.tokens.count && isOnly else { return candidate }
    if isSure, candidate.best.type != mention.type, isWhole(mention, with: candidate) {
      return .init(tokens: mention.tokens, scores: scores(of: mention), rule: "model", part: part(mention))
    }
    if !isSure {
      candidate.scores[type] += tagger.lexicon.modelWeight
      if isKnownSurname(mention.tokens) { candidate.scores[0] += Self.surname }
    }
    if !isSure || candidate.best.type == mention.type {
      candidate.tokens = mention.tokens
      candidate.part = part(mention)
      candidate.rule += " and model"
    }
    candidate.isDoubtful = false
    return candidate
  }

  /// True when a known place is but a word of a longer name: Environment Canada. Only where every word of a name has a capital,
  /// since elsewhere what stands beside the place may be any word.
  private func isWhole(_ mention: Mention, with candidate: NameTagger.Candidate) -> Bool {
    guard candidate.rule == "table", candidate.best.type == .location, mention.type != .location,
      !tagger.lexicon.bodyJoins.isEmpty
    else { return false }
    return mention.tokens.allSatisfy { i in
      let token = tagger.tokens[i]
      return tagger.features[i].isCapital || tagger.lexicon.bodyJoins.contains(token.key) || token.key == "&"
        || tagger.lexicon.articles.contains(token.key)
    }
  }

  /// What speaks for the types of a name that the model alone has found: its word, and the nouns in the name.
  private func scores(of mention: Mention) -> [Double] {
    var scores = [0.0, 0, 0]
    scores[Self.index(mention.type)] = tagger.lexicon.modelWeight
    let (tokens, lexicon) = (tagger.tokens, tagger.lexicon)
    if isKnownSurname(mention.tokens) { scores[0] += Self.surname }
    guard mention.tokens.count > 1, let last = mention.tokens.last, !lexicon.bodyJoins.isEmpty else { return scores }
    if lexicon.placeHeads.contains(tokens[last].key) {
      scores[Self.index(.location)] += tagger.lexicon.modelWeight + 0.5
    }
    if lexicon.bodyHeads.contains(tokens[last].key), !lexicon.weakBodyHeads.contains(tokens[last].key),
      mention.type == .person
    {
      scores[Self.index(.organization)] += tagger.lexicon.modelWeight + 0.5
    }
    return scores
  }

  /// True for a surname alone of someone whom the tables know: Maduro.
  private func isKnownSurname(_ range: Range<Int>) -> Bool {
    guard range.count == 1 else { return false }
    let i = range.lowerBound
    return tagger.features[i].isCapital && tagger.gazetteer.surnames.contains(tagger.tokens[i].key)
      && !tagger.lexicon.isCommon(tagger.tokens[i].key)
      && tagger.gazetteer.match(tagger.tokens, at: i, end: i + 1) == nil
  }

  private static func index(_ type: EntityType) -> Int { EntityType.allCases.firstIndex(of: type) ?? 0 }

  /// The part of its only token that a name is: a model may mean the first word of a compound such as U.S.-led.
  private func part(_ mention: Mention) -> TextSpan? {
    guard mention.tokens.count == 1, mention.span != tagger.tokens[mention.tokens.lowerBound].span else { return nil }
    return mention.span
  }

  /// Of two that overlap, the one with more for it.
  private static func apart(_ candidates: [NameTagger.Candidate]) -> [NameTagger.Candidate] {
    var kept: [NameTagger.Candidate] = []
    for candidate in candidates.sorted(by: {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }) {
      guard let last = kept.last, last.tokens.overlaps(candidate.tokens) else {
        kept.append(candidate)
        continue
      }
      if candidate.best.score > last.best.score { kept[kept.count - 1] = candidate }
    }
    return kept
  }
}
