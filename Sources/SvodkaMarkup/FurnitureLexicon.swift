import SvodkaKit
import SvodkaResources

/// The wording of furniture by kind, in all languages that have a table (`Tables/furniture.XX.yaml`).
struct FurnitureLexicon: Sendable {
  /// How sure an entry makes.
  enum Strength: Int, Sendable, Comparable {
    case button, phrase, opening, line
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// An entry that fits a line.
  struct Match: Sendable {
    var kind: Furniture.Kind
    var strength: Strength
    var entry: String
    /// How many entries make up a line of buttons.
    var count = 1
  }

  /// An entry's words, each whole, the beginning of one, or a gap of up to five.
  private final class Entry: Sendable {
    enum Part: Sendable { case word, opening, gap }
    let parts: [Part]
    let words: [[UInt8]]
    let match: Match
    let strength: Strength
    /// Which one it is of all.
    let number: Int

    init(parts: [Part], words: [[UInt8]], match: Match, number: Int) {
      (self.parts, self.words, self.match, strength, self.number) = (parts, words, match, match.strength, number)
    }
  }

  /// Entries by their first word: the whole of it, or the first four bytes where an entry tells but its beginning.
  private struct Index: Sendable {
    private var whole: [UInt64: [Entry]] = [:]
    private var opening: [UInt32: [Entry]] = [:]
    /// Whether some entry's first word may fall into a slot: nearly all words are done with by asking this.
    private var mayBe = [Bool](repeating: false, count: 1 << 14)
    private var mayOpen = [Bool](repeating: false, count: 1 << 14)

