import SvodkaKit

extension NameTagger {
  /// A run of words with capitals that no table knows.
  func unknown(at i: Int, end: Int) -> Candidate? {
    var start = i
    if lexicon.notNames.contains(tokens[start].key) || isCommonUpper(start) { return nil }
    if let place = adjectivePlace(start, end) { return place }
    if lexicon.ends(tokens[start].key, in: lexicon.demonymEndings, stem: 6),
      !(start + 1 < end && features[start + 1].isCapital)
    {
      // An adjective from a name; where it does not begin the sentence it may be a name itself.
      if features[start].startsSentence { return nil }
    }
    var stop = start + 1
    let isUpper = tokens[start].shape == .upper
    while stop < end, features[stop].isCapital, tokens[stop].spaceBefore, stop - start < 5 {
      if lexicon.notNames.contains(tokens[stop].key), !lexicon.placeHeads.contains(tokens[stop].key) { break }
      if isUpper != (tokens[stop].shape == .upper) { break }
      if lexicon.given.contains(tokens[stop].key), stop + 1 < end, features[stop + 1].isCapital,
        !lexicon.given.contains(tokens[start].key)
      {
        break
      }
      if gazetteer.match(tokens, at: stop, end: end) != nil && !lexicon.given.contains(tokens[stop].key) { break }
      if lexicon.bodyHeads.contains(tokens[stop].key), !lexicon.bodyTail.isEmpty { break }
      stop += 1
    }
    while start < stop, lexicon.notNames.contains(tokens[start].key) && !isUpper { start += 1 }
    guard start < stop else { return nil }
    if features[start].startsSentence, stop - start > 1, lexicon.isCommon(tokens[start].key),
      !lexicon.given.contains(tokens[start].key)
    {
      // «Беспокойство Кишинёва»: the first capital is the sentence's.
      return .skip(to: start + 1)
    }
    let range = start..<stop
    if !isUpper, isCommonRun(range) {
      return .skip(to: range.upperBound)
    }
    var candidate = Candidate(tokens: range, scores: [0, 0, 0], rule: "context")
    let last = tokens[stop - 1].key
    if lexicon.placeHeads.contains(last), range.count > 1 {
      candidate.scores = [0, 4, 0]
      candidate.rule = "place noun"
      return candidate
    }
    if start > 0, features[start - 1].endsPlacePhrase, !lexicon.given.contains(tokens[start].key), !isUpper {
      candidate.scores = [0, 4, 0]
      candidate.rule = "place phrase"
      return candidate
    }
    if range.count > 1, lexicon.placeOpenings.contains(tokens[start].key) {
      candidate.scores[1] += 2.5
    }
    candidate.scores = Self.sum(candidate.scores, context(range))
    candidate.scores = Self.sum(candidate.scores, form(range))
    if range.count == 1, features[start].startsSentence {
      // The capital says nothing here; only what stands round it, or the document, can.
      let isShown =
        nextIsSpeech(range) && (!lexicon.isCommon(last) || lexicon.given.contains(last))
        || tokens[start].shape == .upper
      candidate.isDoubtful = !isShown
    }
    if range.count == 1, isAdjective(before: stop, end) { candidate.isDoubtful = true }
    return candidate
  }

  /// «Свердловской области», «Тихом океане»: an adjective with a capital and a noun for a place.
  private func adjectivePlace(_ i: Int, _ end: Int) -> Candidate? {
    guard gazetteer.inflection.isAdjectiveForm(tokens[i].key), i + 1 < end, !features[i + 1].isCapital,
      lexicon.placeHeads.contains(tokens[i + 1].key), tokens[i + 1].spaceBefore,
      !lexicon.notNames.contains(tokens[i].key)
    else { return nil }
    return Candidate(tokens: i..<(i + 2), scores: [0, 3.5, 0], rule: "place noun")
  }

  /// «Нобелевской премии»: an adjective from a name before its noun.
  private func isAdjective(before next: Int, _ end: Int) -> Bool {
    let key = tokens[next - 1].key
    guard lexicon.ends(key, in: lexicon.demonymEndings, stem: 4), next < end, tokens[next].kind == .word,
      !features[next].isCapital, !features[next].isSpeech
    else { return false }
    return !(next > 1 && features[next - 2].endsTitle)
  }

