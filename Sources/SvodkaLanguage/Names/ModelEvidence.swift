import SvodkaKit

/// Joins what a model found with what rules and tables found: each corrects the other where it is known to be the better.
///
/// Tables know the world's places and bodies and the conventions of spans; a model knows what a name looks like in
/// running text. A rule that only goes by a capital letter needs the model's support, where there is a model.
struct ModelEvidence {
  /// Rules that look into tables or at quotation marks: they stand without the model, and their spans are kept.
  private static let strong: Set<String> = [
    "table", "abbreviated body", "quoted body", "quoted place", "newspaper", "initials", "body noun",
  ]
  /// What the model's word adds to a type, in the units of the rules' scores.
  private static let weight = 2.5

  /// What follows a name and is no part of it.
  private static let tails: Set<String> = ["'s", "'", ",", ":", ";", "-", "–", "—"]
  private static let quotes: Set<String> = ["\"", "“", "”", "„", "«", "»", "'"]

  private let mentions: [Mention]
  private let tokens: [Token]

  init(_ mentions: [Mention], of tokens: [Token], _ lexicon: NameLexicon) {
    self.tokens = tokens
    self.mentions = mentions.compactMap { Self.trimmed($0, tokens, lexicon.articles) }
  }

  /// A name without what models take into it and the house does not: articles, quotation marks, a possessive 's.
  private static func trimmed(_ mention: Mention, _ tokens: [Token], _ articles: Set<String>) -> Mention? {
    var range = mention.tokens
    while let last = range.last, tails.contains(tokens[last].key) { range = range.dropLast() }
    if range.count > 2, quotes.contains(tokens[range.lowerBound].key), quotes.contains(tokens[range.upperBound - 1].key)
    {
      range = range.dropFirst().dropLast()
    }
    while let first = range.first, articles.contains(tokens[first].key) { range = range.dropFirst() }
    guard let first = range.first, let last = range.last else { return nil }
    var mention = mention
    mention.tokens = range
    let (start, end) = (tokens[first].span.start, tokens[last].span.end)
    mention.span = TextSpan(max(mention.span.start, start), min(mention.span.end, end))
    return mention.span.isEmpty ? nil : mention
  }

  /// The candidates with the model's evidence, in text order, none overlapping another.
  func joined(with candidates: [NameTagger.Candidate]) -> [NameTagger.Candidate] {
    var joined: [NameTagger.Candidate] = []
    var used = [Bool](repeating: false, count: mentions.count)
    for var candidate in candidates where !candidate.tokens.isEmpty {
      let touching = mentions.indices.filter { mentions[$0].tokens.overlaps(candidate.tokens) }
      guard let index = touching.max(by: { mentions[$0].tokens.count < mentions[$1].tokens.count }) else {
        if Self.strong.contains(candidate.rule) || candidate.isDoubtful || candidate.best.score >= 4 {
          joined.append(candidate)
        }
        continue
      }
      let mention = mentions[index]
      for index in touching { used[index] = true }
      let type = EntityType.allCases.firstIndex(of: mention.type) ?? 0
      let isSure = Self.strong.contains(candidate.rule) && !candidate.isDoubtful
      if !isSure || candidate.tokens.count < mention.tokens.count && touching.count == 1 {
        if !isSure { candidate.scores[type] += Self.weight }
        if !isSure || candidate.best.type == mention.type {
          candidate.tokens = mention.tokens
          candidate.part = nil
          candidate.rule += " and model"
        }
        candidate.isDoubtful = false
      }
      joined.append(candidate)
    }
    for (index, mention) in mentions.enumerated() where !used[index] {
      var scores = [0.0, 0, 0]
      scores[EntityType.allCases.firstIndex(of: mention.type) ?? 0] = Self.weight
      var candidate = NameTagger.Candidate(tokens: mention.tokens, scores: scores, rule: "model")
      // Of a compound such as U.S.-led a model may mean a part.
      if let first = mention.tokens.first, mention.tokens.count == 1, mention.span != tokens[first].span {
        candidate.part = mention.span
      }
      joined.append(candidate)
    }
    return Self.apart(joined)
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
