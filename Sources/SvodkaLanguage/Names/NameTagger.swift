import SvodkaKit

/// Finds names in the sentences of one document: first where a sentence shows them, then by what the others have shown.
struct NameTagger {
  /// A stretch that is a name, with what speaks for each type.
  struct Candidate {
    var tokens: Range<Int>
    /// PER, LOC, ORG.
    var scores: [Double]
    var rule: String
    /// The part of its only token that is the name: `London` of `London-based`.
    var part: TextSpan?
    /// It would not be taken for a name but for what the rest of the document shows.
    var isDoubtful = false

    /// Words with capitals that are no name: the scan goes on behind them.
    static func skip(to end: Int) -> Candidate {
      Candidate(tokens: end..<end, scores: [0, 0, 0], rule: "")
    }

    var best: (type: EntityType, score: Double) {
      let index = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      return (EntityType.allCases[index], scores[index])
    }
  }

  /// What is known of a token.
  struct Features {
    var isCapital = false
    var startsSentence = false
    /// The end of a title that starts here.
    var titleEnd = 0
    var endsTitle = false
    var isPlaceWord = false
    /// The end of words that show a place: `strike on`.
    var endsPlacePhrase = false
    var isSpeech = false
    var isQuotedBody = false
    var isQuotedPlace = false
    var isQuotedOther = false
  }

  let text: DocumentText
  let tokens: [Token]
  let sentences: [Sentence]
  let lexicon: NameLexicon
  let gazetteer: Gazetteer
  var features: [Features]

  init(
    text: DocumentText, tokens: [Token], sentences: [Sentence], lexicon: NameLexicon, gazetteer: Gazetteer
  ) {
    (self.text, self.tokens, self.sentences) = (text, tokens, sentences)
    (self.lexicon, self.gazetteer) = (lexicon, gazetteer)
    features = [Features](repeating: Features(), count: tokens.count)
    for (i, token) in tokens.enumerated() where token.kind == .word {
      features[i].isCapital =
        (token.shape == .title || token.shape == .upper || token.shape == .mixed) && compoundStem(of: token) == nil
    }
    for sentence in sentences { markStart(sentence) }
    for sentence in sentences { markCues(sentence) }
  }

  /// The name before the hyphen of `London-based`.
  private func compoundStem(of token: Token) -> Token? {
    guard let hyphen = token.key.utf8.lastIndex(of: 0x2D),
      lexicon.compoundEndings.contains(String(token.key[token.key.index(after: hyphen)...]))
    else { return nil }
    var stem = token
    stem.key = String(token.key[..<hyphen])
    // The keys of compounds in Latin letters are as long as their words.
    stem.span = TextSpan(token.span.start, token.span.start + stem.key.utf8.count)
    stem.shape = TokenKey.make(text.bytes[stem.span.range]).shape
    return stem
  }

  /// True for `London-based`: an adjective, whatever stands before its hyphen.
  func isCompound(_ i: Int) -> Bool { tokens[i].kind == .word && compoundStem(of: tokens[i]) != nil }

  private mutating func markStart(_ sentence: Sentence) {
    for i in sentence.tokens {
      let isStart =
        i == sentence.tokens.lowerBound
        || (tokens[i - 1].kind == .mark && (features[i - 1].startsSentence || opensSpeech(i - 1)))
      if isStart { features[i].startsSentence = true }
      if tokens[i].kind == .word && i > sentence.tokens.lowerBound && !isStart { continue }
    }
  }

  /// A colon, or quotation marks after one: what follows begins like a sentence.
  private func opensSpeech(_ i: Int) -> Bool {
    let key = tokens[i].key
    return key == ":" || key == "—" || key == "•" || key == "\"" && i > 0 && [",", ":"].contains(tokens[i - 1].key)
  }

