import SvodkaKit
import SvodkaLanguage
import Synchronization

/// Finds the actors of a list by their names, whatever their script, case and spelling.
///
/// Names are compared with the aliases that share the beginning of a word's sound with them, and answers are kept: a run
/// asks for the same names over and over.
final class ActorIndex: Sendable {
  /// Two names are one from this score on.
  private static let least = 0.55
  /// Scores nearer than this are alike: of two actors neither is then meant.
  private static let alike = 0.005
  private static let mostAnswers = 20_000

  private struct Candidate: Sendable {
    var alias: ActorList.Alias
    var actor: Actor
    var name: ComparedName
    var isPlace: Bool
  }
  private struct Match: Sendable {
    var candidate: Int
    var score: Double
  }
  private struct Question: Hashable {
    var name: String
    var type: EntityType
  }

  private let matcher: NameMatcher
  private let blocks: BlockKey
  private let candidates: [Candidate]
  private let byKey: [String: [Int]]
  private let answers = Mutex<[Question: [Match]]>([:])
  private let phrases: PhraseMatcher
  private let phraseActors: [(period: ActorList.Period, actor: Actor)]

  /// Makes an index.
  ///
  /// - Throws: `P116` when a name means two actors on one day.
  init(_ list: ActorList, resources: any ResourceProvider) throws(AnalysisError) {
    matcher = try NameMatcher(resources: resources)
    blocks = try BlockKey(resources: resources)
    var candidates: [Candidate] = []
    var byKey: [String: [Int]] = [:]
    for entry in list.entries {
      let actor = list.actor(of: entry)
      for alias in entry.aliases {
        let name = try matcher.prepared(alias.name)
        let keys = try Self.keys(of: name, blocks)
        guard !keys.isEmpty else {
          throw AnalysisError(
            .wrongValue, "'\(alias.name)' has no letters that could be a name", location: alias.location)
        }
        for key in keys { byKey[key, default: []].append(candidates.count) }
        candidates.append(
          Candidate(
            alias: alias, actor: actor, name: name, isPlace: name.known.contains { $0.source != .gazetteer }))
      }
    }
    (self.candidates, self.byKey) = (candidates, byKey)
    phrases = PhraseMatcher(list.entries.flatMap { $0.phrases.map(\.pattern) })
    phraseActors = list.entries.flatMap { entry in
      entry.phrases.map { (period: $0.period, actor: list.actor(of: entry)) }
    }
    try checkNames()
    try Self.checkPhrases(list)
  }

  private static func keys(of name: ComparedName, _ blocks: BlockKey) throws(AnalysisError) -> Set<String> {
    var keys = Set(name.known.map { "=" + $0.key })
    for reading in name.readings {
      for word in reading.words where word.role == .plain { keys.insert(try blocks.beginning(of: word)) }
    }
    if keys.isEmpty, let word = name.readings.first?.words.first { keys.insert(try blocks.beginning(of: word)) }
    return keys
  }

  // MARK: - Names

  /// The actor of that name on a day; nil when it is nobody's, or may be that of several.
  func actor(named name: String, _ type: EntityType, on day: CivilDate?) throws(AnalysisError) -> Actor? {
    let matches = try matches(name, type)
    let holding = matches.filter { candidates[$0.candidate].alias.period.holds(on: day) ?? true }
    guard let best = holding.first else { return nil }
    let actor = candidates[best.candidate].actor
    for other in holding where candidates[other.candidate].actor.key != actor.key {
      // A text without a date cannot tell whose the name was.
      let isOpen = [best, other].contains { candidates[$0.candidate].alias.period.holds(on: day) == nil }
      if isOpen || best.score - other.score < Self.alike { return nil }
    }
    return actor
  }

