import SvodkaKit
import SvodkaLanguage

/// Which sentences of a document can say anything about the target, told from the target's own words and the places alone.
///
/// Most texts name no talks, and few sentences of the others do: clauses are divided and holders looked for only there.
struct StanceScope {
  /// The sentences, datelines passed over.
  let sentences: [Sentence]
  /// What each sentence is about.
  let matter: StanceWords.Matter
  /// The target lexicon's words in each sentence, longest first at each place.
  let matches: [[WordTable<TargetLexicon.Kind>.Match]]
  /// The numbers of the sentences to read, in text order; none where nothing can be said.
  let reading: [Int]

  /// So far behind a target a pronoun may still mean it.
  static let reach = 3
  /// So many sentences before a target are read for those whom a pronoun in its sentence may mean.
  static let memory = 5

  init(tokens: [Token], sentences all: [Sentence], mentions: [Mention], target: TargetLexicon) {
    let places = Places(mentions)
    let sentences = all.map { sentence in
      var sentence = sentence
      sentence.tokens = Dateline.skipping(in: sentence.tokens, of: tokens) { places.mention(at: $0) }
      return sentence
    }
    var matter = StanceWords.Matter()
    matter.isKnown = target.tellsMatter
    var matches: [[WordTable<TargetLexicon.Kind>.Match]] = []
    matches.reserveCapacity(sentences.count)
    for sentence in sentences {
      let here = target.words.all(in: tokens, within: sentence.tokens)
      matter.conflict.append(
        here.contains { match in
          if match.value == .context || match.value == .strong { return true }
          // "an invitation to Cairo": where it leads says what it is.
          let next = match.tokens.upperBound
          return (match.value == .weak || match.value == .slight) && next + 1 < sentence.tokens.upperBound
            && places.mention(at: next + 1)?.type == .location && target.leads(next, in: tokens)
        })
      matter.politics.append(here.contains { $0.value == .politics })
      matter.words.append(
        Set(here.lazy.filter { $0.value == .context || $0.value == .strong }.map(\.tokens.lowerBound)).count)
      matches.append(here)
    }
    self.sentences = sentences
    self.matches = matches
    self.matter = matter
    let named = sentences.indices.filter { number in
      Self.mayName(number, sentences[number].tokens, matches[number], matter, places, tokens, target)
    }
    var reading: [Int] = []
    for number in named {
      let first = max(reading.last.map { $0 + 1 } ?? 0, number - Self.memory)
      let end = min(sentences.count, number + Self.reach + 1)
      if first < end { reading += first..<end }
    }
    self.reading = reading
  }

  /// True when something in the sentence may turn out to be the target.
  private static func mayName(
    _ number: Int, _ range: Range<Int>, _ matches: [WordTable<TargetLexicon.Kind>.Match],
    _ matter: StanceWords.Matter, _ places: Places, _ tokens: [Token], _ target: TargetLexicon
  ) -> Bool {
    if matches.contains(where: { $0.value == .strong }) { return true }
    if matter.isElsewhere(number) { return false }
    let isConflict = matter.isConflict(near: number, within: 4) || matter.isPolitics(near: number, within: 1)
    let isWord = matches.contains { $0.value == .weak || $0.value == .slight || $0.value == .verb }
    if isWord, isConflict { return true }
    let here = places.locations(in: range)
    guard !here.isEmpty else { return false }
    return isWord || isConflict
      || here.contains { $0 == range.lowerBound || !target.leads($0 - 1, in: tokens) } && here.count > 1
  }

  /// The names of a document by place.
  private struct Places {
    private let mentions: [Mention]

    init(_ mentions: [Mention]) {
      self.mentions = mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    func mention(at i: Int) -> Mention? {
      let next = mentions.firstPlace { $0.tokens.lowerBound > i }
      return next > 0 && mentions[next - 1].tokens.contains(i) ? mentions[next - 1] : nil
    }

    /// Where places are named.
    func locations(in range: Range<Int>) -> [Int] {
      let start = mentions.firstPlace { $0.tokens.lowerBound >= range.lowerBound }
      return mentions[start...].prefix { $0.tokens.lowerBound < range.upperBound }
        .compactMap { $0.type == .location ? $0.tokens.lowerBound : nil }
    }
  }
}
