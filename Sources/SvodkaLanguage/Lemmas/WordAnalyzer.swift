/// Finds what a Russian word may be a form of: by the dictionary, or by guesses in the order of pymorphy3.
struct WordAnalyzer: Sendable {
  /// What a word may be.
  struct Analysis: Sendable {
    /// The form, with ё where the dictionary has it.
    var word: [UInt8]
    /// The number of the dictionary's tag.
    var tag: Int
    /// Where the lemma comes from.
    var lemma: Lemma
    /// The paradigm, by which two equal analyses are told; -1 for none.
    var paradigm: Int
  }

  /// A lemma that is put together only when it is wanted, since of all that a word may be one is chosen.
  enum Lemma: Sendable {
    case spelt([UInt8])
    /// Of a form, perhaps behind a prefix that the paradigm does not know.
    case form([UInt8], OpenCorporaDictionary.Entry, prefix: [UInt8])
  }

  /// An analysis without what does not make it another one.
  private struct Known: Hashable {
    var word: [UInt8]
    var tag: Int
    var paradigm: Int

    init(_ analysis: Analysis) {
      (word, tag, paradigm) = (analysis.word, analysis.tag, analysis.paradigm)
    }
  }

  private static let hyphen: UInt8 = 0x2D

  private let dictionary: OpenCorporaDictionary
  private let table: DictionaryTable
  private let particles: [[UInt8]]
  private let prefixes: [[UInt8]]
  private let adverbPrefix: [UInt8]
  private let tags: DictionaryTags

  init(_ dictionary: OpenCorporaDictionary, _ tags: DictionaryTags, _ table: DictionaryTable) {
    self.tags = tags
    self.dictionary = dictionary
    self.table = table
    particles = table.particles.map { Array($0.utf8) }
    prefixes = table.prefixes.flatMap { $0.split(separator: " ").map { Array($0.utf8) } }
    adverbPrefix = Array(table.adverbs.prefix.utf8)
  }

  /// What a lower-case word may be, the most probable first; empty where no letter is Cyrillic and nothing can be guessed.
  func analyses(of word: [UInt8]) -> [Analysis] {
    ranked(word, unranked(word))
  }

  /// The lemma of one of the analyses.
  func lemma(of analysis: Analysis) -> [UInt8] {
    switch analysis.lemma {
    case .spelt(let lemma): lemma
    case .form(let word, let entry, let prefix): prefix + dictionary.lemma(of: word, entry)
    }
  }

  /// By the probability of the tags, where it is known for any.
  private func ranked(_ word: [UInt8], _ all: [Analysis]) -> [Analysis] {
    guard all.count > 1 else { return all }
    guard let place = dictionary.chances(of: word) else { return all }
    let chances = all.map { dictionary.chance(of: $0.tag, at: place) }
    guard chances.contains(where: { $0 > 0 }) else { return all }
    return all.indices.sorted { (chances[$1], $0) < (chances[$0], $1) }.map { all[$0] }
  }

  private func unranked(_ word: [UInt8]) -> [Analysis] {
    let known = listed(word)
    if !known.isEmpty { return known }
    // Numbers, marks and Latin words are what they are.
    guard word.contains(where: { $0 == 0xD0 || $0 == 0xD1 }) else { return [] }
    var seen: Set<Known> = []
    if word.contains(Self.hyphen) {
      let particled = withoutParticle(word, &seen)
      if !particled.isEmpty { return particled }
      if let adverb = adverb(word) { return [adverb] }
      let halves = inHalves(word, &seen)
      if !halves.isEmpty { return halves }
    }
    let prefixed = behindKnownPrefix(word, &seen)
    if !prefixed.isEmpty { return prefixed }
    return behindUnknownPrefix(word, &seen) + byEnding(word, &seen)
  }

  /// As the dictionary has it.
  private func listed(_ word: [UInt8]) -> [Analysis] {
    dictionary.entries(of: word).flatMap { found in
      found.entries.map { entry in
        Analysis(
          word: found.word, tag: dictionary.tag(of: entry), lemma: .form(found.word, entry, prefix: []),
          paradigm: entry.paradigm)
      }
    }
  }

  /// смотри-ка as смотри and -ка.
  private func withoutParticle(_ word: [UInt8], _ seen: inout Set<Known>) -> [Analysis] {
    guard let particle = particles.first(where: { word.count > $0.count && word.suffix($0.count) == $0[...] }) else {
      return []
    }
    return analyses(of: Array(word.dropLast(particle.count)))
      .map { known in
        Analysis(
          word: known.word + particle, tag: known.tag, lemma: .spelt(lemma(of: known) + particle),
          paradigm: known.paradigm)
      }
      .filter { seen.insert(Known($0)).inserted }
  }

