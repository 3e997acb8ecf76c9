package import SvodkaKit
import SvodkaResources
import SvodkaText

/// The scripts between which words are compared. Words in any other are first put into Latin letters by ICU.
package enum WordScript: Int, Sendable, CaseIterable {
  case cyrillic
  case latin
}

/// One word as numbered letters, between a mark for its beginning and one for its end.
package struct SpelledWord: Sendable, Hashable {
  package var script: WordScript
  /// Letters from 1, `SpellingAlphabet.start` first, `SpellingAlphabet.end` last.
  package var letters: [UInt8]
  /// How many letters it has.
  package var count: Int { letters.count - 2 }
}

/// Numbers the letters of words.
///
/// Latin letters with marks are letters of their own where the language of names tells them apart (š, ç, ö); all
/// others lose their marks. Cyrillic is Russian's; the letters of its neighbours are written with Russian ones.
package struct SpellingAlphabet: Sendable {
  /// Stands before the first letter.
  package static let start: UInt8 = 61
  /// Stands after the last letter.
  package static let end: UInt8 = 62
  /// Latin letters with marks that keep their marks.
  package static let marked = "éáćščöüóíäłńıžçèýñşøəăğėúņåśżëßřșâæ"

  private let latin: [UInt32: UInt8]
  private let folding: Transliterator
  private let romanizing: Transliterator
  private let neighbours: Transliterator

  /// Opens the rules for letters that have no number.
  package init(resources: any ResourceProvider) throws(AnalysisError) {
    var latin: [UInt32: UInt8] = [:]
    for (number, letter) in (Self.plain + Self.marked).unicodeScalars.enumerated() {
      latin[letter.value] = UInt8(number + 1)
    }
    self.latin = latin
    let rules = { (name: String) throws(AnalysisError) -> Transliterator in
      let (rules, file) = try resources.read("Tables/\(name).txt", of: "SvodkaNames")
      return try Transliterator(rules: rules, file: file)
    }
    folding = try rules("folding")
    romanizing = try rules("romanizing")
    neighbours = try rules("neighbours")
  }

  private static let plain = "abcdefghijklmnopqrstuvwxyz"

  /// The letter of a number, for tables that people read.
  package static func letter(_ number: UInt8, _ script: WordScript) -> Character {
    if number == start { return "^" }
    if number == end { return "$" }
    switch script {
    case .cyrillic: return Character(Unicode.Scalar(0x430 + UInt32(number) - 1) ?? "?")
    case .latin:
      let letters = Array(plain + marked)
      return letters[min(Int(number) - 1, letters.count - 1)]
    }
  }

  /// A word in lower case as numbers; marks and digits are left out. Nil when no letter remains.
  package func spelled(_ word: String) throws(AnalysisError) -> SpelledWord? {
    var script: WordScript?
    for letter in word.unicodeScalars where letter.properties.isAlphabetic {
      script =
        (0x400...0x52F).contains(letter.value)
        ? .cyrillic : letter.value < 0x250 || (0x1E00...0x1EFF).contains(letter.value) ? .latin : nil
      break
    }
    switch script {
    case .cyrillic:
      let plain = try russian(word)
      var letters = [Self.start]
      for letter in plain.unicodeScalars {
        if letter.value == 0x451 {
          letters.append(6)
        } else if (0x430...0x44F).contains(letter.value) {
          letters.append(UInt8(letter.value - 0x430 + 1))
        }
      }
      return closed(letters, .cyrillic)
    case .latin: return closed(try latinLetters(word), .latin)
    case nil:
      let roman = try romanizing.transliterate(word)
      return closed(try latinLetters(roman), .latin)
    }
  }

  /// A Cyrillic word in Russian letters.
  package func russian(_ word: String) throws(AnalysisError) -> String {
    let isRussian = word.unicodeScalars.allSatisfy {
      (0x430...0x44F).contains($0.value) || $0.value == 0x451 || $0.value < 0x80
    }
    return isRussian ? word : try neighbours.transliterate(word)
  }

  private func closed(_ letters: [UInt8], _ script: WordScript) -> SpelledWord? {
    letters.count > 1 ? SpelledWord(script: script, letters: letters + [Self.end]) : nil
  }

  private func latinLetters(_ word: String) throws(AnalysisError) -> [UInt8] {
    var letters = [Self.start]
    for letter in word.unicodeScalars {
      if let number = latin[letter.value] {
        letters.append(number)
      } else if letter.value >= 0x80 {
        for plain in try folding.transliterate(String(letter)).unicodeScalars {
          if let number = latin[plain.value] { letters.append(number) }
        }
      }
    }
    return letters
  }

  /// The word without the marks of its letters, as the press writes it; nil when it has none.
  package func unmarked(_ word: SpelledWord) throws(AnalysisError) -> SpelledWord? {
    guard word.script == .latin, word.letters.contains(where: { $0 > 26 && $0 < Self.start }) else { return nil }
    let text = String(word.letters.dropFirst().dropLast().map { Self.letter($0, .latin) })
    return closed(try latinLetters(try folding.transliterate(text)), .latin)
  }
}
