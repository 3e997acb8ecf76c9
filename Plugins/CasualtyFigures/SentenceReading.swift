import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// A sentence with everything that the lexicon knows of it.
struct SentenceReading {
  /// A stretch of tokens that the lexicon knows.
  struct Found<Value> {
    var tokens: Range<Int>
    var value: Value
  }

  /// What a single token is good for, beside the phrases.
  struct Marks: OptionSet {
    let rawValue: UInt64
    static let stop = Marks(rawValue: 1)
    static let passive = Marks(rawValue: 2)
    static let object = Marks(rawValue: 4)
    static let joiner = Marks(rawValue: 8)
    static let singular = Marks(rawValue: 16)
    static let boundary = Marks(rawValue: 32)
    static let more = Marks(rawValue: 64)
    static let predicate = Marks(rawValue: 128)
    static let amount = Marks(rawValue: 256)
    static let denial = Marks(rawValue: 512)
    static let comma = Marks(rawValue: 1024)
    static let clause = Marks(rawValue: 2048)
    static let dash = Marks(rawValue: 4096)
    static let quote = Marks(rawValue: 8192)
    static let copula = Marks(rawValue: 16384)
    static let correction = Marks(rawValue: 32768)
    static let lone = Marks(rawValue: 65536)
    static let loneVerb = Marks(rawValue: 131_072)
    static let relative = Marks(rawValue: 262_144)
    static let placeOpener = Marks(rawValue: 524_288)
    static let placeNoun = Marks(rawValue: 1_048_576)
    static let numbered = Marks(rawValue: 2_097_152)
    static let preposition = Marks(rawValue: 4_194_304)
    static let placeLink = Marks(rawValue: 8_388_608)
    static let doer = Marks(rawValue: 16_777_216)
    static let loneObject = Marks(rawValue: 33_554_432)
    static let loneAct = Marks(rawValue: 67_108_864)
    static let animal = Marks(rawValue: 134_217_728)
    static let plural = Marks(rawValue: 268_435_456)
    static let whole = Marks(rawValue: 536_870_912)
    static let lonePlural = Marks(rawValue: 1_073_741_824)
    static let owner = Marks(rawValue: 2_147_483_648)
    static let collective = Marks(rawValue: 4_294_967_296)
  }

  let tokens: [Token]
  let range: Range<Int>
  private(set) var marks: [Marks]
  private(set) var predicates: [Found<CasualtyLexicon.Predicate>] = []
  private(set) var people: [Int: Found<CasualtyLexicon.Predicate>] = [:]
  private(set) var victims: [Int: Found<String>] = [:]
  private(set) var things: [Int: Range<Int>] = [:]
  private(set) var bridges: [Int: Range<Int>] = [:]
  private(set) var anaphora: [Int: Range<Int>] = [:]
  private(set) var parts: [Range<Int>] = []
  private(set) var together: [Range<Int>] = []
  private(set) var among: [Found<CasualtyKind>] = []
  private(set) var participles: [Int: Found<CasualtyKind>] = [:]
  private var codes: [Int: Found<CasualtyKind>] = [:]
  /// True where nouns stand before nouns without a case, as in English.
  let hasCompounds: Bool
  /// Words that tell losses of the speaker's own from an enemy's: "our", «противник».
  private(set) var bearers: [Found<CasualtyLosses>] = []
  private(set) var zeros: [Found<[CasualtyKind]>] = []
  /// "of the dead", by first token.
  private(set) var ofThese: [Int: Found<CasualtyKind>] = [:]
  private var notNumbers: [Int] = []
  /// Words that end where a number told by somebody follows: "says", «говорит о».
  private(set) var tellers: [Range<Int>] = []
  /// Words before a number that is no longer true: "up from".
  private(set) var formerOpeners: [Range<Int>] = []
  private(set) var blockers: [Found<Bool>] = []
  private(set) var claims: [Range<Int>] = []
  private(set) var cumulative: [Range<Int>] = []
  private(set) var incident: [Range<Int>] = []
  private(set) var standing: [Range<Int>] = []
  /// True of a sentence that begins as one that goes on: "Another …", «Всего …».
  private(set) var continues = false
  private(set) var since: [Range<Int>] = []
  private(set) var asOf: [Range<Int>] = []
  private(set) var asOfWhole: [Range<Int>] = []
  private(set) var former: [Range<Int>] = []
  private(set) var causes: [Found<CasualtyLexicon.Cause>] = []
  private(set) var generic: [Range<Int>] = []
  private(set) var amounts: [Found<Amount>] = []

