import SvodkaKit

/// The lists of a lexicon that a word stands in, and the lists of endings that have its ending, each by one look.
struct WordClasses: Sendable {
  /// Lists of words.
  struct Lists: OptionSet {
    var rawValue: UInt32
    static let article = Lists(rawValue: 1 << 0)
    static let given = Lists(rawValue: 1 << 1)
    static let weakBody = Lists(rawValue: 1 << 2)
    static let body = Lists(rawValue: 1 << 3)
    static let bodyAbbreviation = Lists(rawValue: 1 << 4)
    static let place = Lists(rawValue: 1 << 5)
    static let press = Lists(rawValue: 1 << 6)
    static let placeOpening = Lists(rawValue: 1 << 7)
    static let placePreposition = Lists(rawValue: 1 << 8)
    static let weakPlacePreposition = Lists(rawValue: 1 << 9)
    static let particle = Lists(rawValue: 1 << 10)
    static let follower = Lists(rawValue: 1 << 11)
    static let notName = Lists(rawValue: 1 << 12)
    static let common = Lists(rawValue: 1 << 13)
  }

  /// Lists of endings.
  struct Endings: OptionSet {
    var rawValue: UInt32
    static let patronymic = Endings(rawValue: 1 << 0)
    static let surname = Endings(rawValue: 1 << 1)
    static let demonym = Endings(rawValue: 1 << 2)
    static let place = Endings(rawValue: 1 << 3)
    static let weakSurname = Endings(rawValue: 1 << 4)
    static let common = Endings(rawValue: 1 << 5)
  }

  private var words = WordBits()
  /// Under the hashes of the endings' bytes from the last to the first.
  private var endings = WordBits()
  private var longest = 0

  init(words: [(list: Lists, words: Set<String>)], endings: [(list: Endings, endings: [[UInt8]])]) {
    for (list, words) in words { for word in words { self.words.add(list.rawValue, to: word) } }
    for (list, endings) in endings {
      for ending in endings {
        self.endings.add(list.rawValue, to: StableHash.fnv1a(ending.reversed()))
        longest = max(longest, ending.count)
      }
    }
  }

  /// The lists that a word stands in, by its hash.
  func lists(_ hash: UInt64) -> Lists { Lists(rawValue: words[hash]) }

  /// The lists with an ending of a word that leaves a stem of at least four bytes.
  func endings(_ word: UnsafeBufferPointer<UInt8>) -> Endings {
    var found: UInt32 = 0
    var hash = StableHash.start
    var place = word.count - 1
    while place >= 4, word.count - place <= longest {
      hash = StableHash.adding(word[place], to: hash)
      found |= endings[hash]
      place -= 1
    }
    return Endings(rawValue: found)
  }
}