  private mutating func markCues(_ sentence: Sentence) {
    for match in lexicon.cues.matches(in: tokens, within: sentence.tokens) {
      guard let cue = lexicon.cue(of: match) else { continue }
      let last = match.tokens.upperBound - 1
      switch cue {
      case .title:
        let first = match.tokens.lowerBound
        features[first].titleEnd = max(features[first].titleEnd, match.tokens.upperBound)
        features[last].endsTitle = true
      case .placeWord: features[last].isPlaceWord = true
      case .placePhrase: features[last].endsPlacePhrase = true
      case .speech: features[last].isSpeech = true
      case .quotedBody: features[last].isQuotedBody = true
      case .quotedPlace: features[last].isQuotedPlace = true
      case .quotedOther: features[last].isQuotedOther = true
      }
    }
  }

  /// The names of the document, in text order; `model` is what a model found, where there is one.
  func mentions(model: [Mention]? = nil) -> [Mention] { mentions(candidates(model: model).fused) }

  /// The same, decided by what was learned on the readings of that model.
  func mentions(
    model: [Mention], readings: ModelReadings, weights: MentionWeights
  ) -> [Mention] {
    let (rules, fused) = candidates(model: model)
    let traits = TokenTraits(self, rules: rules, fused: fused, readings: readings, keepsTexts: false)
    return mentions(LearnedMentions(weights, traits, self, fused: fused).candidates())
  }

  /// What the rules find by themselves, and what they and the model settle on.
  func candidates(model: [Mention]?) -> (rules: [Candidate], fused: [Candidate]) {
    let rules = sentences.flatMap { scan($0.tokens, isHeadline: isHeadline($0)) }
    let joined = model.map { ModelEvidence($0, for: self).joined(with: rules) } ?? rules
    return (rules, DocumentNames(self, joined).settled())
  }

  private func mentions(_ candidates: [Candidate]) -> [Mention] {
    candidates.map { candidate in
      let best = candidate.best
      let first = tokens[candidate.tokens.lowerBound].span
      let last = tokens[candidate.tokens.upperBound - 1].span
      return Mention(
        span: candidate.part ?? first.union(last), tokens: candidate.tokens, type: best.type,
        confidence: min(0.99, best.score / (best.score + 1)), rule: candidate.rule)
    }
  }

  /// Most words begin with a capital, so that capitals say nothing.
  func isHeadline(_ sentence: Sentence) -> Bool {
    var words = 0
    var upper = 0
    for i in sentence.tokens where tokens[i].kind == .word && tokens[i].key.utf8.count > 1 {
      words += 1
      if tokens[i].shape == .upper { upper += 1 }
    }
    return words >= 3 && upper * 10 >= words * 7
  }

  // MARK: - One sentence