  /// по-западному.
  private func adverb(_ word: [UInt8]) -> Analysis? {
    guard let adverb = tags.adverb, word.starts(with: adverbPrefix), Self.starts(of: word[...]).count >= 5 else {
      return nil
    }
    guard analyses(of: Array(word.dropFirst(adverbPrefix.count))).contains(where: { tags.isAdverbBase($0.tag) }) else {
      return nil
    }
    return Analysis(word: word, tag: adverb, lemma: .spelt(word), paradigm: -1)
  }

  /// человек-гора, both halves inflected, and интернет-магазин, the second half alone.
  private func inHalves(_ word: [UInt8], _ seen: inout Set<Known>) -> [Analysis] {
    let parts = word.split(separator: Self.hyphen, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !prefixes.contains(where: word.starts) else {
      return []
    }
    let (left, right) = (analyses(of: Array(parts[0])), analyses(of: Array(parts[1])))
    var all: [Analysis] = []
    for first in left where tags.isPartOfSpeech(first.tag) {
      for second in right where tags.agree(first.tag, second.tag) {
        all.append(
          Analysis(
            word: first.word + [Self.hyphen] + second.word, tag: first.tag,
            lemma: .spelt(lemma(of: first) + [Self.hyphen] + lemma(of: second)), paradigm: -1))
      }
    }
    for second in right where tags.isPartOfSpeech(second.tag) {
      all.append(
        Analysis(
          word: parts[0] + [Self.hyphen] + second.word, tag: second.tag,
          lemma: .spelt(parts[0] + [Self.hyphen] + lemma(of: second)), paradigm: -1))
    }
    return all
  }

  /// псевдокошка as псевдо and кошка, the longest prefix first.
  private func behindKnownPrefix(_ word: [UInt8], _ seen: inout Set<Known>) -> [Analysis] {
    let fitting = prefixes.filter(word.starts).sorted { $0.count > $1.count }
    return fitting.flatMap { prefix -> [Analysis] in
      let rest = Array(word.dropFirst(prefix.count))
      guard Self.starts(of: rest[...]).count >= table.shortestRest else { return [] }
      return prefixed(prefix, analyses(of: rest), &seen)
    }
  }

  /// байткод as байт and код.
  private func behindUnknownPrefix(_ word: [UInt8], _ seen: inout Set<Known>) -> [Analysis] {
    let starts = Self.starts(of: word[...])
    let longest = min(table.longestUnknownPrefix, starts.count - table.shortestRest)
    guard longest > 0 else { return [] }
    return (1...longest).flatMap { length in
      let place = starts[length]
      return prefixed(Array(word[..<place]), listed(Array(word[place...])), &seen)
    }
  }

  private func prefixed(_ prefix: [UInt8], _ rest: [Analysis], _ seen: inout Set<Known>) -> [Analysis] {
    rest.filter { tags.isOpen($0.tag) }
      .map { known in
        Analysis(
          word: prefix + known.word, tag: known.tag, lemma: behind(prefix, known.lemma), paradigm: known.paradigm)
      }
      .filter { seen.insert(Known($0)).inserted }
  }

  private func behind(_ prefix: [UInt8], _ lemma: Lemma) -> Lemma {
    switch lemma {
    case .spelt(let spelt): .spelt(prefix + spelt)
    case .form(let word, let entry, let inner): .form(word, entry, prefix: prefix + inner)
    }
  }

  /// As words with the longest known ending go, the commonest paradigm first.
  private func byEnding(_ word: [UInt8], _ seen: inout Set<Known>) -> [Analysis] {
    let starts = Self.starts(of: word[...])
    guard starts.count >= table.shortestGuess else { return [] }
    var all: [(analysis: Analysis, score: Double)] = []
    for prefix in dictionary.prefixes.indices.reversed() where word.starts(with: dictionary.prefixes[prefix]) {
      var found: [(Analysis, Int)] = []
      var total = 1
      for length in (1...dictionary.longestEnding).reversed() {
        // An ending longer than the word is the whole word.
        let place = length < starts.count ? starts[starts.count - length] : 0
        for ending in dictionary.endings(word[place...], prefix: prefix) {
          let spelt = word[..<place] + ending.word
          for entry in ending.entries {
            let tag = dictionary.tag(of: entry)
            guard tags.isOpen(tag) else { continue }
            total += entry.count
            let analysis = Analysis(
              word: Array(spelt), tag: tag, lemma: .form(Array(spelt), entry, prefix: []), paradigm: entry.paradigm)
            if seen.insert(Known(analysis)).inserted { found.append((analysis, entry.count)) }
          }
        }
        if total > 1 { break }
      }
      all += found.map { ($0.0, Double($0.1) / Double(total)) }
    }
    return all.indices.sorted { (all[$1].score, $0) < (all[$0].score, $1) }.map { all[$0].analysis }
  }

  /// Where the characters of some UTF-8 begin.
  private static func starts(of bytes: ArraySlice<UInt8>) -> [Int] { bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } }
}
