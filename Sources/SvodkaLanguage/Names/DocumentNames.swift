import SvodkaKit

/// Settles the candidates of a document by one another: a surname shown once to be a person's is one elsewhere too,
/// and a word that is a name in mid-sentence is one at the beginning of a sentence.
struct DocumentNames {
  private let tagger: NameTagger
  private var candidates: [NameTagger.Candidate]
  /// What speaks for the types of a word, by each nominative that it may have.
  private var words: [String: [Double]] = [:]
  private var nominatives: [String: [String]] = [:]

  init(_ tagger: NameTagger, _ candidates: [NameTagger.Candidate]) {
    self.tagger = tagger
    self.candidates = candidates
  }

  /// The names, in text order.
  consuming func settled() -> [NameTagger.Candidate] {
    var names = self
    names.learn()
    names.trim()
    names.apply()
    names.findHeads()
    names.findInHeadlines()
    return names.found()
  }

  private mutating func forms(_ key: String) -> [String] {
    if let known = nominatives[key] { return known }
    let inflection = tagger.gazetteer.inflection
    var forms = inflection.nominatives(of: key, as: .person)
    for form in inflection.nominatives(of: key, as: .noun) where !forms.contains(form) { forms.append(form) }
    nominatives[key] = forms
    return forms
  }

  private mutating func learn() {
    for candidate in candidates where !candidate.isDoubtful {
      let best = candidate.best
      guard candidate.rule != "table" || best.type == .person && candidate.tokens.count > 1 else { continue }
      if best.type == .person, best.score >= 1.5 {
        for i in candidate.tokens where tagger.features[i].isCapital && tagger.tokens[i].key.utf8.count > 2 {
          for form in forms(tagger.tokens[i].key) { words[form, default: [0, 0, 0]][0] += best.score }
        }
      } else if candidate.tokens.count == 1 {
        let key = tagger.tokens[candidate.tokens.lowerBound].key
        for form in forms(key) {
          for type in 0..<3 { words[form, default: [0, 0, 0]][type] += candidate.scores[type] }
        }
      }
    }
  }

  private mutating func apply() {
    for index in candidates.indices where candidates[index].tokens.count == 1 && candidates[index].rule != "table" {
      let key = tagger.tokens[candidates[index].tokens.lowerBound].key
      var pooled: [Double]?
      for form in forms(key) {
        if let scores = words[form], (scores.max() ?? 0) > (pooled?.max() ?? 0) { pooled = scores }
      }
      guard let pooled else { continue }
      if candidates[index].isDoubtful {
        candidates[index].isDoubtful = false
        candidates[index].rule = "document"
      }
      candidates[index].scores = NameTagger.sum(candidates[index].scores, pooled)
    }
  }

  /// «Даты Фидан не назвал»: where the last word is a person's elsewhere, a first word that only begins the sentence goes.
  private mutating func trim() {
    var people = personsByForm()
    for index in candidates.indices where candidates[index].tokens.count == 2 && candidates[index].best.type == .person
    {
      let first = candidates[index].tokens.lowerBound
      guard tagger.features[first].startsSentence, candidates[index].rule != "table",
        !tagger.lexicon.given.contains(tagger.tokens[first].key)
      else { continue }
      let opening = tagger.tokens[first].key
      let isElsewhere = forms(tagger.tokens[first + 1].key).contains { form in
        people[form]?.contains { !$0.key.contains(opening) } ?? false
      }
      guard isElsewhere else { continue }
      count(candidates[index], by: -1, in: &people)
      candidates[index].tokens = (first + 1)..<(first + 2)
      count(candidates[index], by: 1, in: &people)
    }
  }

  /// The persons that have a form among their words, by those words, with how often each stands in the document.
  private mutating func personsByForm() -> [String: [[String]: Int]] {
    var people: [String: [[String]: Int]] = [:]
    for candidate in candidates { count(candidate, by: 1, in: &people) }
    return people
  }

  private mutating func count(
    _ candidate: NameTagger.Candidate, by step: Int, in people: inout [String: [[String]: Int]]
  ) {
    guard candidate.best.type == .person, !candidate.isDoubtful else { return }
    let keys = candidate.tokens.map { tagger.tokens[$0].key }
    for form in Set(keys.flatMap { forms($0) }) {
      let left = people[form, default: [:]][keys, default: 0] + step
      people[form, default: [:]][keys] = left > 0 ? left : nil
    }
  }

  /// A body's noun alone, with a capital in mid-sentence: «в Центре», after the body was named in full.
  private mutating func findHeads() {
    var heads: Set<String> = []
    for candidate in candidates where candidate.best.type == .organization && candidate.tokens.count > 1 {
      for i in candidate.tokens where tagger.lexicon.bodyHeads.contains(tagger.tokens[i].key) {
        heads.formUnion(forms(tagger.tokens[i].key))
      }
    }
    for index in candidates.indices where candidates[index].tokens.count == 1 && candidates[index].rule != "table" {
      let i = candidates[index].tokens.lowerBound
      guard tagger.lexicon.bodyHeads.contains(tagger.tokens[i].key), tagger.tokens[i].shape == .title else { continue }
      if heads.isDisjoint(with: forms(tagger.tokens[i].key)) || tagger.features[i].startsSentence {
        candidates[index].isDoubtful = true
      } else {
        candidates[index].scores = [0, 0, 2]
        candidates[index].rule = "body noun again"
      }
    }
  }

  /// In a headline of capitals, the words that are names in the rest of the document.
  private mutating func findInHeadlines() {
    var taken = IndexSet(candidates)
    var found: [NameTagger.Candidate] = []
    for sentence in tagger.sentences where tagger.isHeadline(sentence) {
      for i in sentence.tokens where tagger.tokens[i].shape == .upper && !taken.contains(i) {
        guard !tagger.lexicon.isCommon(tagger.tokens[i].key) else { continue }
        var pooled = [0.0, 0, 0]
        for form in forms(tagger.tokens[i].key) {
          if let scores = words[form], (scores.max() ?? 0) > (pooled.max() ?? 0) { pooled = scores }
        }
        guard (pooled.max() ?? 0) >= 1.5 else { continue }
        found.append(.init(tokens: i..<(i + 1), scores: pooled, rule: "headline"))
        taken.insert(i)
      }
    }
    guard !found.isEmpty else { return }
    candidates = (candidates + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The tokens that candidates cover.
  private struct IndexSet {
    private var taken: Set<Int> = []
    init(_ candidates: [NameTagger.Candidate]) { for candidate in candidates { taken.formUnion(candidate.tokens) } }
    func contains(_ i: Int) -> Bool { taken.contains(i) }
    mutating func insert(_ i: Int) { taken.insert(i) }
  }

  private func found() -> [NameTagger.Candidate] { candidates.filter { !$0.isDoubtful && !$0.tokens.isEmpty } }
}
