import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaText

/// Writes names as they sound, in one code for both scripts: Сергей, Sergei and Sergey come out alike.
///
/// The tables `Tables/sounds.LANGUAGE.yaml` give a code for each spelling; runs of vowels are one vowel, double consonants
/// one, and a front vowel at the end of a word is dropped. A final `a` stays, since it tells Петрова from Петров.
struct SoundCode: Sendable {
  private struct File: Decodable { var sounds: [String: String] }

  private let spellings: [[UInt8]: [UInt8]]
  private let longest: Int
  /// For words that are the same name though they sound unlike, a code that stands for all their spellings.
  private let sameNames: [String: String]
  private let folding: Transliterator

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/sounds.\(language).yaml", of: "SvodkaNames")
    var spellings: [[UInt8]: [UInt8]] = [:]
    for (spelling, sound) in file.sounds { spellings[Array(spelling.utf8)] = Array(sound.utf8) }
    self.spellings = spellings
    longest = spellings.keys.map(\.count).max() ?? 0
    sameNames = try Self.sameNames(language, resources)
    let (rules, name) = try resources.read("Tables/folding.txt", of: "SvodkaNames")
    folding = try Transliterator(rules: rules, file: name)
  }

  /// The code of a name; words and parts joined by hyphens are divided by blanks.
  func code(of words: [String]) throws(AnalysisError) -> String {
    var codes: [String] = []
    for word in words {
      for part in word.split(whereSeparator: { $0 == "-" || $0 == " " }) {
        let code = if let same = sameNames[String(part)] { same } else { try self.code(of: String(part)) }
        if !code.isEmpty { codes.append(code) }
      }
    }
    return codes.joined(separator: " ")
  }

  /// The codes of the languages whose names are compared, by script; read once by all who share the resources.
  static func byScript(resources: any ResourceProvider) throws(AnalysisError) -> [WordScript: SoundCode] {
    try resources.shared("by script") { () throws(AnalysisError) in
      [
        .cyrillic: try SoundCode(language: "ru", resources: resources),
        .latin: try SoundCode(language: "en", resources: resources),
      ]
    }
  }

  /// The rows of `Tables/name-words.tsv`, by the spellings of one language.
  static func sameNames(
    _ language: String, _ resources: any ResourceProvider
  ) throws(AnalysisError) -> [String: String] {
    let (bytes, file) = try resources.read("Tables/name-words.tsv", of: "SvodkaNames")
    var columns: [String] = []
    var codes: [String: String] = [:]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if columns.isEmpty {
        columns = cells
        continue
      }
      // A language that the table does not have has no such words.
      guard let column = columns.firstIndex(of: language) else { return [:] }
      guard cells.count == columns.count else {
        throw AnalysisError(
          .brokenResource, "expected \(columns.count) cells divided by tabs, found \(cells.count)",
          location: .init(path: file, line: number + 1))
      }
      let code = "=" + TokenKey.key(String(cells[0].prefix { $0 != "|" }))
      for spelling in cells[column].split(separator: "|") {
        let key = TokenKey.key(String(spelling))
        if codes[key] == nil { codes[key] = code }
      }
    }
    return codes
  }

  private func code(of word: String) throws(AnalysisError) -> String {
    // Cyrillic and plain Latin letters are in the tables; others lose their marks first.
    let isPlain = word.utf8.allSatisfy { $0 < 0x80 || $0 == 0xD0 || $0 == 0xD1 || $0 & 0xC0 == 0x80 }
    var letters = Array((isPlain ? word : try folding.transliterate(word)).utf8)
    letters.insert(0x5E, at: 0)
    letters.append(0x24)
    var code: [UInt8] = []
    var at = 0
    while at < letters.count {
      var length = min(longest, letters.count - at)
      var found: [UInt8]?
      while length > 0 {
        if let sound = spellings[Array(letters[at..<(at + length)])] {
          found = sound
          break
        }
        length -= 1
      }
      for sound in found ?? [] where !Self.isVowel(sound) || !Self.absorbs(sound, in: &code) {
        if code.last != sound { code.append(sound) }
      }
      at += max(1, length)
    }
    if code.count > 2, code.last == UInt8(ascii: "i") { code.removeLast() }
    return String(decoding: code, as: UTF8.self)
  }

  private static func isVowel(_ sound: UInt8) -> Bool {
    sound == UInt8(ascii: "a") || sound == UInt8(ascii: "i") || sound == UInt8(ascii: "o")
  }

  /// Joins a vowel to the run before it: of a run a is heard first, then o, then i.
  private static func absorbs(_ vowel: UInt8, in code: inout [UInt8]) -> Bool {
    guard let last = code.last, isVowel(last) else { return false }
    let rank: [UInt8] = [UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "a")]
    let (a, b) = (rank.firstIndex(of: last) ?? 0, rank.firstIndex(of: vowel) ?? 0)
    code[code.count - 1] = rank[max(a, b)]
    return true
  }
}