  /// Titles of works, events and products: a word among them that no name has; and single words after an article.
  private func isCommonRun(_ range: Range<Int>) -> Bool {
    let last = tokens[range.upperBound - 1].key
    if range.count > 1, lexicon.placeHeads.contains(last) { return false }
    if range.contains(where: { lexicon.common.contains(tokens[$0].key) && !lexicon.given.contains(tokens[$0].key) }) {
      return true
    }
    guard range.count == 1, !lexicon.bodyJoins.isEmpty else { return false }
    if !features[range.lowerBound].startsSentence, lexicon.isCommon(last), !lexicon.given.contains(last) { return true }
    let before = range.lowerBound - 1
    guard before >= 0, tokens[before].key == "the" else { return false }
    let after = range.upperBound
    return !(after < tokens.count && (isPlaceNoun(after) || lexicon.personFollowers.contains(tokens[after].key)))
  }

  private func isPlaceNoun(_ i: Int) -> Bool {
    features[i].isPlaceWord || lexicon.placeHeads.contains(tokens[i].key)
  }

  /// A single letter, or a Roman number.
  private func isCommonUpper(_ i: Int) -> Bool {
    let key = tokens[i].key
    if key.unicodeScalars.count < 2 { return true }
    return tokens[i].shape == .upper && key.utf8.allSatisfy { "ivxlcm".utf8.contains($0) }
  }

  /// A verb of speech or a possessive follows.
  private func nextIsSpeech(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard next < tokens.count else { return false }
    return features[next].isSpeech || !tokens[next].spaceBefore && tokens[next].key.hasSuffix("'s")
      || !tokens[next].spaceBefore && tokens[next].key.hasSuffix("’s")
  }

  /// What the words themselves say.
  func form(_ range: Range<Int>) -> [Double] {
    var scores = [0.2, 0.1, 0]
    let (first, last) = (tokens[range.lowerBound], tokens[range.upperBound - 1])
    if lexicon.isLatinForeign, last.span.length > 0, text.bytes[first.span.start] < 0x80 {
      return [range.count == 2 ? 0.4 : 0.1, 0.2, first.key.utf8.contains(0x2E) ? 2 : 1]
    }
    if range.count == 1, lexicon.ends(last.key, in: lexicon.placeEndings) { scores[1] += 1 }
    if range.count > 1 { scores[0] += range.count <= 3 ? 1.2 : 0.4 }
    if range.count == 1, first.shape == .upper { scores[2] += 2 }
    if range.count == 1, first.shape == .mixed, first.kind == .word, !first.key.utf8.contains(0x2D) { scores[2] += 0.6 }
    if lexicon.ends(last.key, in: lexicon.surnameEndings) { scores[0] += 1.8 }
    if lexicon.ends(last.key, in: lexicon.weakSurnameEndings) { scores[0] += 0.5 }
    if lexicon.ends(last.key, in: lexicon.patronymicEndings) { scores[0] += 2 }
    if lexicon.given.contains(first.key) { scores[0] += 1.5 }
    return scores
  }

  /// What stands before and after says.
  func context(_ range: Range<Int>) -> [Double] {
    var scores = [0.0, 0, 0]
    var before = range.lowerBound - 1
    if before >= 0, ["«", "\"", "“", "„"].contains(tokens[before].key) {
      scores[2] += 1.5
      before -= 1
    }
    if before >= 0 {
      let (token, feature) = (tokens[before], features[before])
      // A title before an abbreviation is held in that body.
      if feature.endsTitle { scores[tokens[range.lowerBound].shape == .upper ? 2 : 0] += 2.5 }
      if feature.isPlaceWord { scores[1] += 2.5 }
      if feature.isQuotedBody, !feature.endsTitle { scores[2] += 1.5 }
      if lexicon.placePrepositions.contains(token.key) { scores[1] += 1.6 }
      if lexicon.weakPlacePrepositions.contains(token.key) { scores[1] += 0.4 }
      if feature.isSpeech { scores[0] += 0.8 }
      if token.key == "the" {
        scores[2] += 1.5
        scores[0] -= 1.2
      }
      if token.key == ",", before > 0, let known = gazetteer.match(tokens, at: before - 1, end: before),
        known.names.contains(where: { $0.type == .location })
      {
        scores[1] += 0.8
      }
    }
    let after = range.upperBound
    if after < tokens.count {
      if features[after].isSpeech { scores[0] += 1 }
      if lexicon.personFollowers.contains(tokens[after].key) { scores[0] += 3 }
      if !features[after].isCapital, !lexicon.bodyJoins.isEmpty, isPlaceNoun(after) { scores[1] += 1.8 }
      if tokens[after].key == ",", after + 1 < tokens.count {
        if tokens[after + 1].kind == .number, after + 2 < tokens.count, tokens[after + 2].key == "," {
          scores[0] += 1.5
        }
        if let known = gazetteer.match(tokens, at: after + 1, end: tokens.count),
          known.names.contains(where: { $0.type == .location })
        {
          scores[1] += 0.8
        }
      }
    }
    return scores
  }
}
