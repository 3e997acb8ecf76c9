import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// Looks by hash against the lists that they stand for.
@Suite("Classes of words by hash") struct WordClassesTests {
  @Test("words keep their bits however many there are")
  func bits() {
    var bits = WordBits()
    let words = (0..<1000).map { "слово\($0)" }
    for (number, word) in words.enumerated() { bits.add(1 << UInt32(number % 3), to: word) }
    bits.add(8, to: words[0])
    #expect(bits[words[0]] == 1 | 8)
    #expect(words.dropFirst().enumerated().allSatisfy { bits[$1] == 1 << UInt32(($0 + 1) % 3) })
    #expect(bits["слово"] == 0)
  }

  @Test("a word's lists and endings are those that hold it", arguments: ["ru", "en"])
  func classes(language: String) throws {
    let grammar = try NameGrammar.shared(language: language, resources: ResourceLoader())
    let lexicon = grammar.lexicon
    let words = Set(
      lexicon.given.sorted().prefix(200) + lexicon.placeHeads.sorted().prefix(200)
        + grammar.gazetteer.surnames.sorted().prefix(200) + lexicon.common.sorted().prefix(200)
        + ["а", "ова", "петрова", "саакашвили", "йорк", "s", "smithson", "kensington"])
    for word in words {
      let lists = lexicon.classes.lists(WordBits.hash(word))
      #expect(lists.contains(.given) == lexicon.given.contains(word))
      #expect(lists.contains(.place) == lexicon.placeHeads.contains(word))
      #expect(lists.contains(.common) == lexicon.common.contains(word))
      #expect(lists.contains(.notName) == lexicon.notNames.contains(word))
      #expect(grammar.gazetteer.isSurname(WordBits.hash(word)) == grammar.gazetteer.surnames.contains(word))
      let endings = Array(word.utf8).withUnsafeBufferPointer { lexicon.classes.endings($0) }
      #expect(endings.contains(.surname) == lexicon.ends(word, in: lexicon.surnameEndings))
      #expect(endings.contains(.place) == lexicon.ends(word, in: lexicon.placeEndings))
      #expect(endings.contains(.common) == lexicon.ends(word, in: lexicon.commonEndings))
    }
  }
}
