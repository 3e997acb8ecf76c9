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
  private var index: [[UInt8]: [Entry]] = [:]
  private var buttons: [[UInt8]: [Entry]] = [:]
  private var letters: [[UInt8]: [Entry]] = [:]
  private var address: Set<[UInt8]> = []
  private let fold: [Character: Character]

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
    if match.strength > .button { index[Self.key(entry.words), default: []].append(entry) }
  }

  private func pattern(_ text: String) -> [Pattern] {
    text.split(separator: " ").compactMap { part in
      if part == "_" { return .gap }
      let word = words(of: String(part)).first ?? []
      if word.isEmpty { return nil }
      return part.hasSuffix("*") ? .opening(word) : .word(word)
    }
  }

  private static func key(_ pattern: [Pattern]) -> [UInt8] {
    switch pattern.first {
    case .word(let word), .opening(let word): Array(word.prefix(4))
    default: []
    }
  }

  /// The words of a line in lower case, without punctuation and apostrophes; signs such as © stand alone.
  func words(of line: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    // Cutting and lower case by Unicode are slow, and nearly all of a page's words are plain: only the others are asked for.
    var isPlain = true
    func close() {
      if !word.isEmpty { words.append(isPlain ? word : folded(word)) }
      word.removeAll(keepingCapacity: true)
      isPlain = true
    }
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value + 0x20))
      case 0x27, 0x2019: continue
      case 0x2A, 0xA9:
        close()
        words.append(Array(String(scalar).utf8))
      case 0..<0xAA, 0x2000...0x206F: close()
      default:
        if scalar.value < 0x600 && scalar.value >= 0x370 || scalar.properties.isAlphabetic {
          word.append(contentsOf: String(scalar).utf8)
          isPlain = false
        } else {
          close()
        }
      }
    }
    close()
    return words
  }

  private func folded(_ word: [UInt8]) -> [UInt8] {
    let lower = String(decoding: word, as: UTF8.self).lowercased()
    guard !fold.isEmpty, lower.contains(where: { fold[$0] != nil }) else { return Array(lower.utf8) }
    return Array(String(lower.map { fold[$0] ?? $0 }).utf8)
  }

  /// The entries that fit a line, the surest first.
  func matches(_ words: [[UInt8]]) -> [Match] {
    var found: [Match] = []
    for start in words.indices {
      for entry in index[Array(words[start].prefix(4))] ?? [] {
        switch entry.match.strength {
        case .line where start == 0:
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
    return (letters[Array(first.prefix(4))] ?? []).contains {
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
      for entry in buttons[Array(first.prefix(4))] ?? [] {
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