    private static func slot(_ hash: UInt64) -> Int { Int(hash >> 50) }
    private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B9) >> 18) }

    mutating func add(_ entry: Entry) {
      let first = entry.words.first ?? []
      if entry.parts.first == .word {
        let hash = first.withUnsafeBufferPointer { WordHashes.quick($0) }
        mayBe[Self.slot(hash)] = true
        whole[hash, default: []].append(entry)
      } else {
        var key: UInt32 = 0
        for byte in first.prefix(4) { key = key << 8 | UInt32(byte) }
        mayOpen[Self.slot(key)] = true
        opening[key, default: []].append(entry)
      }
    }

    /// Calls `body` with the entries that may begin with a word, in their order.
    func forEach(at place: Int, of words: FoldedWords, _ body: (Entry) -> Void) {
      let range = words.range(place)
      let hash = words.bytes.withUnsafeBufferPointer { WordHashes.quick(UnsafeBufferPointer(rebasing: $0[range])) }
      let key = words.key(place)
      let wholes = mayBe[Self.slot(hash)] ? whole[hash] : nil
      let openings = mayOpen[Self.slot(key)] ? opening[key] : nil
      switch (wholes, openings) {
      case (nil, nil): break
      case (let entries?, nil), (nil, let entries?): for entry in entries { body(entry) }
      case (let a?, let b?): for entry in (a + b).sorted(by: { $0.number < $1.number }) { body(entry) }
      }
    }
  }

  private struct Lists: Decodable {
    var lines, openings, phrases, buttons: [String]
  }

  private struct File: Decodable {
    var fold: [String: String]?
    var kinds: [String: Lists]
    var address, letters: [String]
    var profiles: ProfileBox.Words
  }

  private struct Languages: Decodable { var languages: [String] }

  private var entries = Index()
  private var buttons = Index()
  private var letters = Index()
  private var count = 0
  private var address: Set<[UInt8]> = []
  private let folding: WordFolding
  /// Boxes that tell who somebody is.
  let profiles: ProfileBox

  init(resources: any ResourceProvider) throws(AnalysisError) {
    let languages = try resources.decode(Languages.self, from: "Tables/languages.yaml", of: "SvodkaMarkup").languages
    var files: [File] = []
    var fold: [Character: Character] = [:]
    for language in languages {
      let file = try resources.decode(File.self, from: "Tables/furniture.\(language).yaml", of: "SvodkaMarkup")
      for (from, to) in file.fold ?? [:] {
        if let a = from.first, let b = to.first { fold[a] = b }
      }
      files.append(file)
    }
    let folding = WordFolding(letters: fold)
    self.folding = folding
    profiles = ProfileBox(files.map(\.profiles)) { folding.words(of: $0) }
    for file in files {
      for kind in Furniture.Kind.allCases {
        guard let lists = file.kinds[kind.rawValue] else { continue }
        for (strength, list) in [
          (Strength.line, lists.lines), (.opening, lists.openings), (.phrase, lists.phrases), (.button, lists.buttons),
        ] {
          for text in list { add(text, Match(kind: kind, strength: strength, entry: text)) }
        }
      }
      for text in file.letters {
        letters.add(entry(text, Match(kind: .donation, strength: .opening, entry: text)))
      }
      for word in file.address { address.insert(Array(word.utf8)) }
    }
  }

  private mutating func add(_ text: String, _ match: Match) {
    let entry = entry(text, match)
    guard !entry.words.isEmpty else { return }
    if match.strength <= .button || match.strength == .line { buttons.add(entry) }
    if match.strength > .button { entries.add(entry) }
  }

  private mutating func entry(_ text: String, _ match: Match) -> Entry {
    var parts: [Entry.Part] = []
    var all: [[UInt8]] = []
    for part in text.split(separator: " ") {
      let words = words(of: String(part))
      if part != "_", words.isEmpty { continue }
      parts.append(part == "_" ? .gap : part.hasSuffix("*") ? .opening : .word)
      all.append(part == "_" ? [] : Array(words[0]))
    }
    count += 1
    return Entry(parts: parts, words: all, match: match, number: count)
  }

  /// The words of a line, as the entries are looked for in them.
  func words(of line: String) -> FoldedWords { folding.words(of: line) }

  /// The same of UTF-8, with the room that earlier words had.
  func cut(_ line: [UInt8], into words: inout FoldedWords) {
    line.withUnsafeBufferPointer { folding.cut($0, into: &words) }
  }

  /// The entries that fit a line, the surest first.
  func matches(_ words: FoldedWords) -> [Match] {
    var found: [Match] = []
    // "12 comments": a count in front changes nothing.
    let first = words.count > 1 && words.isNumber(0) ? 1 : 0
    for start in 0..<words.count {
      entries.forEach(at: start, of: words) { entry in
        switch entry.strength {
        case .line where start <= first:
          if Self.end(of: entry, in: words, from: start, toEnd: true) != nil { found.append(entry.match) }
        case .opening where start == 0, .phrase:
          if Self.end(of: entry, in: words, from: start, toEnd: false) != nil { found.append(entry.match) }
        default: break
        }
      }
    }
    if found.isEmpty, words.count <= 24, let buttons = wholeOfButtons(words) { found.append(buttons) }
    return found.count > 1 ? found.sorted { $0.strength > $1.strength } : found
  }

  /// True when a letter to the readers begins with this line.
  func beginsLetter(_ words: FoldedWords) -> Bool {
    guard !words.isEmpty else { return false }
    var begins = false
    letters.forEach(at: 0, of: words) { entry in
      if !begins { begins = Self.end(of: entry, in: words, from: 0, toEnd: false) != nil }
    }
    return begins
  }

  /// How many words speak to the readers.
  func addressing(_ words: FoldedWords) -> Int {
    (0..<words.count).reduce(0) { $0 + (address.contains(Array(words[$1])) ? 1 : 0) }
  }

  /// The first button with the number of all, when a line is made of nothing but buttons, amounts of money aside.
  private func wholeOfButtons(_ words: FoldedWords) -> Match? {
    var found: Match?
    var count = 0
    var amounts = 0
    var start = 0
    while start < words.count {
      var longest = 0
      buttons.forEach(at: start, of: words) { entry in
        guard let end = Self.end(of: entry, in: words, from: start, toEnd: false), end - start > longest else { return }
        longest = end - start
        found = found ?? entry.match
      }
      if longest > 0 { count += 1 }
      if longest == 0, words.isNumber(start), words.range(start).count < 6 {
        longest = 1
        amounts += 1
      }
      guard longest > 0 else { return nil }
      start += longest
    }
    // Numbers beside the names of networks are a table, not amounts to choose from.
    guard var found, amounts == 0 || found.kind == .donation else { return nil }
    found.strength = .button
    found.count = count
    return found
  }

  /// Where an entry ends in the words; nil when it does not fit.
  private static func end(
    of entry: Entry, _ part: Int = 0, in words: FoldedWords, from start: Int, toEnd: Bool
  ) -> Int? {
    var at = start
    for part in part..<entry.parts.count {
      let kind = entry.parts[part]
      if kind == .gap {
        for skipped in 1...5 where at + skipped <= words.count {
          if let found = end(of: entry, part + 1, in: words, from: at + skipped, toEnd: toEnd) { return found }
        }
        return nil
      }
      guard at < words.count, words.agrees(at, with: entry.words[part], whole: kind == .word) else { return nil }
      at += 1
    }
    return !toEnd || at == words.count ? at : nil
  }
}
