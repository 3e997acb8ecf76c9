import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Names entities: their fullest form in the nominative, the name in other languages, the id.
struct EntityNaming: Sendable {
  private let language: String
  private let grammar: NameGrammar
  private let sounds: SoundCode
  private let spelling: NameSpelling
  private let spellings: DocumentSpellings
  private let bodies: BodyNames
  /// In all languages in which entities are named, at their first use.
  private let bodiesByLanguage: LanguageCache<BodyNames>

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    self.language = language
    grammar = try NameGrammar.shared(language: language, resources: resources)
    sounds = try SoundCode(language: language, resources: resources)
    spelling = try NameSpelling(from: language, resources: resources)
    spellings = try DocumentSpellings(language: language, resources: resources)
    bodies = try BodyNames.shared(language: language, resources: resources)
    bodiesByLanguage = LanguageCache { (language) throws(AnalysisError) in
      try BodyNames.shared(language: language, resources: resources)
    }
  }

  /// A mention with its nominatives.
  func named(
    _ mention: Mention, index: Int, text: DocumentText, tokens: [Token]
  ) throws(AnalysisError) -> NamedMention {
    if mention.tokens.count == 1, mention.span != tokens[mention.tokens.lowerBound].span {
      return try namedPart(mention, index: index, text: text, tokens: tokens)
    }
    let words = mention.tokens.filter { tokens[$0].kind != .mark }
    let keys = words.map { tokens[$0].key }
    let nominatives = grammar.nominatives(of: mention, in: tokens)
    let known = grammar.known(mention, in: tokens)
    return NamedMention(
      index: index, mention: mention, words: keys, written: words.map { text[tokens[$0].span] },
      nominatives: nominatives, known: known.first?.name,
      body: known.isEmpty && mention.type == .organization ? bodies.body(words.map { tokens[$0] }[...]) : nil,
      knownForm: known.first?.written,
      sound: try sounds.code(of: nominatives.first?.words ?? keys),
      isAbbreviation: mention.type != .person && words.count == 1
        && words.allSatisfy { tokens[$0].shape == .upper && tokens[$0].key.unicodeScalars.count <= 8 })
  }

  /// `London` of `London-based`: the name is a part of its token. Only the word before tells more about it.
  private func namedPart(
    _ mention: Mention, index: Int, text: DocumentText, tokens: [Token]
  ) throws(AnalysisError) -> NamedMention {
    let token = mention.tokens.lowerBound
    var near = Array(tokens[max(0, token - 1)...token])
    near[near.count - 1].span = mention.span
    near[near.count - 1].key = TokenKey.key(text[mention.span])
    var part = mention
    part.tokens = (near.count - 1)..<near.count
    var named = try named(part, index: index, text: text, tokens: near)
    named.mention = mention
    return named
  }

  /// True when two names of as many words are spellings of one another.
  func areSpellings(_ a: NamedMention, _ b: NamedMention) -> Bool {
    guard a.sound.utf8.count > 3 else { return false }
    return a.sound == b.sound || spellings.areSpellings(a.likeliestWords, b.likeliestWords)
  }

  /// True when a name of one word is a spelling of the word at a place of another.
  func areSpellings(_ short: NameKind, _ full: NameKind, at place: Int) -> Bool {
    guard full.sounds.indices.contains(place), short.name.sound.utf8.count > 3 else { return false }
    return full.sounds[place] == short.name.sound
      || spellings.areSpellings(short.name.likeliestWords, [full.name.likeliestWords[place]])
  }

  /// How a word sounds; empty where it cannot be read.
  func sound(of word: String) -> String { (try? sounds.code(of: [word])) ?? "" }

  /// The groups as entities.
  func entities(_ groups: [MentionGrouping.Group], in text: DocumentText) throws(AnalysisError) -> [Entity] {
    var entities: [Entity] = []
    var used: [String: Int] = [:]
    for group in groups {
      let (name, words) = self.name(of: group, in: text)
      var key = try sounds.code(of: words)
      if let body = group.body { key = body.key }
      if let known = group.known { key = "table " + known.key }
      let base = Self.id(group.type.rawValue + " " + (key.isEmpty ? name : key))
      let count = used[base, default: 0]
      used[base] = count + 1
      entities.append(
        Entity(
          id: count == 0 ? base : "\(base)-\(count + 1)", name: name,
          names: try names(of: group, name), type: group.type, mentions: group.members.map(\.index),
          reasons: group.members.map { group.reasons[$0.index] }))
    }
    for (i, group) in groups.enumerated() {
      entities[i].ambiguousWith = group.ambiguousWith.map { entities[$0].id }
    }
    return entities
  }

  private func names(of group: MentionGrouping.Group, _ name: String) throws(AnalysisError) -> [Entity.LocalName] {
    var names: [Entity.LocalName] = []
    for other in NameSpelling.languages {
      if let known = group.known?.names.first(where: { $0.language == other }) {
        names.append(.init(language: other, name: known.name))
      } else if other == language {
        names.append(.init(language: other, name: name))
      } else if let body = group.body, let name = try bodiesByLanguage.value(for: other).name(of: body) {
        names.append(.init(language: other, name: name))
      } else if other != "ru", language != "ru" {
        // Languages of one script write a name alike where no table says otherwise.
        names.append(.init(language: other, name: name))
      } else {
        names.append(.init(language: other, name: try spelling.spelled(name)))
      }
    }
    if !NameSpelling.languages.contains(language) { names.append(.init(language: language, name: name)) }
    return names
  }

  /// The fullest form in the nominative, as written and as keys.
  private func name(of group: MentionGrouping.Group, in text: DocumentText) -> (String, [String]) {
    guard let fullest = group.fullest else { return ("", []) }
    let written = text[fullest.mention.span]
    if let form = fullest.knownForm { return (form, fullest.words) }
    guard let best = likeliest(fullest, group), best.words != fullest.words else {
      return (written, fullest.words)
    }
    var name = written
    for (word, nominative) in zip(fullest.written, best.words) {
      let restored = Self.restored(nominative, from: word)
      if restored != word, let range = name.range(of: word) { name.replaceSubrange(range, with: restored) }
    }
    return (name, best.words)
  }

  /// The nominative for which most speaks in all mentions together.
  private func likeliest(_ fullest: NamedMention, _ group: MentionGrouping.Group) -> NameGrammar.Nominative? {
    var best: (nominative: NameGrammar.Nominative, score: Double)?
    for nominative in fullest.nominatives {
      var score = nominative.score
      for member in group.members where member.index != fullest.index {
        let fitting = member.nominatives.filter { other in
          other.words == nominative.words || other.words.count == 1 && nominative.words.contains(other.words[0])
        }
        score += (fitting.map(\.score).max() ?? -1) * 0.9
      }
      if score > (best?.score ?? -.infinity) { best = (nominative, score) }
    }
    return best?.nominative
  }

  /// A nominative, known in lower case, with the capitals and the ё of the form that stood in the text.
  private static func restored(_ nominative: String, from written: String) -> String {
    let key = TokenKey.key(written)
    var common = 0
    for (a, b) in zip(key, nominative) {
      if a != b { break }
      common += 1
    }
    guard common > 0, key.count == written.count else { return written }
    let isUpper = written.count > 1 && written == written.uppercased()
    let ending = String(nominative.dropFirst(common))
    return String(written.prefix(common)) + (isUpper ? ending.uppercased() : ending)
  }

  /// A 64-bit FNV-1a hash as 16 hexadecimal digits.
  private static func id(_ text: String) -> String {
    let digits = String(StableHash.fnv1a(text.utf8), radix: 16)
    return "e" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension String {
  /// Where a piece first stands.
  fileprivate func range(of piece: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(piece) { return start..<index(start, offsetBy: piece.count) }
      start = index(after: start)
    }
    return nil
  }
}
