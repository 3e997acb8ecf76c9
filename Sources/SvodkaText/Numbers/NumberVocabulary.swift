internal import SvodkaKit

/// What one word can be in an amount.
struct NumberLexeme: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt64
    static let article = Roles(rawValue: 1 << 0)
    static let conjunction = Roles(rawValue: 1 << 1)
    static let fractionLink = Roles(rawValue: 1 << 2)
    static let fractionNoun = Roles(rawValue: 1 << 3)
    static let between = Roles(rawValue: 1 << 4)
    static let reaching = Roles(rawValue: 1 << 5)
    static let inverted = Roles(rawValue: 1 << 6)
    static let invertedLink = Roles(rawValue: 1 << 7)
    static let percent = Roles(rawValue: 1 << 8)
    static let moneySign = Roles(rawValue: 1 << 9)
    static let money = Roles(rawValue: 1 << 10)
    static let moneyAdjective = Roles(rawValue: 1 << 11)
    static let unit = Roles(rawValue: 1 << 12)
    static let month = Roles(rawValue: 1 << 13)
    static let year = Roles(rawValue: 1 << 14)
    static let yearPreposition = Roles(rawValue: 1 << 15)
    static let clock = Roles(rawValue: 1 << 16)
    static let code = Roles(rawValue: 1 << 17)
    static let ordinalSuffix = Roles(rawValue: 1 << 18)
    static let grouping = Roles(rawValue: 1 << 19)
    static let decimal = Roles(rawValue: 1 << 20)
    static let collective = Roles(rawValue: 1 << 21)
    static let rough = Roles(rawValue: 1 << 22)
    static let singular = Roles(rawValue: 1 << 23)
    static let plural = Roles(rawValue: 1 << 24)
    static let short = Roles(rawValue: 1 << 25)
    static let hyphen = Roles(rawValue: 1 << 26)
    static let stop = Roles(rawValue: 1 << 27)
    /// May be the first word of a number or of a phrase that makes one.
    static let starts = Roles(rawValue: 1 << 28)
    static let every = Roles(rawValue: 1 << 29)
    static let invertedScale = Roles(rawValue: 1 << 30)
    static let invertedFactor = Roles(rawValue: 1 << 31)
    static let cardinalSuffix = Roles(rawValue: 1 << 32)
    static let smallCardinalSuffix = Roles(rawValue: 1 << 33)
  }
  var roles: Roles = []
  var cardinal: Int?
  var ordinal: Int?
  var scale: Int?
  var fraction: Double?
  var denominator: Int?
  var compound: Double?
  var half: Double?
  /// A number only before a word with one of the endings, or alone between marks.
  var isHomograph = false
}

/// The number words of a language, compiled from its table.
struct NumberVocabulary: Sendable {
  struct Scale: Sendable {
    var value: Double
    var many: Double
    var rough: Bool
  }

  private(set) var lexemes: [NumberLexeme] = []
  private var slots: [(hash: UInt64, word: Int32)] = []
  private var mask = 0
  private var ids: [UInt64: Int32] = [:]

  let scales: [Scale]
  let bareScales: Bool
  let ratioParts: Double
  let ratioWholes: [Double]
  let homographEndings: [[UInt8]]
  private(set) var additions = NumberPhrases()
  private(set) var additionValues: [Double] = []
  private(set) var indefinite = NumberPhrases()
  private(set) var zero = NumberPhrases()
  private(set) var idioms = NumberPhrases()
  private(set) var before = NumberPhrases()
  private(set) var after = NumberPhrases()
  private(set) var rangeOpen = NumberPhrases()
  private(set) var rangeClose: [NumberPhrases] = []
  private(set) var rangeLinks = NumberPhrases()
  private(set) var nearLinks = NumberPhrases()
  private(set) var ratios = NumberPhrases()
  private(set) var ageBefore = NumberPhrases()
  private(set) var ageAfter = NumberPhrases()

