/// Aligns the words of two names.
struct WordAlignment: Sendable {
  /// How far two names are: 1 is the most at which they are still the same.
  struct Outcome: Sendable {
    var strain: Double
    var reason: String
    static let far = Outcome(strain: 9, reason: "far")
  }

  /// What a word may cost, in hundredths of a nat: so much, and so much more for each letter.
  static let allowance: Double = 260
  static let allowancePerLetter: Double = 46
  /// What the worst word of two names of up to three words may cost if they are the same: it is eight tenths of the whole.
  static let mostOfAWord = 1.2
  /// For a word that stands on one side alone.
  private static let particleSkipped = 0.05
  private static let middleSkipped = 0.15
  private static let surnameAlone = 0.25
  private static let turned = 0.15
  /// For another spelling of a surname than the tables have of it.
  private static let notAsKnown = 0.1
  /// For an ending on one side alone: a final a, which makes a woman's name of a man's, or what makes Roberts of Robert.
  private static let ending = 0.5

  let costs: SpellingCosts

  /// Compares two readings.
  func outcome(_ a: ComparedName.Reading, _ b: ComparedName.Reading) -> Outcome {
    let (one, other) = (a.words, b.words)
    if haveOtherFathers(one, other) { return .far }
    var best = inOrder(one, other)
    if best.strain > 1, one.count > 1, other.count > 1, a.isPerson || b.isPerson {
      // Surname first.
      for turned in [Array(one.dropFirst()) + one.prefix(1), Array(one.suffix(1)) + one.dropLast()] {
        var outcome = inOrder(turned, other)
        outcome.strain += Self.turned
        if outcome.strain < best.strain { best = outcome }
      }
    }
    if best.strain > 1 {
      let alone = surnameAlone(a, b)
      if alone.strain < best.strain { best = alone }
    }
    return best
  }

  /// True of two people whose patronymics or middle initials, given of both, are not one: brothers have the same.
  private func haveOtherFathers(_ a: [NameWord], _ b: [NameWord]) -> Bool {
    guard let one = second(a), let other = second(b) else { return false }
    return strain(one, other) > 1
  }

  /// The patronymic, or the initial behind another word or initial.
  private func second(_ words: [NameWord]) -> NameWord? {
    if let patronymic = words.first(where: { $0.role == .patronymic }) { return patronymic }
    guard words.count > 2, words[1].role == .initial else { return nil }
    return words[1]
  }

  /// A surname beside a given name with it.
  private func surnameAlone(_ a: ComparedName.Reading, _ b: ComparedName.Reading) -> Outcome {
    let (short, full) = a.words.count < b.words.count ? (a, b) : (b, a)
    guard full.isPerson, full.words.count > short.words.count, let surname = full.words.last,
      let family = short.words.last, family.role == .plain,
      short.words.dropLast().allSatisfy({ $0.role == .particle })
    else { return .far }
    let strain = strain(family, surname)
    return Outcome(strain: strain + Self.surnameAlone, reason: "surname")
  }

  // MARK: - Words in order

  private struct Cell {
    var worst = 9.0
    var sum = 0.0
    var words = 0
    var skipped = 0.0
    var reason = 0
    /// The mean weighs as much as the worst word.
    var strain: Double { words == 0 ? worst : 0.7 * worst + 0.3 * sum / Double(words) + skipped }
  }

  private static let reasons = ["spelling", "given name", "initials"]

  private func inOrder(_ a: [NameWord], _ b: [NameWord]) -> Outcome {
    if a.count == 1, b.count == 1 {
      let strain = strain(a[0], b[0])
      return Outcome(strain: strain, reason: Self.reasons[reason(a[0], b[0])])
    }
    var cells = [Cell](repeating: Cell(), count: (a.count + 1) * (b.count + 1))
    let width = b.count + 1
    cells[0].worst = 0
    func improve(_ at: Int, _ cell: Cell) {
      if cell.strain < cells[at].strain || cells[at].worst > 8 { cells[at] = cell }
    }
    for i in 0...a.count {
      for j in 0...b.count {
        let here = cells[i * width + j]
        guard here.worst <= 1.8 else { continue }
        func step(_ di: Int, _ dj: Int, _ strain: Double, _ reason: Int) {
          guard strain < 1.8 else { return }
          var next = here
          next.worst = max(here.worst, strain)
          next.sum += strain
          next.words += 1
          next.reason = max(here.reason, reason)
          improve((i + di) * width + j + dj, next)
        }
        if i < a.count, j < b.count { step(1, 1, strain(a[i], b[j]), reason(a[i], b[j])) }
        if i + 1 < a.count, j < b.count { step(2, 1, strain(joined: a[i], a[i + 1], with: b[j]), 0) }
        if i < a.count, j + 1 < b.count { step(1, 2, strain(joined: b[j], b[j + 1], with: a[i]), 0) }
        if i < a.count, let price = skip(a, i, b) {
          var next = here
          next.skipped += price
          improve((i + 1) * width + j, next)
        }
        if j < b.count, let price = skip(b, j, a) {
          var next = here
          next.skipped += price
          improve(i * width + j + 1, next)
        }
      }
    }
    let end = cells[cells.count - 1]
    return end.words == 0 || end.worst > 1.8 ? .far : Outcome(strain: end.strain, reason: Self.reasons[end.reason])
  }

