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
    names.apply()
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
      guard candidate.rule != "table" else { continue }
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

  private func found() -> [NameTagger.Candidate] {
    candidates.filter {
      !$0.isDoubtful && !$0.tokens.isEmpty && $0.rule != "title" || $0.rule == "title" && !$0.tokens.isEmpty
    }
  }
}
