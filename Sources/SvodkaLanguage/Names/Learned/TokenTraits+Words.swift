import SvodkaKit

extension TokenTraits {
  /// What the words themselves, the lexicons and the model say.
  mutating func tell(_ tagger: NameTagger, _ asked: [Bool]) {
    for sentence in tagger.sentences {
      guard sentence.tokens.contains(where: { asked[$0] }) else { continue }
      let setting = setting(of: sentence, tagger)
      for i in sentence.tokens where asked[i] {
        tellWord(i, tagger)
        set(.shape, i, Self.shape(tagger.tokens[i]))
        set(.start, i, tagger.features[i].startsSentence ? "start" + setting : setting)
        tellModel(i)
      }
      tellKnown(sentence, tagger, asked)
      tellRuns(sentence, tagger, asked)
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
    switch token.shape {
    case .none: return "none"
    case .lower: return "lower"
    case .title:
      return token.key.unicodeScalars.count == 1 ? "letter" : token.key.utf8.contains(0x2D) ? "Title-" : "Title"
    case .upper: return token.key.unicodeScalars.count < 6 ? "UP" : "UPPER"
    case .mixed: return "miXed"
    }
  }

  /// The word, and what its letters and the lexicons say of it.
  private mutating func tellWord(_ i: Int, _ tagger: NameTagger) {
    var key = tagger.tokens[i].key
    let isWord = tagger.tokens[i].kind == .word
    guard !key.isEmpty else { return }
    let (hash, endings) = key.withUTF8 { bytes in
      let hash = StableHash.fnv1a(bytes)
      tellLetters(.suffix, i, bytes, Self.last(3, of: bytes)..<bytes.count)
      tellLetters(.ultimate, i, bytes, Self.last(2, of: bytes)..<bytes.count)
      tellLetters(.prefix, i, bytes, 0..<Self.first(4, of: bytes))
      return (hash, isWord ? tagger.lexicon.classes.endings(bytes) : [])
    }
    set(.word, i, TokenTrait.number(hash), key)
    set(.lexicon, i, Self.wordClass(i, hash, tagger))
    set(.familiar, i, tagger.lexicon.familiar.lists(hash))
    set(.ending, i, Self.ending(endings))
  }

  private mutating func tellLetters(
    _ trait: TokenTrait, _ i: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    set(
      trait, i, TokenTrait.number(StableHash.fnv1a(bytes[range])), String(decoding: bytes[range], as: UTF8.self))
  }

  /// Where the last letters of a word begin.
  private static func last(_ count: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (start, letters) = (bytes.count, 0)
    while start > 0, letters < count {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { letters += 1 }
    }
    return start
  }

  /// Where the first letters of a word end.
  private static func first(_ count: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (end, letters) = (0, 0)
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if letters == count { break }
        letters += 1
      }
      end += 1
    }
    return end
  }

  private static func wordClass(_ i: Int, _ hash: UInt64, _ tagger: NameTagger) -> String {
    let (lists, feature) = (tagger.lexicon.classes.lists(hash), tagger.features[i])
    if lists.contains(.article) { return "article" }
    if lists.contains(.given) { return "given" }
    if tagger.gazetteer.isSurname(hash) { return "surname" }
    if feature.endsTitle { return "title" }
    if lists.contains(.weakBody) { return "weak body" }
    if lists.contains(.body) { return "body" }
    if lists.contains(.bodyAbbreviation) { return "body abbreviated" }
    if lists.contains(.place) { return "place noun" }
    if feature.isPlaceWord || feature.endsPlacePhrase { return "place word" }
    if feature.isSpeech { return "speech" }
    if feature.isQuotedBody { return "quoted body" }
    if feature.isQuotedPlace { return "quoted place" }
    if feature.isQuotedOther { return "quoted other" }
    if lists.contains(.press) { return "press" }
    if lists.contains(.placeOpening) { return "place opening" }
    if lists.contains(.placePreposition) { return "in" }
    if lists.contains(.weakPlacePreposition) { return "from" }
    if lists.contains(.particle) { return "particle" }
    if lists.contains(.follower) { return "follower" }
    if lists.contains(.notName) { return "no name" }
    if lists.contains(.common) { return "common" }
    return feature.titleEnd > i ? "opens title" : ""
  }

  private static func ending(_ endings: WordClasses.Endings) -> String {
    if endings.isEmpty { return "" }
    if endings.contains(.patronymic) { return "patronymic" }
    if endings.contains(.surname) { return "surname" }
    if endings.contains(.demonym) { return "demonym" }
    if endings.contains(.place) { return "place" }
    return endings.contains(.weakSurname) ? "weak surname" : "common"
  }

  private static let leanings = EntityType.allCases.map(\.rawValue) + ["other"]

  private mutating func tellModel(_ i: Int) {
    set(.model, i, readings.tags[i])
    let values = readings[i].prefix(ModelReadings.leanings)
    guard values.count > 1 else { return }
    // The greatest and the next; of equals the first.
    var (best, next) = (values.startIndex, values.startIndex + 1)
    if values[next] > values[best] { (best, next) = (next, best) }
    for k in values.indices.dropFirst(2) {
      if values[k] > values[best] {
        (best, next) = (k, best)
      } else if values[k] > values[next] {
        next = k
      }
    }
    let start = values.startIndex
    set(.lean, i, Self.leanings[best - start] + Self.step(values[best]))
    set(.second, i, Self.leanings[next - start] + Self.step(values[best] - values[next]))
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
