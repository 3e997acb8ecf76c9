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

  private struct Entry: Sendable {
    var words: [Pattern]
    var match: Match
  }

  private enum Pattern: Sendable {
    case word([UInt8])
    case opening([UInt8])
    case gap
  }

  private struct Lists: Decodable {
    var lines, openings, phrases, buttons: [String]
  }

  private struct File: Decodable {
    var fold: [String: String]?
    var kinds: [String: Lists]
    var address, letters: [String]
  }

  private struct Languages: Decodable { var languages: [String] }

  /// Entries by the first three letters of their first word.
  private var index: [UInt32: [Entry]] = [:]
  private var buttons: [UInt32: [Entry]] = [:]
  /// Whether some entry's key may fall into a slot: nearly all words are done with by asking this.
  private var starts = [Bool](repeating: false, count: 1 << 14)
  private var letters: [UInt32: [Entry]] = [:]
  private var address: Set<[UInt8]> = []
  private let fold: [Character: Character]
  /// Second bytes, behind D1, of the small Cyrillic letters that are folded.
  private let foldedSecondBytes: [Bool]

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
    self.fold = fold
    var seconds = [Bool](repeating: false, count: 256)
    for letter in fold.keys {
      let bytes = Array(String(letter).utf8)
      if bytes.count == 2, bytes[0] == 0xD1 { seconds[Int(bytes[1])] = true }
    }
    foldedSecondBytes = seconds
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
        let entry = Entry(words: pattern(text), match: Match(kind: .donation, strength: .opening, entry: text))
        letters[Self.key(entry.words), default: []].append(entry)
      }
      for word in file.address { address.insert(Array(word.utf8)) }
    }
  }

  private mutating func add(_ text: String, _ match: Match) {
    let entry = Entry(words: pattern(text), match: match)
    guard !entry.words.isEmpty else { return }
    if match.strength <= .button || match.strength == .line {
      buttons[Self.key(entry.words), default: []].append(entry)
    }
    if match.strength > .button {
      let key = Self.key(entry.words)
      starts[Self.slot(key)] = true
      index[key, default: []].append(entry)
    }
  }

  private func pattern(_ text: String) -> [Pattern] {
    text.split(separator: " ").compactMap { part in
      if part == "_" { return .gap }
      let word = words(of: String(part)).first ?? []
      if word.isEmpty { return nil }
      return part.hasSuffix("*") ? .opening(word) : .word(word)
    }
  }

  private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B9) >> 18) }

  private static func key(_ pattern: [Pattern]) -> UInt32 {
    switch pattern.first {
    case .word(let word), .opening(let word): key(word)
    default: 0
    }
  }

  /// The first four bytes of a word.
  private static func key(_ word: [UInt8]) -> UInt32 {
    var key: UInt32 = 0
    for index in 0..<min(4, word.count) { key = key << 8 | UInt32(word[index]) }
    return key
  }

  /// The words of a line in lower case, without punctuation and apostrophes; signs such as © stand alone.
  func words(of line: String) -> [[UInt8]] { words(of: Array(line.utf8)) }

  /// The same of UTF-8.
  func words(of line: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    // Cutting and lower case by Unicode are slow, and nearly all of a page's words are plain: only the others are asked for.
    var isPlain = true
    func close() {
      if !word.isEmpty { words.append(isPlain ? word : folded(word)) }
      word.removeAll(keepingCapacity: true)
      isPlain = true
    }
    var index = 0
    while index < line.count {
      let byte = line[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: word.append(byte)
      case 0x41...0x5A: word.append(byte + 0x20)
      case 0x27: break
      case 0x2A:
        close()
        words.append([0x2A])
      case 0..<0x80: close()
      // Cyrillic and Greek letters by the thousand: two bytes each.
      case 0xCE...0xD3 where index + 1 < line.count:
        word.append(byte)
        word.append(line[index + 1])
        isPlain = false
        index += 1
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let scalar = String(decoding: line[index..<min(line.count, index + length)], as: UTF8.self).unicodeScalars.first
        switch scalar?.value ?? 0 {
        case 0x2019: break
        case 0xA9:
          close()
          words.append([0xC2, 0xA9])
        case 0..<0xAA, 0x2000...0x206F: close()
        default:
          if scalar?.properties.isAlphabetic == true {
            word.append(contentsOf: line[index..<min(line.count, index + length)])
            isPlain = false
          } else {
            close()
          }
        }
        index += length - 1
      }
      index += 1
    }
    close()
    return words
  }

  /// A word in lower case, with the letters changed that a table says are written without distinction.
  private func folded(_ word: [UInt8]) -> [UInt8] {
    if let short = Self.lowerCyrillic(word), foldsNone(short) { return short }
    let lower = String(decoding: word, as: UTF8.self).lowercased()
    guard !fold.isEmpty, lower.contains(where: { fold[$0] != nil }) else { return Array(lower.utf8) }
    return Array(String(lower.map { fold[$0] ?? $0 }).utf8)
  }

  /// True when no letter of a Cyrillic word is folded.
  private func foldsNone(_ word: [UInt8]) -> Bool {
    var index = 0
    while index + 1 < word.count {
      if word[index] == 0xD1, foldedSecondBytes[Int(word[index + 1])] { return false }
      index += word[index] < 0x80 ? 1 : 2
    }
    return true
  }

  /// A word of basic Cyrillic and ASCII in lower case, by its bytes: asking Unicode is slow. Nil with any other letter.
  private static func lowerCyrillic(_ word: [UInt8]) -> [UInt8]? {
    var lower = word
    var index = 0
    while index < lower.count {
      if lower[index] < 0x80 {
        index += 1
        continue
      }
      guard index + 1 < lower.count else { return nil }
      switch (lower[index], lower[index + 1]) {
      // А to П, Р to Я, Ё and its like.
      case (0xD0, 0x90...0x9F): lower[index + 1] += 0x20
      case (0xD0, 0xA0...0xAF): (lower[index], lower[index + 1]) = (0xD1, lower[index + 1] - 0x20)
      case (0xD0, 0x80...0x8F): (lower[index], lower[index + 1]) = (0xD1, lower[index + 1] + 0x10)
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F): break
      default: return nil
      }
      index += 2
    }
    return lower
  }

  /// The entries that fit a line, the surest first.
  func matches(_ words: [[UInt8]]) -> [Match] {
    var found: [Match] = []
    // "12 comments": a count in front changes nothing.
    let first = words.count > 1 && words[0].allSatisfy { (0x30...0x39).contains($0) } ? 1 : 0
    for start in words.indices {
      let key = Self.key(words[start])
      guard starts[Self.slot(key)], let entries = index[key] else { continue }
      for entry in entries {
        switch entry.match.strength {
        case .line where start <= first:
          if Self.end(of: entry.words[...], in: words[start...], toEnd: true) != nil { found.append(entry.match) }
        case .opening where start == 0, .phrase:
          if Self.end(of: entry.words[...], in: words[start...], toEnd: false) != nil { found.append(entry.match) }
        default: break
        }
      }
    }
    if found.isEmpty, words.count <= 24, let buttons = wholeOfButtons(words) { found.append(buttons) }
    return found.sorted { $0.strength > $1.strength }
  }

  /// True when a letter to the readers begins with this line.
  func beginsLetter(_ words: [[UInt8]]) -> Bool {
    guard let first = words.first else { return false }
    return (letters[Self.key(first)] ?? []).contains {
      Self.end(of: $0.words[...], in: words[...], toEnd: false) != nil
    }
  }

  /// How many words speak to the readers.
  func addressing(_ words: [[UInt8]]) -> Int { words.reduce(0) { $0 + (address.contains($1) ? 1 : 0) } }

  /// The first button with the number of all, when a line is made of nothing but buttons, amounts of money aside.
  private func wholeOfButtons(_ words: [[UInt8]]) -> Match? {
    var found: Match?
    var count = 0
    var amounts = 0
    var rest = words[...]
    while let first = rest.first {
      var longest = 0
      for entry in buttons[Self.key(first)] ?? [] {
        guard let end = Self.end(of: entry.words[...], in: rest, toEnd: false), end - rest.startIndex > longest else {
          continue
        }
        longest = end - rest.startIndex
        found = found ?? entry.match
      }
      if longest > 0 { count += 1 }
      if longest == 0, first.allSatisfy({ (0x30...0x39).contains($0) }), first.count < 6 {
        longest = 1
        amounts += 1
      }
      guard longest > 0 else { return nil }
      rest = rest.dropFirst(longest)
    }
    // Numbers beside the names of networks are a table, not amounts to choose from.
    guard var found, amounts == 0 || found.kind == .donation else { return nil }
    found.strength = .button
    found.count = count
    return found
  }

  /// Where a pattern ends in the words; nil when it does not fit.
  private static func end(of pattern: ArraySlice<Pattern>, in words: ArraySlice<[UInt8]>, toEnd: Bool) -> Int? {
    guard let first = pattern.first else { return !toEnd || words.isEmpty ? words.startIndex : nil }
    let rest = pattern.dropFirst()
    switch first {
    case .word(let word):
      guard let next = words.first, next == word else { return nil }
      return end(of: rest, in: words.dropFirst(), toEnd: toEnd)
    case .opening(let opening):
      guard let next = words.first, next.starts(with: opening) else { return nil }
      return end(of: rest, in: words.dropFirst(), toEnd: toEnd)
    case .gap:
      for skipped in 1...5 where skipped <= words.count {
        if let found = end(of: rest, in: words.dropFirst(skipped), toEnd: toEnd) { return found }
      }
      return nil
    }
  }
}
