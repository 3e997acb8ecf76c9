import SvodkaKit
import SvodkaResources
import Synchronization

/// Declines names by paradigm tables: `Tables/inflection.LANGUAGE.yaml`.
///
/// Words go in and come out as `TokenKey` makes them. A language without declension has empty tables.
public struct Inflection: Sendable {
  /// Which table a word is declined by.
  public enum WordClass: Sendable, Hashable {
    /// Singular nouns and names of places.
    case noun
    /// Nouns in the plural.
    case plural
    /// Adjectives, and nouns declined like them.
    case adjective
    /// Given names, patronymics, surnames.
    case person
    /// Not declined.
    case fixed
  }

  /// The endings of one paradigm, the nominative first, as UTF-8; each case may have several.
  struct Paradigm: Sendable {
    var cases: [[[UInt8]]]
    /// Its place in the table: of two readings the one whose paradigm stands first is the likelier.
    var number: Int
    var nominative: [UInt8] { cases.first?.first ?? [] }
  }

  private struct File: Decodable {
    var noun: [[String]]
    var plural: [[String]]
    var adjective: [[String]]
    var person: [[String]]
    var tails: [String]
    var governed: [String: [String]]
    var oblique: [String]
  }

  /// What is asked of a form; names come again and again, in one text and from text to text.
  private struct Question: Hashable {
    var form: WordBytes
    var wordClass: WordClass
  }

  private final class Memory: Sendable {
    let readings = Mutex(RecentAnswers<Question, [Reading]>(capacity: 8192))
  }

  private let memory = Memory()
  private let paradigms: [WordClass: [Paradigm]]
  private let byNumber: [WordClass: [Paradigm]]
  private let tails: [String]
  /// The cases that a preposition asks for.
  private let governed: [String: [Int]]
  private let oblique: [[UInt8]]
  fileprivate let adjectiveEndings: [[UInt8]]

