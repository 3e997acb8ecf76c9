import SvodkaKit
import SvodkaLanguage

/// Cuts names into words and undoes their case.
struct NameReader: Sendable {
  private struct Language: Sendable {
    var tokenizer: Tokenizer
    var grammar: NameGrammar
    var sameNames: [String: String]
    var bodies: BodyNames
  }

  private let alphabet: SpellingAlphabet
  private let endings: NameEndings
  private let exonyms: ExonymTable
  private let surnames: SurnameTable
  private let languages: [WordScript: Language]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    alphabet = try SpellingAlphabet(resources: resources)
    endings = try NameEndings(resources: resources)
    exonyms = try ExonymTable(resources: resources)
    surnames = try SurnameTable(resources: resources)
    var languages: [WordScript: Language] = [:]
    for (script, code) in [(WordScript.cyrillic, "ru"), (.latin, "en")] {
      languages[script] = Language(
        tokenizer: try Tokenizer(language: code), grammar: try NameGrammar.shared(language: code, resources: resources),
        sameNames: try SoundCode.sameNames(code, resources),
        bodies: try BodyNames.shared(language: code, resources: resources))
    }
    self.languages = languages
  }

  func read(_ name: String) throws(AnalysisError) -> ComparedName {
    let script: WordScript = name.unicodeScalars.contains { (0x400...0x52F).contains($0.value) } ? .cyrillic : .latin
    guard let language = languages[script] else { return ComparedName(text: name, readings: [], known: []) }
    let text = DocumentText(name)
    var tokens = try language.tokenizer.tokens(in: text, within: TextSpan(0, text.bytes.count))
    tokens.removeAll { $0.kind == .mark && $0.key != "." }
    let known = known(tokens, language)
    if known.isEmpty {
      let title = language.grammar.titleLength(tokens)
      if title < tokens.count { tokens.removeFirst(title) }
    }
    var readings: [ComparedName.Reading] = []
    for (words, penalty) in nominatives(tokens, script, language) {
      let made = try self.words(words, written: tokens, text, script, language)
      guard !made.isEmpty else { continue }
      let isPerson = made.count > 1 && (made[0].role == .initial || language.grammar.isGivenName(made[0].key))
      readings.append(.init(words: made, penalty: penalty, isPerson: isPerson))
    }
    var exonymKeys = exonyms.keys(of: tokens.filter { $0.kind != .mark }.map(\.key).joined(separator: " "))
    for reading in readings where exonymKeys.isEmpty {
      exonymKeys = exonyms.keys(of: reading.words.map(\.key).joined(separator: " "))
    }
    return ComparedName(text: name, readings: readings, known: known + exonymKeys)
  }

  private func known(_ tokens: [Token], _ language: Language) -> [ComparedName.KnownKey] {
    let words = tokens.filter { $0.kind != .mark }
    let listed = language.grammar.known(words[...])
    if listed.isEmpty, let body = language.bodies.body(words[...]) { return [.init(key: body.key, source: .bodies)] }
    return listed.map { .init(key: $0.name.key, source: .gazetteer) }
  }

  /// Nominatives with what they cost; a woman's surname is not also a man's in the genitive unless a given name says so.
  private func nominatives(
    _ tokens: [Token], _ script: WordScript, _ language: Language
  ) -> [(words: [String], penalty: Double)] {
    let plain = tokens.filter { $0.kind != .mark }.map(\.key)
    guard script == .cyrillic, !tokens.isEmpty, let first = tokens.first, let last = tokens.last else {
      return [(plain, 0)]
    }
    var found: [(words: [String], penalty: Double)] = []
    for type in [EntityType.person, .location] {
      let mention = Mention(
        span: TextSpan(first.span.start, last.span.end), tokens: 0..<tokens.count, type: type, confidence: 1, rule: "")
      let all = language.grammar.nominatives(of: mention, in: tokens)
      guard let best = all.map(\.score).max() else { continue }
      // A given name in the nominative is no form of a place's name.
      if type == .location, plain.count == 1, language.grammar.isGivenName(plain[0]), found.first?.penalty == 0 {
        continue
      }
      let isWoman = plain.last.map { endings.gender(of: $0, script) == .woman } ?? false
      for nominative in all.prefix(6) where nominative.score >= best - 0.75 {
        if isWoman, nominative.words.last != plain.last, nominative.score < best { continue }
        if found.contains(where: { $0.words == nominative.words }) { continue }
        found.append((nominative.words, nominative.words == plain ? 0 : 0.15 + (best - nominative.score) * 0.1))
      }
    }
    return found.isEmpty ? [(plain, 0)] : found
  }

  private func words(
    _ nominative: [String], written tokens: [Token], _ text: DocumentText, _ script: WordScript, _ language: Language
  ) throws(AnalysisError) -> [NameWord] {
    var words: [NameWord] = []
    let places = tokens.indices.filter { tokens[$0].kind != .mark }
    for (word, place) in zip(nominative, places) {
      let hasPoint =
        text[tokens[place].span].hasSuffix(".") || tokens.indices.contains(place + 1) && tokens[place + 1].key == "."
      var parts = word.split(whereSeparator: { $0 == "-" || $0 == " " }).map(String.init)
      // `J.D.` is two initials.
      if word.contains("."), parts.count == 1 { parts = word.split(separator: ".").map(String.init) }
      for (number, part) in parts.enumerated() {
        guard let spelled = try alphabet.spelled(part) else { continue }
        var made = NameWord(
          key: part, spellings: [spelled], role: .plain,
          sameName: language.sameNames[script == .cyrillic ? try alphabet.russian(part) : part],
          surnames: surnames.rows(of: part), gender: endings.gender(of: part, script), isJoined: number > 0)
        if let plain = try alphabet.unmarked(spelled) { made.spellings.append(plain) }
        if spelled.count <= 2, hasPoint || spelled.count == 1 && place != places.last {
          made.role = .initial
        } else if language.grammar.isParticle(part), places.count + parts.count > 2 {
          made.role = .particle
        } else if language.grammar.isPatronymic(part), place != places.first, places.count > 2 {
          // Of two words the last is a surname: Слободан Милошевич.
          made.role = .patronymic
        }
        words.append(made)
      }
    }
    return words
  }
}
