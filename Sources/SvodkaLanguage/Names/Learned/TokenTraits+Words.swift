import SvodkaKit

extension TokenTraits {
  /// What the words themselves, the lexicons and the model say.
  mutating func tell(_ tagger: NameTagger, _ asked: [Bool]) {
    for sentence in tagger.sentences {
      guard sentence.tokens.contains(where: { asked[$0] }) else { continue }
      let setting = setting(of: sentence, tagger)
      for i in sentence.tokens where asked[i] {
        set(.word, i, tagger.tokens[i].key)
        set(.suffix, i, String(tagger.tokens[i].key.unicodeScalars.suffix(3)))
        set(.shape, i, Self.shape(tagger.tokens[i]))
        set(.start, i, tagger.features[i].startsSentence ? "start" + setting : setting)
        set(.lexicon, i, Self.wordClass(i, tagger))
        set(.ending, i, Self.ending(tagger.tokens[i], tagger.lexicon))
        tellModel(i)
      }
      tellKnown(sentence, tagger, asked)
    }
  }

  private func setting(of sentence: Sentence, _ tagger: NameTagger) -> String {
    if tagger.isHeadline(sentence) { return "capitals" }
    var (words, capitals) = (0, 0)
    for i in sentence.tokens where tagger.tokens[i].kind == .word && tagger.tokens[i].key.utf8.count > 3 {
      words += 1
      if tagger.tokens[i].shape != .lower { capitals += 1 }
    }
    return words > 2 && capitals * 10 > words * 7 ? "titles" : sentence.tokens.count < 5 ? "short" : ""
  }

  private static func shape(_ token: Token) -> String {
    switch token.kind {
    case .mark: return token.spaceBefore ? " mark" : "mark"
    case .number: return "number"
    case .mixed: return "letters and digits"
    case .word: break
    }
    let length = token.key.unicodeScalars.count
    switch token.shape {
    case .none: return "none"
    case .lower: return "lower"
    case .title: return length == 1 ? "letter" : token.key.utf8.contains(0x2D) ? "Title-" : "Title"
    case .upper: return length < 6 ? "UP" : "UPPER"
    case .mixed: return "miXed"
    }
  }

  private static func wordClass(_ i: Int, _ tagger: NameTagger) -> String {
    let (lexicon, key, feature) = (tagger.lexicon, tagger.tokens[i].key, tagger.features[i])
    if lexicon.articles.contains(key) { return "article" }
    if lexicon.given.contains(key) { return "given" }
    if tagger.gazetteer.surnames.contains(key) { return "surname" }
    if feature.endsTitle { return "title" }
    if lexicon.weakBodyHeads.contains(key) { return "weak body" }
    if lexicon.bodyHeads.contains(key) { return "body" }
    if lexicon.bodyAbbreviations.contains(key) { return "body abbreviated" }
    if lexicon.placeHeads.contains(key) { return "place noun" }
    if feature.isPlaceWord { return "place word" }
    if feature.isSpeech { return "speech" }
    if feature.isQuotedBody { return "quoted body" }
    if feature.isQuotedPlace { return "quoted place" }
    if feature.isQuotedOther { return "quoted other" }
    if lexicon.pressHeads.contains(key) { return "press" }
    if lexicon.placeOpenings.contains(key) { return "place opening" }
    if lexicon.placePrepositions.contains(key) { return "in" }
    if lexicon.weakPlacePrepositions.contains(key) { return "from" }
    if lexicon.personParticles.contains(key) { return "particle" }
    if lexicon.personFollowers.contains(key) { return "follower" }
    if lexicon.notNames.contains(key) { return "no name" }
    if lexicon.common.contains(key) { return "common" }
    return feature.titleEnd > i ? "opens title" : ""
  }

  private static func ending(_ token: Token, _ lexicon: NameLexicon) -> String {
    guard token.kind == .word else { return "" }
    if lexicon.ends(token.key, in: lexicon.patronymicEndings) { return "patronymic" }
    if lexicon.ends(token.key, in: lexicon.surnameEndings) { return "surname" }
    if lexicon.ends(token.key, in: lexicon.demonymEndings) { return "demonym" }
    if lexicon.ends(token.key, in: lexicon.placeEndings) { return "place" }
    if lexicon.ends(token.key, in: lexicon.weakSurnameEndings) { return "weak surname" }
    return lexicon.ends(token.key, in: lexicon.commonEndings) ? "common" : ""
  }

  private mutating func tellModel(_ i: Int) {
    set(.model, i, readings.tags[i])
    let names = EntityType.allCases.map(\.rawValue) + ["other"]
    let order = readings[i].prefix(ModelReadings.leanings).enumerated().sorted { $0.element > $1.element }
    guard order.count > 1 else { return }
    set(.lean, i, names[order[0].offset] + Self.step(order[0].element))
    set(.second, i, names[order[1].offset] + Self.step(order[0].element - order[1].element))
  }

  /// Log-odds in whole steps to three, and two larger ones.
  private static func step(_ value: Float) -> String {
    switch abs(value) {
    case ..<3: String(Int(value.rounded()))
    case ..<5: value < 0 ? "-4" : "4"
    default: value < 0 ? "-6" : "6"
    }
  }

  private mutating func tellKnown(_ sentence: Sentence, _ tagger: NameTagger, _ asked: [Bool]) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      guard asked[i], let match = tagger.gazetteer.match(tagger.tokens, at: i, end: sentence.tokens.upperBound) else {
        i += 1
        continue
      }
      let types = Set(match.names.map(\.type)).sorted().map(\.rawValue).joined(separator: "|")
      for k in 0..<match.count { set(.known, i + k, (k == 0 ? "B-" : "I-") + types) }
      i += match.count
    }
  }
}