  init(_ sentence: Sentence, _ tokens: [Token], _ text: DocumentText, _ lexicon: CasualtyLexicon) {
    self.tokens = tokens
    range = sentence.tokens
    hasCompounds = lexicon.needsDirection
    marks = Array(repeating: [], count: range.count)
    for i in range where tokens[i].kind == .mark { marks[i - range.lowerBound] = Self.mark(tokens[i].key) }
    for match in lexicon.matcher.matches(in: tokens, within: range) { take(lexicon.roles[match.phrase], match.tokens) }
    predicates = Self.longest(predicates)
    for predicate in predicates { for i in predicate.tokens { insert(.predicate, at: i) } }
    dropUnreal()
    zeros = Self.longest(zeros)
    predicates.removeAll { predicate in zeros.contains { $0.tokens.overlaps(predicate.tokens) && !$0.value.isEmpty } }
    readAmounts(sentence, text, lexicon)
  }

  func has(_ i: Int, _ mark: Marks) -> Bool {
    range.contains(i) && !marks[i - range.lowerBound].isDisjoint(with: mark)
  }

  /// What a blocker says did not happen, or happened otherwise, takes no number: "could die", «стали жертвами насилия».
  private mutating func dropUnreal() {
    let unreal = blockers.map(\.tokens).filter { blocker in !claims.contains { $0.overlaps(blocker) } }
    if unreal.isEmpty { return }
    predicates.removeAll { predicate in unreal.contains { $0.overlaps(predicate.tokens) } }
    participles = participles.filter { _, found in !unreal.contains { $0.overlaps(found.tokens) } }
  }

  /// The words at some tokens, as they are looked up.
  func words(_ range: Range<Int>) -> String { range.map { tokens[$0].key }.joined(separator: " ") }

  private mutating func insert(_ mark: Marks, at i: Int) { marks[i - range.lowerBound].insert(mark) }

  private static func mark(_ key: String) -> Marks {
    switch key {
    case ",": .comma
    case ";", ":", "(", ")", "?", "!", ".": .clause
    case "—", "–", "-": .dash
    case "«", "»", "\"", "“", "”", "'", "‘", "„": .quote
    default: []
    }
  }

  private mutating func take(_ role: CasualtyLexicon.Role, _ at: Range<Int>) {
    func keep<V>(_ value: V, in table: inout [Int: Found<V>]) {
      // Matches that start together come longest first.
      if table[at.lowerBound] == nil { table[at.lowerBound] = Found(tokens: at, value: value) }
    }
    func keep(in table: inout [Int: Range<Int>]) { if table[at.lowerBound] == nil { table[at.lowerBound] = at } }
    switch role {
    case .predicate(let value): predicates.append(Found(tokens: at, value: value))
    case .people(let value): keep(value, in: &people)
    case .victims(let value): keep(value, in: &victims)
    case .among(let value): among.append(Found(tokens: at, value: value))
    case .ofThese(let value): keep(value, in: &ofThese)
    case .notNumber: notNumbers.append(at.lowerBound)
    case .teller: tellers.append(at)
    case .formerOpener: formerOpeners.append(at)
    case .numbered: insert(.numbered, at: at.upperBound - 1)
    case .code(let value): keep(value, in: &codes)
    case .participle(let value): keep(value, in: &participles)
    case .bearer(let value): bearers.append(Found(tokens: at, value: value))
    case .loneObject: insert(.loneObject, at: at.lowerBound)
    case .loneAct: insert(.loneAct, at: at.upperBound - 1)
    case .plural: insert(.plural, at: at.lowerBound)
    case .owner: insert(.owner, at: at.lowerBound)
    case .lonePlural: insert(.lonePlural, at: at.lowerBound)
    case .whole: insert(.whole, at: at.upperBound - 1)
    case .animal:
      insert(.animal, at: at.lowerBound)
      keep(in: &things)
    case .placeLink: insert(.placeLink, at: at.lowerBound)
    case .doer: insert(.doer, at: at.lowerBound)
    case .preposition: insert(.preposition, at: at.lowerBound)
    case .zero(let value): zeros.append(Found(tokens: at, value: value))
    case .blocker(let value): blockers.append(Found(tokens: at, value: value))
    case .cause(let value): causes.append(Found(tokens: at, value: value))
    case .thing: keep(in: &things)
    case .bridge: keep(in: &bridges)
    case .anaphora: keep(in: &anaphora)
    case .part: parts.append(at)
    case .together: together.append(at)
    case .claim: claims.append(at)
    case .cumulative: cumulative.append(at)
    case .incident: incident.append(at)
    case .standing: standing.append(at)
    case .continuer: if at.lowerBound == range.lowerBound { continues = true }
    case .since: since.append(at)
    case .asOf: asOf.append(at)
    case .asOfWhole: asOfWhole.append(at)
    case .relative: insert(.relative, at: at.lowerBound)
    case .placeOpener: insert(.placeOpener, at: at.upperBound - 1)
    case .collective: insert(.collective, at: at.lowerBound)
    case .placeNoun: insert(.placeNoun, at: at.lowerBound)
    case .former: former.append(at)
    case .stop: if at.count == 1 { insert(.stop, at: at.lowerBound) }
    case .passive: insert(.passive, at: at.lowerBound)
    case .object: insert(.object, at: at.lowerBound)
    case .joiner: insert(.joiner, at: at.lowerBound)
    case .singular: insert(.singular, at: at.lowerBound)
    case .boundary: insert(.boundary, at: at.lowerBound)
    case .generic: generic.append(at)
    case .copula: insert(.copula, at: at.lowerBound)
    case .correction: insert(.correction, at: at.lowerBound)
    case .lone: insert(.lone, at: at.lowerBound)
    case .loneVerb: insert(.loneVerb, at: at.lowerBound)
    case .denial: insert(.denial, at: at.lowerBound)
    case .more: for i in at { insert(.more, at: i) }
    }
  }

