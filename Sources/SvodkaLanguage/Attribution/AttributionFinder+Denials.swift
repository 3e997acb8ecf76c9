import SvodkaKit

/// What a denial denies: what follows it, or what was told before.
extension AttributionFinder {
  /// How many tokens of its clause are looked through on either side of a verb that denies.
  private static let reach = 12

  struct Denial {
    /// The words that stand for what was told, with those that open them.
    var account: Range<Int>
    /// True of "the claim", false of "the claim that 40 died".
    var isBack: Bool

    /// The verb, with the account where that stands right before it: who denies stands outside of both.
    func words(of cue: Range<Int>) -> Range<Int> {
      account.upperBound == cue.lowerBound ? account.lowerBound..<cue.upperBound : cue
    }
  }

  /// What the verb at `cue` denies, where words that stand for what was told are beside it; nil where none are.
  func denied(by cue: Range<Int>, _ kind: AttributionLexicon.Cue, _ range: Range<Int>) -> Denial? {
    var end = cue.upperBound
    while end < range.upperBound, end - cue.upperBound < Self.reach, !isBreak(end) { end += 1 }
    var start = cue.lowerBound
    while start > range.lowerBound, cue.lowerBound - start < Self.reach, !isBreak(start - 1) { start -= 1 }
    let accounts = lexicon.accountTokens(tokens, within: start..<end)
    func isNumber(_ token: Int) -> Bool { tokens[token].kind == .number }
    let isPassive = if case .before = kind { true } else { false }
    if !isPassive, let account = (cue.lowerBound..<end).first(where: accounts.contains) {
      if (cue.upperBound..<max(account, cue.upperBound)).contains(where: isNumber) { return nil }
      let words = opened(account, from: start)
      let opens = (account + 1..<max(end, account + 1)).contains {
        isNumber($0) || lexicon.that.contains(tokens[$0].key)
          || lexicon.about.contains(tokens[$0].key) && $0 == account + 1
      }
      // «сообщения о том, что …»: the comma stands before what is told.
      let follows = end + 1 < range.upperBound && lexicon.that.contains(tokens[end + 1].key)
      return Denial(account: words, isBack: !opens && !follows)
    }
    if !isPassive, let pronoun = pronoun(beside: cue, start, end) {
      return Denial(account: pronoun..<(pronoun + 1), isBack: true)
    }
    if let account = (start..<cue.lowerBound).last(where: accounts.contains) {
      if (start..<cue.lowerBound).contains(where: isNumber) { return nil }
      return Denial(account: opened(account, from: start), isBack: true)
    }
    return isPassive ? nil : opening(before: cue, range)
  }

  /// «Цифру, приведённую правозащитниками, в ведомстве опровергли»: the sentence opens with what is denied.
  private func opening(before cue: Range<Int>, _ range: Range<Int>) -> Denial? {
    guard lexicon.articles.isEmpty else { return nil }
    let first = range.lowerBound..<min(range.lowerBound + 2, cue.lowerBound)
    guard let account = lexicon.accountTokens(tokens, within: first).min(), cue.lowerBound - account <= Self.reach,
      !(account..<cue.lowerBound).contains(where: { tokens[$0].kind == .number }),
      tokens[account + 1].key == ","
    else { return nil }
    return Denial(account: range.lowerBound..<(account + 1), isBack: true)
  }

  /// "denied this", «это отрицают»: right behind the verb, and before it where the order of words is free.
  private func pronoun(beside cue: Range<Int>, _ start: Int, _ end: Int) -> Int? {
    func stands(_ token: Int) -> Bool { lexicon.accountPronouns.contains(tokens[token].key) }
    if cue.upperBound < end, stands(cue.upperBound) {
      let next = cue.upperBound + 1
      // "denied that 12 had died", "rejected these talks": the word only opens what follows.
      let isAlone =
        next >= end || tokens[next].kind == .mark || lexicon.conjunctions.contains(tokens[next].key)
        || lexicon.about.contains(tokens[next].key) || lexicon.opening.contains(tokens[next].key)
        || !lexicon.accountOpeners.contains(tokens[cue.upperBound].key)
      return isAlone ? cue.upperBound : nil
    }
    guard lexicon.articles.isEmpty else { return nil }
    return (start..<cue.lowerBound).last(where: stands)
  }

  /// The account with the words that open it: "these earlier reports", «эти данные».
  private func opened(_ account: Int, from start: Int) -> Range<Int> {
    let near = max(start, account - 4)..<account
    let first = near.last { lexicon.accountOpeners.contains(tokens[$0].key) } ?? account
    return first..<(account + 1)
  }

  /// "Kyiv said the report was false": somebody says of what was told before that it is not so.
  func callsFalse(_ said: Attribution) -> Bool {
    guard said.kind == .said || said.kind == .accordingTo, !said.isQuotation || said.content.length < 160 else {
      return false
    }
    let range = sentences[said.sentence].tokens
    let content = range.filter { said.content.contains(tokens[$0].span.start) }
    guard let first = content.first, let last = content.last, content.count <= 16,
      !content.contains(where: { tokens[$0].kind == .number })
    else { return false }
    let words = first..<(last + 1)
    let falsehoods = lexicon.falsehoodTokens(tokens, within: words)
    guard !falsehoods.isEmpty else { return false }
    return !lexicon.accountTokens(tokens, within: words).subtracting(falsehoods).isEmpty
      || words.contains { lexicon.accountPronouns.contains(tokens[$0].key) && !falsehoods.contains($0) }
  }
}
