import Testing

@testable import SvodkaLanguage

@Suite("Answers to what was asked lately")
struct RecentAnswersTests {
  @Test("what is asked for again stays, what is not goes, and no more than two generations are kept")
  func generations() {
    var answers = RecentAnswers<WordBytes, Int>(capacity: 10)
    answers.add(-1, to: WordBytes("слово"))
    var kept = 0
    for number in 0..<100 {
      answers.add(number, to: WordBytes("слово\(number)"))
      #expect(answers.find(WordBytes("слово")) == -1, "after \(number)")
    }
    for number in 0..<100 where answers.find(WordBytes("слово\(number)")) != nil { kept += 1 }
    #expect(kept >= 5 && kept <= 20)
    #expect(answers.find(WordBytes("слово99")) == 99)
    #expect(answers.find(WordBytes("слово1")) == nil)
  }
}

@Suite("The trie of words and beginnings")
struct WordTrieTests {
  @Test("finds what is listed and nothing else, however many letters go on from one place")
  func numbers() {
    let letters = (0..<32).compactMap { Unicode.Scalar(0x430 + $0).map(String.init) }
    var trie = WordTrie()
    var words: [String: Int32] = [:]
    var beginnings: [String: Int32] = [:]
    for (i, first) in letters.enumerated() {
      for second in letters.prefix(i) { words[first + second] = trie.insert(first + second, asBeginning: false) }
      if i % 3 == 0 { beginnings[first] = trie.insert(first, asBeginning: true) }
    }
    for first in letters {
      for second in letters {
        var found: [Int32] = []
        trie.numbers(of: first + second, into: &found)
        #expect(found == [beginnings[first], words[first + second]].compactMap { $0 })
      }
    }
    #expect(trie.insert(letters[5] + letters[2], asBeginning: false) == words[letters[5] + letters[2]])
  }
}