  /// Of matches that overlap the first and longest.
  private static func longest<V>(_ found: [Found<V>]) -> [Found<V>] {
    var chosen: [Found<V>] = []
    for match in found {
      if let last = chosen.last, last.tokens.overlaps(match.tokens) {
        // A longer one that starts a word later wins: "badly wounded" inside "were badly".
        if match.tokens.count > last.tokens.count { chosen[chosen.count - 1] = match }
        continue
      }
      chosen.append(match)
    }
    return chosen
  }

  /// The sentence without words that only look like numbers.
  private func stretches(of sentence: Sentence) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = sentence.span.start
    for i in notNumbers.sorted() where tokens[i].span.start >= start {
      spans.append(TextSpan(start, tokens[i].span.start))
      start = tokens[i].span.end
    }
    return spans + [TextSpan(start, sentence.span.end)]
  }

  /// The second of "aged 9 and 12,".
  private func isAge(_ tokens: Range<Int>, _ amount: Amount) -> Bool {
    guard amount.kind == .cardinal, amount.isDigits, let last = amounts.last, last.value.kind == .age,
      has(tokens.lowerBound - 1, [.joiner, .comma]), last.tokens.upperBound == tokens.lowerBound - 1
    else { return false }
    return !range.contains(tokens.upperBound) || has(tokens.upperBound, [.comma, .clause, .joiner])
  }

  /// «два 200»: a code behind a number word says what happened to so many.
  private mutating func readCodes(_ text: DocumentText, _ lexicon: CasualtyLexicon) {
    for (i, code) in codes where range.contains(i - 1) && people[i] == nil {
      let (last, end) = (tokens[i - 1], code.tokens.upperBound)
      guard tokens[i].kind != .number || last.kind == .word,
        !range.contains(end) || tokens[end].kind == .mark || has(end, [.joiner, .stop]),
        !lexicon.numbers.amounts(in: text, within: last.span).isEmpty
      else { continue }
      notNumbers.append(i)
      people[i] = Found(
        tokens: code.tokens,
        value: .init(
          kind: code.value, number: .before, isActive: false, isWeak: false, isFar: false, isCumulative: false,
          entry: tokens[i].key))
    }
  }

  private mutating func readAmounts(_ sentence: Sentence, _ text: DocumentText, _ lexicon: CasualtyLexicon) {
    if !codes.isEmpty { readCodes(text, lexicon) }
    var first = range.lowerBound
    for amount in stretches(of: sentence).flatMap({ lexicon.numbers.amounts(in: text, within: $0) }) {
      while first < range.upperBound, tokens[first].span.end <= amount.span.start { first += 1 }
      var end = first
      while end < range.upperBound, tokens[end].span.start < amount.span.end { end += 1 }
      guard first < end else { continue }
      var amount = amount
      if isAge(first..<end, amount) { amount.kind = .age }
      amounts.append(Found(tokens: first..<end, value: amount))
      if amount.kind == .cardinal { for i in first..<end { insert(.amount, at: i) } }
    }
  }
}
