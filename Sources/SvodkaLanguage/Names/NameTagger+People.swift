import SvodkaKit

extension NameTagger {
  /// A person's name that starts at `i`: given name and surname, initials and surname, or surname after a title.
  func person(at i: Int, end: Int) -> Candidate? {
    guard features[i].isCapital else { return nil }
    if let initials = afterInitials(i, end) {
      return Candidate(tokens: i..<initials, scores: [4, 0, 0], rule: "initials")
    }
    guard tokens[i].shape != .upper || tokens[i].key.utf8.count < 3 else { return nil }
    let isGiven = lexicon.given.contains(tokens[i].key)
    let isKnown = gazetteer.match(tokens, at: i, end: end) != nil
    guard isGiven || (!isKnown && !lexicon.notNames.contains(tokens[i].key) && features[i].titleEnd == 0) else {
      return nil
    }
    let stop = run(from: i, end: end)
    let count = stop - i
    let last = tokens[stop - 1].key
    let isSurname = lexicon.ends(last, in: lexicon.surnameEndings)
    let isTitled = i > 0 && features[i - 1].endsTitle
    if isGiven && count > 1 {
      return Candidate(tokens: i..<stop, scores: [4 + (isTitled ? 1 : 0), 0, 0], rule: "given name")
    }
    if !isGiven, count > 2, lexicon.given.contains(tokens[i + 1].key) {
      // «премьер-министр Вельмарии Ильзе Дронтхейм»: the first word is the place.
      return nil
    }
    if count > 1, features[i].startsSentence, lexicon.isCommon(tokens[i].key) { return nil }
    if isTitled && count > 1 && count <= 4 {
      return Candidate(tokens: i..<stop, scores: [3.5, 0, 0], rule: "title")
    }
    if count > 1 && count <= 3 && isSurname {
      return Candidate(tokens: i..<stop, scores: [2.5, 0.3, 0.3], rule: "surname")
    }
    return nil
  }

  /// The end of the run of words that may belong to one person's name.
  private func run(from i: Int, end: Int) -> Int {
    var stop = i + 1
    while stop < end, stop - i < 5 {
      let token = tokens[stop]
      if isInitial(stop, end), stop + 1 < end {
        let after = tokens[stop].key.hasSuffix(".") ? stop + 1 : stop + 2
        if after < end, features[after].isCapital {
          stop = after + 1
          continue
        }
      }
      guard token.kind == .word, tokens[stop].spaceBefore else { break }
      if features[stop].isCapital {
        if lexicon.bodyHeads.contains(token.key) && !lexicon.given.contains(token.key) { break }
        if token.shape == .upper && token.key.utf8.count > 2 { break }
        if startsAnother(stop, end, first: i) || !lexicon.given.contains(tokens[i].key) && isPlace(stop, end) { break }
        stop += 1
        continue
      }
      // бин Салман, van der Bellen
      var ahead = stop
      while ahead < end, ahead - stop < 2, lexicon.personParticles.contains(tokens[ahead].key) { ahead += 1 }
      guard ahead > stop, ahead < end, features[ahead].isCapital, tokens[ahead].spaceBefore,
        !lexicon.placePrepositions.contains(tokens[stop].key)
      else { break }
      stop = ahead + 1
    }
    return stop
  }

  /// A body or place of the tables does not go on a person's name: «Сергею Лаврову США …».
  private func startsAnother(_ i: Int, _ end: Int, first: Int) -> Bool {
    guard let known = gazetteer.match(tokens, at: i, end: end) else {
      return lexicon.notNames.contains(tokens[i].key) && !lexicon.given.contains(tokens[i].key)
    }
    if known.count > 1 { return true }
    return known.names.contains { $0.type == .organization } && i > first + 1
  }

  private func isPlace(_ i: Int, _ end: Int) -> Bool {
    gazetteer.match(tokens, at: i, end: end)?.names.contains { $0.type == .location } ?? false
  }

  private func isInitial(_ i: Int, _ end: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word, token.shape == .title || token.shape == .upper else { return false }
    if token.key.utf8.last == 0x2E { return token.key.unicodeScalars.count <= 6 }
    return token.key.unicodeScalars.count == 1 && i + 1 < end && tokens[i + 1].key == "." && !tokens[i + 1].spaceBefore
  }

  /// The end of initials with a surname: `С. В. Лавров`, `С.В. Лавров`.
  private func afterInitials(_ i: Int, _ end: Int) -> Int? {
    var at = i
    var count = 0
    while at < end, isInitial(at, end), count < 3 {
      at += tokens[at].key.utf8.last == 0x2E ? 1 : 2
      count += 1
    }
    guard count > 0, at < end, features[at].isCapital, tokens[at].shape == .title, tokens[at].key.utf8.count > 3,
      !lexicon.notNames.contains(tokens[at].key), gazetteer.match(tokens, at: i, end: end) == nil
    else { return nil }
    return at + 1
  }
}
