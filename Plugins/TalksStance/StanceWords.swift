import SvodkaKit
import SvodkaLanguage

/// The words of a document that stances are read from: those of the sentences that can hold any.
///
/// A class, since all readers of a document share it: a structure's lists would be retained and released at every step.
final class StanceWords {
  struct Target {
    var tokens: Range<Int>
    var kind: TargetLexicon.Kind
    /// True for a word that hardly ever names the target: what it names here keeps no pronoun alive.
    var isSlight = false
  }
  struct Element {
    var tokens: Range<Int>
    var frame: Int
    var isNegated: Bool
    /// True for a noun, or a verb's form that stands as one: "the start of".
    var isNominal: Bool
  }
  struct Condition {
    /// The words that open it.
    var tokens: Range<Int>
    /// Where the condition itself begins.
    var start: Int
    var kind: FrameLexicon.ConditionKind
    /// All of it, where a preposition opens it: "without a halt to the bombing".
    var extent: Range<Int>?
  }

  private(set) var base: ClauseWords
  let lexicon: FrameLexicon
  /// The sentences, datelines passed over.
  let sentences: [Sentence]
  /// The numbers of the sentences to read, in text order.
  let reading: [Int]
  /// What each sentence is about.
  let matter: Matter
  /// In text order, none overlapping another.
  private var elements: [Element] = []
  private var targets: [Target] = []
  private var conditions: [Condition] = []
  /// The sentences in which a word says that something else is meant.
  private(set) var blocked: [Bool]
  private var roles: [FrameLexicon.Roles]

  init(base: ClauseWords, scope: StanceScope, lexicon: FrameLexicon, target: TargetLexicon) {
    self.base = base
    self.lexicon = lexicon
    sentences = scope.sentences
    reading = scope.reading
    matter = scope.matter
    blocked = [Bool](repeating: false, count: sentences.count)
    roles = [FrameLexicon.Roles](repeating: [], count: base.tokens.count)
    for number in reading { read(number, scope.matches[number], target) }
  }

  private func read(_ number: Int, _ named: [WordTable<TargetLexicon.Kind>.Match], _ target: TargetLexicon) {
    let sentence = sentences[number]
    var frames: [WordTable<Int>.Match] = []
    var openers: [WordTable<FrameLexicon.ConditionKind>.Match] = []
    let senses = lexicon.senses.all(in: base.tokens, within: sentence.tokens)
    for (tokens, sense) in senses {
      switch sense {
      case .frame(let number): frames.append((tokens, number))
      case .condition(let kind): openers.append((tokens, kind))
      case .role(let role): for i in tokens { roles[i].insert(role) }
      }
    }
    for (tokens, sense) in senses {
      if case .role(.affirmative) = sense { for i in tokens { roles[i].remove(.negator) } }
    }
    var (here, unconditional) = readConditions(WordTable.longest(openers), sentence.tokens)
    blocked[number] =
      named.contains { $0.value == .blocker }
      && !(named.contains { $0.value == .strong && $0.tokens.count > 1 } && named.contains { $0.value == .context })
    let first = targets.count
    targets += readTargets(target, named, sentence.tokens)
    let isState = targets.count > first && sentence.tokens.contains { speaksAsState($0, sentence) }
    targets.replaceSubrange(first..., with: targets[first...].filter { belongs($0, number, speaksAsState: isState) })
    for n in targets.indices[first...] where targets[n].kind == .slight {
      (targets[n].kind, targets[n].isSlight) = (.weak, true)
    }
    for n in here.indices where here[n].kind == .eventCondition || here[n].kind == .prepositionCondition {
      here[n].extent = extent(from: here[n].start, sentence.tokens)
    }
    conditions += here
    let read = readFrames(WordTable.longest(frames), sentence.tokens, but: unconditional)
    elements += read.elements
    for i in read.verbs { base.mark(i) }
  }

  // In a long document each clause is asked for what it holds: looking through all of the document would take minutes.

  /// The elements that lie over tokens, with some beside them.
  func elements(near tokens: Range<Int>) -> ArraySlice<Element> { Self.near(tokens, elements) { $0.tokens } }
  /// The targets that lie over tokens, with some beside them.
  func targets(near tokens: Range<Int>) -> ArraySlice<Target> { Self.near(tokens, targets) { $0.tokens } }
  /// The openers of conditions that lie over tokens, with some beside them.
  func conditions(near tokens: Range<Int>) -> ArraySlice<Condition> { Self.near(tokens, conditions) { $0.tokens } }

  /// No phrase of the lexicons, and no name, has more tokens.
  private static let longest = 40

  private static func near<Item>(
    _ tokens: Range<Int>, _ items: [Item], _ place: (Item) -> Range<Int>
  ) -> ArraySlice<Item> {
    let start = items.firstPlace { place($0).lowerBound >= tokens.lowerBound - longest }
    return items[start..<max(start, items.firstPlace { place($0).lowerBound >= tokens.upperBound })]
  }

  /// True for the first token of a sentence.
  func opensSentence(_ i: Int) -> Bool {
    let place = sentences.firstPlace { $0.tokens.lowerBound >= i }
    return place < sentences.count && sentences[place].tokens.lowerBound == i
  }

  func has(_ i: Int, _ role: FrameLexicon.Roles) -> Bool {
    roles.indices.contains(i) && !roles[i].isDisjoint(with: role)
  }
  func ownsBefore(_ i: Int) -> Bool { has(i, .ownerBefore) }
  func ownsAfter(_ i: Int) -> Bool { has(i, .ownerAfter) }
  func frame(_ element: Element) -> FrameLexicon.Frame { lexicon.frames[element.frame] }

  /// True when the frame's first word has no subject of its own.
  func isParticiple(_ element: Element) -> Bool {
    lexicon.isParticiple(base.tokens[element.tokens.lowerBound].key)
  }
}