  /// Reads the tables of a language.
  ///
  /// - Throws: `R101`, `P101`…`P103` when they are missing or broken.
  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/inflection.\(language).yaml", of: "SvodkaLanguage")
    paradigms = [
      .noun: Self.paradigms(file.noun), .plural: Self.paradigms(file.plural),
      .adjective: Self.paradigms(file.adjective), .person: Self.paradigms(file.person),
    ]
    tails = file.tails
    byNumber = paradigms.mapValues { $0.sorted { $0.number < $1.number } }
    oblique = file.oblique.map { Array($0.utf8) }
    var governed: [String: [Int]] = [:]
    for (slot, words) in file.governed.sorted(by: { $0.key < $1.key }) {
      for word in words { governed[TokenKey.key(word), default: []].append(Int(slot) ?? 0) }
    }
    self.governed = governed
    var endings: [[UInt8]] = []
    for ending in (paradigms[.adjective] ?? []).flatMap({ $0.cases.joined() }) where !endings.contains(ending) {
      endings.append(ending)
    }
    adjectiveEndings = endings
  }

  /// Longest nominative ending first, so that the first that fits decides.
  private static func paradigms(_ rows: [[String]]) -> [Paradigm] {
    rows.enumerated().map { number, row in
      (
        number,
        Paradigm(
          cases: row.map { cell in cell.split(separator: "|").map { $0 == "0" ? [] : Array($0.utf8) } },
          number: number)
      )
    }
    .sorted {
      $0.1.nominative.count != $1.1.nominative.count
        ? $0.1.nominative.count > $1.1.nominative.count : $0.0 < $1.0
    }
    .map(\.1)
  }

  /// The forms of a word: for each case, the nominative first, every form that it may have.
  /// A single list of one word when it is not declined.
  public func cases(of word: String, as wordClass: WordClass) -> [[String]] {
    for tail in tails {
      if let cut = word.firstRange(ofBytes: tail) {
        return cases(of: String(word[..<cut]), as: wordClass).map { $0.map { $0 + word[cut...] } }
      }
    }
    let bytes = Array(word.utf8)
    guard let rows = paradigms[wordClass], let longest = rows.first(where: { bytes.hasSuffix($0.nominative) })
    else { return [[word]] }
    var cases = [[String]](repeating: [], count: longest.cases.count)
    for row in rows where row.nominative == longest.nominative {
      let stem = bytes.dropLast(row.nominative.count)
      for (slot, endings) in row.cases.enumerated() where slot < cases.count {
        for ending in endings {
          let form = String(decoding: stem + ending, as: UTF8.self)
          if !cases[slot].contains(form) { cases[slot].append(form) }
        }
      }
    }
    return cases
  }

  /// Every form of a word, the nominative first.
  public func forms(of word: String, as wordClass: WordClass) -> [String] {
    var forms: [String] = []
    for form in cases(of: word, as: wordClass).joined() where !forms.contains(form) { forms.append(form) }
    return forms
  }

  /// A way to understand a form.
  public struct Reading: Sendable, Hashable {
    /// The nominative.
    public var nominative: String
    /// The case, 0 for the nominative.
    public var wordCase: Int
  }

  /// The ways to understand a form, as the nominative first. Each nominative was declined again to see that it gives `form`.
  public func readings(of form: String, as wordClass: WordClass) -> [Reading] {
    let question = Question(form: WordBytes(form), wordClass: wordClass)
    if let known = memory.readings.withLock({ $0.find(question) }) { return known }
    let found = allReadings(of: form, as: wordClass)
    memory.readings.withLock { $0.add(found, to: question) }
    return found
  }

  /// Bytes of a stem that is too short: where the ending of the nominative is a short name by itself, Лев, there may be none.
  private static func shortestStem(_ paradigm: Paradigm) -> Int { paradigm.nominative.count >= 6 ? -1 : 2 }

  private func allReadings(of form: String, as wordClass: WordClass) -> [Reading] {
    var found = [Reading(nominative: form, wordCase: 0)]
    let bytes = Array(form.utf8)
    for row in byNumber[wordClass] ?? [] {
      for endings in row.cases.dropFirst() {
        for ending in endings where bytes.hasSuffix(ending) && bytes.count - ending.count > Self.shortestStem(row) {
          let nominative = String(decoding: bytes.dropLast(ending.count) + row.nominative, as: UTF8.self)
          guard nominative != form else { continue }
          for (slot, forms) in cases(of: nominative, as: wordClass).enumerated() where forms.contains(form) {
            let reading = Reading(nominative: nominative, wordCase: slot)
            if !found.contains(reading) { found.append(reading) }
          }
        }
      }
    }
    return found
  }

  /// The nominatives of which `form` may be a case, `form` itself first.
  public func nominatives(of form: String, as wordClass: WordClass) -> [String] {
    var found: [String] = []
    for reading in readings(of: form, as: wordClass) where !found.contains(reading.nominative) {
      found.append(reading.nominative)
    }
    return found
  }

  /// The cases that a preposition asks for; nil when the word is none.
  public func cases(after preposition: String) -> [Int]? { governed[preposition] }

  /// True when a word ends as a name in the nominative hardly does.
  public func isOblique(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count > 6 && oblique.contains { bytes.hasSuffix($0) }
  }

  /// True when the word ends like an adjective in the nominative.
  func isAdjective(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count > 6 && (paradigms[.adjective] ?? []).contains { bytes.hasSuffix($0.nominative) }
  }

  /// The forms of a phrase: the adjectives before the first noun and that noun are declined together, what follows stands still. `head` says how the noun is declined.
  public func forms(ofPhrase words: [String], head: WordClass) -> [[String]] {
    guard head != .fixed else { return [words] }
    if head == .person { return inStep(words.map { cases(of: $0, as: .person) }) }
    var declined: [[[String]]] = []
    for (i, word) in words.enumerated() {
      let isAdjective = isAdjective(word) && (i + 1 < words.count || words.count == 1)
      declined.append(cases(of: word, as: isAdjective ? .adjective : head))
      if !isAdjective { break }
    }
    let tail = words.dropFirst(declined.count)
    return inStep(declined).map { $0 + tail }
  }

  /// Words in the same case side by side.
  private func inStep(_ words: [[[String]]]) -> [[String]] {
    var phrases: [[String]] = []
    let count = words.map(\.count).max() ?? 0
    for slot in 0..<count {
      var here: [[String]] = [[]]
      for cases in words {
        let forms = cases.count > slot ? cases[slot] : cases[0]
        here = here.flatMap { phrase in forms.map { phrase + [$0] } }
      }
      for phrase in here where !phrases.contains(phrase) { phrases.append(phrase) }
    }
    return phrases
  }
}

extension Array where Element == UInt8 {
  func hasSuffix(_ suffix: [UInt8]) -> Bool {
    guard count >= suffix.count else { return false }
    var i = count - suffix.count
    for byte in suffix {
      if self[i] != byte { return false }
      i += 1
    }
    return true
  }
}

extension String {
  /// Where `piece` first begins after the start of the string.
  fileprivate func firstRange(ofBytes piece: String) -> String.Index? {
    let (text, wanted) = (Array(utf8), Array(piece.utf8))
    guard text.count > wanted.count else { return nil }
    for start in 1..<(text.count - wanted.count) where Array(text[start..<(start + wanted.count)]) == wanted {
      return utf8.index(utf8.startIndex, offsetBy: start)
    }
    return nil
  }
}

extension Inflection {
  /// True when the word ends like an adjective in any case.
  func isAdjectiveForm(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count > 7 && adjectiveEndings.contains { bytes.hasSuffix($0) }
  }
}
