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

  private let mentions: [Mention]

  init(_ mentions: [Mention]) { self.mentions = mentions }

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
      joined.append(.init(tokens: mention.tokens, scores: scores, rule: "model"))
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