  private func scan(_ range: Range<Int>, isHeadline: Bool) -> [Candidate] {
    var found: [Candidate] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard let candidate = candidate(at: i, end: range.upperBound, isHeadline: isHeadline) else {
        i += 1
        continue
      }
      if candidate.tokens.lowerBound >= i, !candidate.tokens.isEmpty { found.append(candidate) }
      i = max(candidate.tokens.upperBound, i + 1)
    }
    return found
  }

  private func candidate(at i: Int, end: Int, isHeadline: Bool) -> Candidate? {
    let token = tokens[i]
    if token.kind == .mark || token.kind == .number {
      return isHeadline ? nil : quoted(at: i, end: end)
    }
    if let stem = compoundStem(of: token) {
      guard let match = gazetteer.match([stem], at: 0, end: 1), let name = match.names.first else { return nil }
      var scores = [0.0, 0, 0]
      scores[Self.index(name.type)] = 4
      return Candidate(tokens: i..<(i + 1), scores: scores, rule: "table", part: stem.span)
    }
    let known = gazetteer.match(tokens, at: i, end: end, anyCase: isHeadline)
    if isHeadline { return known.map { self.known($0, at: i) } }
    let body = body(at: i, end: end)
    let person = person(at: i, end: end)
    if let known, known.count >= max(body?.tokens.count ?? 0, person?.tokens.count ?? 0) {
      return extended(self.known(known, at: i), end: end)
    }
    if let body, body.tokens.count >= person?.tokens.count ?? 0 { return body }
    if let person { return person }
    if let known { return extended(self.known(known, at: i), end: end) }
    guard features[i].isCapital else { return nil }
    if features[i].titleEnd > i, features[i].titleEnd < end {
      return .skip(to: features[i].titleEnd)
    }
    return unknown(at: i, end: end)
  }

  /// A name of the tables; of two that are written alike, what stands round it decides.
  private func known(_ match: Gazetteer.Match, at i: Int) -> Candidate {
    var scores = [0.0, 0, 0]
    for name in match.names { scores[Self.index(name.type)] = 4 }
    if match.names.count > 1 || match.names.contains(where: { $0.type == .person }) {
      scores = Self.sum(scores, context(i..<(i + match.count)))
    }
    var candidate = Candidate(tokens: i..<(i + match.count), scores: scores, rule: "table")
    // Nice, Split: at the beginning of a sentence more likely the common word.
    candidate.isDoubtful =
      match.count == 1 && features[i].startsSentence && tokens[i].shape == .title
      && (lexicon.common.contains(tokens[i].key) || lexicon.notNames.contains(tokens[i].key))
    return candidate
  }

  static func index(_ type: EntityType) -> Int { EntityType.allCases.firstIndex(of: type) ?? 0 }
  static func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }

  /// A place of the tables with the noun that belongs to its name: `Rakhine State`.
  private func extended(_ candidate: Candidate, end: Int) -> Candidate {
    var candidate = candidate
    let next = candidate.tokens.upperBound
    guard next < end, features[next].isCapital, tokens[next].shape == .title,
      candidate.best.type == .location, lexicon.placeHeads.contains(tokens[next].key)
    else { return candidate }
    candidate.tokens = candidate.tokens.lowerBound..<(next + 1)
    return candidate
  }

  /// A name in quotation marks: «Грузинская мечта».
  private func quoted(at i: Int, end: Int) -> Candidate? {
    guard ["«", "„", "“", "\""].contains(tokens[i].key), i + 1 < end, features[i + 1].isCapital || isForeign(i + 1)
    else { return nil }
    let closing = tokens[i].key == "«" ? "»" : tokens[i].key == "\"" ? "\"" : "”"
    var close = i + 1
    while close < end, tokens[close].key != closing, !(closing == "”" && tokens[close].key == "“") {
      if tokens[close].kind == .mark, ![".", "-", "–", "&", "'"].contains(tokens[close].key) { return nil }
      close += 1
      if close - i > 7 { return nil }
    }
    guard close < end, close > i + 1, tokens[close - 1].kind != .mark, closing != "\"" else { return nil }
    let inside = (i + 1)..<close
    if let known = gazetteer.match(tokens, at: i + 1, end: close), known.count == inside.count {
      var candidate = self.known(known, at: i + 1)
      if candidate.best.type == .location || candidate.best.type == .person {
        candidate.scores[2] += i > 0 && features[i - 1].isQuotedBody ? 5 : 0
      }
      return candidate
    }
    if i > 0 {
      if features[i - 1].isQuotedOther { return nil }
      if features[i - 1].isQuotedPlace {
        return Candidate(tokens: inside, scores: [0, 3, 0], rule: "quoted place")
      }
      if features[i - 1].isQuotedBody || features[i - 1].endsTitle {
        return Candidate(tokens: inside, scores: [0, 0, 4], rule: "quoted body")
      }
      if [":", ","].contains(tokens[i - 1].key) { return nil }
    }
    if Quotation.isSpoken(i..<(close + 1), tokens) { return nil }
    guard inside.count <= 4, !inside.contains(where: { features[$0].isSpeech && !features[$0].isCapital }) else {
      return nil
    }
    if inside.count == 1, lexicon.notNames.contains(tokens[i + 1].key) { return nil }
    return Candidate(tokens: inside, scores: [0, 0, 2], rule: "quoted")
  }

  private func isForeign(_ i: Int) -> Bool { tokens[i].kind == .mixed }
}