  /// What it costs to leave a word out; nil when it cannot be.
  private func skip(_ words: [NameWord], _ at: Int, _ other: [NameWord]) -> Double? {
    let word = words[at]
    if word.role == .particle { return Self.particleSkipped }
    guard at > 0, other.count > 1 else { return nil }
    if word.role == .patronymic { return Self.particleSkipped }
    // A middle name; of names of bodies and places every word counts.
    guard at < words.count - 1, words.count > other.count else { return nil }
    return word.role == .initial ? Self.particleSkipped : Self.middleSkipped
  }

  private func reason(_ a: NameWord, _ b: NameWord) -> Int {
    if a.role == .initial || b.role == .initial { return 2 }
    return a.sameName != nil && a.sameName == b.sameName ? 1 : 0
  }

  // MARK: - Two words

  /// How far two words are; 1 is the most at which they are still the same. Words that are farther than `limit` are not measured.
  func strain(_ a: NameWord, _ b: NameWord, most limit: Double = 1.8) -> Double {
    if a.key == b.key { return 0 }
    if a.role == .particle, b.role == .particle { return 0.1 }
    if a.role == .initial || b.role == .initial { return initial(a, b) }
    if let one = a.sameName, let other = b.sameName { return one == other ? 0.05 : 1.5 }
    if let one = a.gender, let other = b.gender, one != other { return 9 }
    let most = allowance(min(a.count, b.count))
    if a.surnames.contains(where: { b.surnames.contains($0) }) { return 0.05 }
    var strain = Double(distance(a.spellings, b.spellings, limit: Int32(most * limit))) / most
    if a.surnames.isEmpty != b.surnames.isEmpty { strain += Self.notAsKnown }
    if a.hasFinalA(b) || b.hasFinalA(a) || a.isLonger(than: b) || b.isLonger(than: a) { strain += Self.ending }
    return strain
  }

  private func strain(joined first: NameWord, _ second: NameWord, with whole: NameWord) -> Double {
    guard first.role != .initial, second.role != .initial, whole.role != .initial, whole.role != .particle,
      var word = first.spellings.last, let next = second.spellings.last, word.script == next.script
    else { return 9 }
    word.letters = word.letters.dropLast() + next.letters.dropFirst()
    let most = allowance(min(word.count, whole.count))
    return 0.1 + Double(distance([word], whole.spellings, limit: Int32(most * 1.8))) / most
  }

  private func allowance(_ letters: Int) -> Double {
    Self.allowance + Self.allowancePerLetter * Double(letters)
  }

  private func distance(_ a: [SpelledWord], _ b: [SpelledWord], limit: Int32) -> Int32 {
    var best = SpellingCosts.far
    for one in a { for other in b { best = min(best, costs.distance(one, other, limit: min(limit, best))) } }
    return best
  }

  /// A first letter stands for a word that begins with it, in either script.
  private func initial(_ a: NameWord, _ b: NameWord) -> Double {
    let (short, long) = a.role == .initial ? (a, b) : (b, a)
    guard let letters = short.spellings.last, let word = long.spellings.last else { return 9 }
    var best = 9.0
    for length in 1...3 where length <= word.count {
      var beginning = word
      beginning.letters = word.letters.prefix(length + 1) + [SpellingAlphabet.end]
      var price = Double(costs.distance(letters, beginning, limit: 600)) / 600
      if letters.script == word.script { price = letters.letters == beginning.letters ? 0 : 9 }
      best = min(best, price)
    }
    return best <= 0.8 ? best * 0.5 : 9
  }
}
