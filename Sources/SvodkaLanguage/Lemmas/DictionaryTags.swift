import SvodkaKit

/// The tags of the dictionary: what a tag such as `NOUN,anim,masc sing,nomn` lets a word do.
struct DictionaryTags: Sendable {
  /// Grammemes as bits; the first of a tag is its part of speech.
  private struct Grammemes: OptionSet, Hashable, Sendable {
    var rawValue: SIMD2<UInt64> = [0, 0]

    init(rawValue: SIMD2<UInt64>) { self.rawValue = rawValue }
    init() {}
    init(bit: Int) { rawValue[bit >> 6 & 1] = 1 << UInt64(bit & 63) }

    mutating func formUnion(_ other: Grammemes) { rawValue |= other.rawValue }
    mutating func formIntersection(_ other: Grammemes) { rawValue &= other.rawValue }
    mutating func formSymmetricDifference(_ other: Grammemes) { rawValue ^= other.rawValue }
  }

  /// The tag's text, by its number.
  let texts: Lines
  /// What each says in the words of Universal Dependencies.
  let grammars: [Grammar]
  private let sets: [Grammemes]
  private let first: [Grammemes]
  private let closed: Grammemes
  private let partsOfSpeech: Grammemes
  private let compared: Grammemes
  private let same: [(Grammemes, Grammemes)]
  private let adverbBase: Grammemes
  /// The number of the tag of adverbs.
  let adverb: Int?

  init(_ texts: Lines, _ table: DictionaryTable, _ numbers: inout GrammarNumbers) {
    self.texts = texts
    var bits: [[UInt8]: Int] = [:]
    var names: [String] = []
    func bit(of grammeme: [UInt8]) -> Int {
      if let known = bits[grammeme] { return known }
      bits[grammeme] = names.count
      names.append(String(decoding: grammeme, as: UTF8.self))
      return names.count - 1
    }
    func set(_ grammemes: [String]) -> Grammemes {
      Grammemes(grammemes.map { Grammemes(bit: bit(of: Array($0.utf8))) })
    }
    closed = set(table.closed)
    partsOfSpeech = set(table.partsOfSpeech)
    compared = set(table.agreement + table.partsOfSpeech)
    same = table.agreementSame.sorted { $0.key < $1.key }.map { (set([$0.key]), set([$0.value])) }
    adverbBase = set(table.adverbs.requires)
    var (grammars, sets, first): ([Grammar], [Grammemes], [Grammemes]) = ([], [], [])
    for number in 0..<texts.count {
      var (grammar, all, part) = (Grammar(), Grammemes(), Grammemes())
      for piece in texts[number].split(whereSeparator: { $0 == 0x2C || $0 == 0x20 }) {
        let bit = bit(of: Array(piece))
        if all.isEmpty {
          part = Grammemes(bit: bit)
          numbers.set(table.tags[names[bit]] ?? "X", in: &grammar)
        }
        all.insert(Grammemes(bit: bit))
        if let feature = table.features[names[bit]] { numbers.set(feature: feature, in: &grammar) }
      }
      grammars.append(grammar)
      sets.append(all)
      first.append(part)
    }
    (self.grammars, self.sets, self.first) = (grammars, sets, first)
    let wanted = Array(table.adverbs.tag.utf8)
    adverb = (0..<texts.count).first { texts[$0].elementsEqual(wanted) }
  }

  /// True for a class of words to which new ones come.
  func isOpen(_ tag: Int) -> Bool { sets[tag].isDisjoint(with: closed) }

  /// True when the tag begins with a part of speech of the dictionary.
  func isPartOfSpeech(_ tag: Int) -> Bool { !first[tag].isDisjoint(with: partsOfSpeech) }

  /// True for what stands behind по- in an adverb.
  func isAdverbBase(_ tag: Int) -> Bool { sets[tag].isSuperset(of: adverbBase) }

  /// True when the halves of a compound may both be inflected.
  func agree(_ a: Int, _ b: Int) -> Bool { agreement(a) == agreement(b) }

  private func agreement(_ tag: Int) -> Grammemes {
    var kept = sets[tag].intersection(compared)
    for (one, other) in same where kept.isSuperset(of: one) {
      kept.subtract(one)
      kept.insert(other)
    }
    return kept
  }
}