  /// The qualifiers by the number that phrases carry.
  static let qualifiers: [Amount.Qualifier] = [.about, .atLeast, .moreThan, .upTo, .fewerThan, .exact]

  init(_ table: NumberTable) {
    scales = table.scales.map { Scale(value: Double($0.value), many: Double($0.many), rough: $0.rough ?? false) }
    bareScales = table.bareScales
    ratioParts = Double(table.ratioParts)
    ratioWholes = table.ratioWholes.map(Double.init)
    homographEndings = table.homographEndings.map { Array($0.utf8) }
    addWords(table)
    addPhrases(table)
    var size = 1024
    while size < ids.count * 4 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    mask = size - 1
    for (hash, word) in ids.sorted(by: { $0.value < $1.value }) {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].word >= 0 { slot = (slot + 1) & mask }
      slots[slot] = (hash, word)
    }
  }

  /// The word's number, or -1.
  @inline(__always) func word(_ hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].word >= 0 {
      if slots[slot].hash == hash { return slots[slot].word }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private static func cut(_ text: String) -> [NumberPiece] {
    var pieces: [NumberPiece] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { NumberPiece.scan($0, 0..<bytes.count, into: &pieces) }
    return pieces
  }

  private mutating func id(_ hash: UInt64) -> Int32 {
    if let known = ids[hash] { return known }
    lexemes.append(NumberLexeme())
    ids[hash] = Int32(lexemes.count - 1)
    return Int32(lexemes.count - 1)
  }

  private mutating func each(_ text: String, _ change: (inout NumberLexeme) -> Void) {
    for form in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      // Of a form in several pieces the first stands for it.
      guard let piece = Self.cut(String(form)).first else { continue }
      let word = id(piece.hash)
      change(&lexemes[Int(word)])
    }
  }

  private mutating func mark(_ text: String, _ roles: NumberLexeme.Roles) { each(text) { $0.roles.formUnion(roles) } }

  private mutating func addWords(_ table: NumberTable) {
    for (value, forms) in table.cardinals { each(forms) { $0.cardinal = Int(value) } }
    for (value, forms) in table.collectives {
      each(forms) {
        $0.cardinal = Int(value)
        $0.roles.insert(.collective)
      }
    }
    for (value, forms) in table.ordinals { each(forms) { $0.ordinal = Int(value) } }
    for (value, forms) in table.compounds { each(forms) { $0.compound = Double(value) } }
    for (value, forms) in table.roughCompounds {
      each(forms) {
        $0.compound = Double(value)
        $0.roles.insert(.rough)
      }
    }
    for (value, forms) in table.halves { each(forms) { $0.half = Double(value) } }
    for (number, scale) in table.scales.enumerated() {
      each(scale.singular) { ($0.scale, $0.roles) = (number, $0.roles.union(.singular)) }
      each(scale.either) { ($0.scale, $0.roles) = (number, $0.roles.union([.singular, .plural])) }
      each(scale.plural) { ($0.scale, $0.roles) = (number, $0.roles.union(.plural)) }
      each(scale.short ?? "") { ($0.scale, $0.roles) = (number, $0.roles.union(.short)) }
    }
    each(table.homographs) { $0.isHomograph = true }
    for (value, forms) in table.fractions { each(forms) { $0.fraction = Double(value) } }
    for (value, forms) in table.fractionPlurals { each(forms) { $0.denominator = Int(value) } }
    mark(table.articles.joined(separator: " "), .article)
    mark(table.conjunctions.joined(separator: " "), .conjunction)
    mark(table.fractionLinks.joined(separator: " "), .fractionLink)
    mark(table.fractionNouns, .fractionNoun)
    mark(table.every, .every)
    mark(table.invertedScales, .invertedScale)
    mark(table.invertedFactors, .invertedFactor)
    mark(table.between.joined(separator: " "), .between)
    mark(table.reaching, .reaching)
    mark(table.inverted, .inverted)
    mark(table.invertedLinks.joined(separator: " "), .invertedLink)
    mark(table.percent, .percent)
    mark(table.moneySigns, .moneySign)
    mark(table.money, .money)
    mark(table.moneyAdjectives, .moneyAdjective)
    mark(table.units, .unit)
    mark(table.months, .month)
    mark(table.years, .year)
    mark(table.yearPrepositions, .yearPreposition)
    mark(table.clockWords, .clock)
    mark(table.codes, .code)
    mark(table.ordinalSuffixes, .ordinalSuffix)
    mark(table.cardinalSuffixes ?? "", .cardinalSuffix)
    mark(table.smallCardinalSuffixes ?? "", .smallCardinalSuffix)
    mark(table.grouping.joined(separator: " "), .grouping)
    mark(table.decimal, .decimal)
    mark("- ‐ ‑", .hyphen)
    mark(".", .stop)
    for i in lexemes.indices {
      let l = lexemes[i]
      if l.cardinal != nil || l.ordinal != nil || l.scale != nil || l.fraction != nil || l.compound != nil
        || l.half != nil || !l.roles.isDisjoint(with: [.article, .every])
      {
        lexemes[i].roles.insert(.starts)
      }
    }
  }

  /// A phrase of the table as runs of words: `at the? very|most least`.
  private mutating func places(_ phrase: String) -> [[[Int32]]] {
    phrase.split(separator: " ").map { place in
      let isOptional = place.count > 1 && place.hasSuffix("?")
      var runs: [[Int32]] = (isOptional ? place.dropLast() : place).split(separator: "|").map { form in
        Self.cut(String(form)).map { id($0.hash) }
      }
      if isOptional { runs.append([]) }
      return runs
    }
  }

  private mutating func phrases(_ list: [String], value: Int, starts: Bool = false) -> [([[[Int32]]], Int)] {
    list.map { phrase in
      let compiled = places(phrase)
      if starts, let first = compiled.first {
        for run in first { if let word = run.first { lexemes[Int(word)].roles.insert(.starts) } }
      }
      return (compiled, value)
    }
  }

  private mutating func addPhrases(_ table: NumberTable) {
    func filled(_ list: [([[[Int32]]], Int)]) -> NumberPhrases {
      var made = NumberPhrases()
      for (places, value) in list { made.add(places, value: value) }
      return made
    }
    for (value, list) in table.additions.sorted(by: { $0.key < $1.key }) {
      for (places, _) in phrases(list, value: 0) { additions.add(places, value: additionValues.count) }
      additionValues.append(Double(value) ?? 0)
    }
    for (value, list) in table.indefinite.sorted(by: { $0.key < $1.key }) {
      for (places, n) in phrases(list, value: Int(value) ?? 0, starts: true) { indefinite.add(places, value: n) }
    }
    zero = filled(phrases(table.zero, value: 0, starts: true))
    idioms = filled(phrases(table.idioms, value: 0, starts: true))
    let lists = { (q: NumberTable.Qualifiers) in [q.about, q.atLeast, q.moreThan, q.upTo, q.fewerThan, q.exact] }
    for (n, list) in lists(table.before).enumerated() {
      for (places, value) in phrases(list ?? [], value: n) { before.add(places, value: value) }
    }
    for (n, list) in lists(table.after).enumerated() {
      for (places, value) in phrases(list ?? [], value: n) { after.add(places, value: value) }
    }
    for (n, range) in table.ranges.enumerated() {
      for (places, value) in phrases(range.open, value: n) { rangeOpen.add(places, value: value) }
      rangeClose.append(filled(phrases(range.close, value: 0)))
    }
    rangeLinks = filled(phrases(table.rangeLinks, value: 0))
    nearLinks = filled(phrases(table.nearLinks, value: 0))
    ratios = filled(phrases(table.ratios, value: 0))
    ageBefore = filled(phrases(table.ageBefore, value: 0))
    ageAfter = filled(phrases(table.ageAfter, value: 0))
  }
}