  /// The aliases that are the name, the nearest first.
  private func matches(_ name: String, _ type: EntityType) throws(AnalysisError) -> [Match] {
    let question = Question(name: name, type: type)
    if let known = answers.withLock({ $0[question] }) { return known }
    let compared = try matcher.prepared(name)
    var numbers: Set<Int> = []
    for key in try Self.keys(of: compared, blocks) { numbers.formUnion(byKey[key] ?? []) }
    var found: [Match] = []
    for number in numbers.sorted() {
      let candidate = candidates[number]
      if let only = candidate.alias.type, only != type { continue }
      let match = matcher.match(candidate.name, compared)
      guard match.isSame, match.score >= Self.least, Self.fits(match, candidate, type) else { continue }
      found.append(Match(candidate: number, score: match.score))
    }
    // Of aliases as near the first of the file stands for its actor.
    found.sort { $0.score != $1.score ? $0.score > $1.score : $0.candidate < $1.candidate }
    answers.withLock { answers in
      if answers.count >= Self.mostAnswers { answers.removeAll(keepingCapacity: true) }
      answers[question] = found
    }
    return found
  }

  /// Only people are called by a surname, and a place's name is not theirs.
  private static func fits(_ match: NameMatch, _ candidate: Candidate, _ type: EntityType) -> Bool {
    switch match.reason {
    case "surname", "initials": type == .person && !candidate.isPlace
    default: true
    }
  }

  // MARK: - Phrases

  /// Where phrases that are no names stand for actors.
  func phrases(in tokens: [Token], _ sentences: [Sentence], on day: CivilDate?) -> [ActorMentions.Mention] {
    var found: [ActorMentions.Mention] = []
    for sentence in sentences {
      var end = 0
      for match in phrases.matches(in: tokens, within: sentence.tokens) where match.tokens.lowerBound >= end {
        let (period, actor) = phraseActors[match.phrase]
        guard period.holds(on: day) ?? true else { continue }
        found.append(.init(tokens: match.tokens, actor: actor, isName: false))
        end = match.tokens.upperBound
      }
    }
    return found
  }

  // MARK: - One name, one actor

  private func checkNames() throws(AnalysisError) {
    for numbers in byKey.values {
      for (place, number) in numbers.enumerated() {
        for earlier in numbers[..<place] { try check(candidates[number], against: candidates[earlier]) }
      }
    }
  }

  private func check(_ one: Candidate, against other: Candidate) throws(AnalysisError) {
    guard one.actor != other.actor, one.alias.period.overlaps(other.alias.period),
      one.alias.type == nil || other.alias.type == nil || one.alias.type == other.alias.type
    else { return }
    let match = matcher.match(one.name, other.name)
    guard match.isSame, Self.areOneName(one.name, other.name, match) else { return }
    throw Self.conflict(
      one.alias.name, one.alias.location, one.actor, with: other.alias.name, other.alias.location, other.actor)
  }

  /// In one script two names must be spelled alike to be one: the user may well have both Hasan and Hassan.
  private static func areOneName(_ a: ComparedName, _ b: ComparedName, _ match: NameMatch) -> Bool {
    guard match.reason != "surname", match.reason != "initials" else { return false }
    let (one, other) = (a.readings.first?.words ?? [], b.readings.first?.words ?? [])
    if one.map(\.key) == other.map(\.key) { return true }
    guard one.first?.spellings.first?.script != other.first?.spellings.first?.script else { return false }
    return match.score >= 0.9
  }

  private static func checkPhrases(_ list: ActorList) throws(AnalysisError) {
    var known: [String: [(phrase: ActorList.Phrase, actor: Actor)]] = [:]
    for entry in list.entries {
      let actor = list.actor(of: entry)
      for phrase in entry.phrases {
        let key = TokenKey.key(phrase.pattern)
        for other in known[key] ?? []
        where other.actor != actor && other.phrase.period.overlaps(phrase.period) {
          throw conflict(
            phrase.pattern, phrase.location, actor, with: other.phrase.pattern, other.phrase.location, other.actor)
        }
        known[key, default: []].append((phrase, actor))
      }
    }
  }

  private static func conflict(
    _ name: String, _ place: SourceLocation?, _ actor: Actor, with other: String, _ otherPlace: SourceLocation?,
    _ otherActor: Actor
  ) -> AnalysisError {
    let (one, two) = (actor.part ?? actor.key, otherActor.part ?? otherActor.key)
    let there = otherPlace.map { " at \($0)" } ?? ""
    return AnalysisError(
      .conflictingActors,
      "'\(name)' of '\(one)' is the name '\(other)' of '\(two)'\(there): remove one, or give both days that do not overlap",
      location: place)
  }
}
