import SvodkaKit
import SvodkaLanguage

/// The names of one block, the most often named first: each joins the nearest before it or stands for others itself.
struct ResolvedBlock {
  /// With how many names a name is compared at most, and with how many surnames a surname.
  private static let mostNames = 240
  private static let mostFamilies = 6000
  /// Two full names are joined from this score on. Tests/Benchmarks/links.py finds the share of false links the same from here
  /// up to 0.9, where a fifth of the right ones is gone.
  private static let least = 0.5

  /// An entity made ready.
  private struct Candidate {
    var entity: RunEntity
    var name: ComparedName
    var family: Int
  }

  /// Those who are called by one surname in the nominative; of bodies and places, by one first word.
  private struct Family {
    var words: [NameWord]
    /// The families, itself among them, whose surnames may be spellings of its own.
    var near: [Int]
    /// Numbers of the candidates that stand for others.
    var centres: [BlockKey.Given: [Int]] = [:]
    var all: [Int] = []
  }

  private let matcher: NameMatcher
  private let blocks: BlockKey
  private var families: [Family] = []
  private var familyNumbers: [String: Int] = [:]
  private var sounds = FamilySounds()
  private var centres: [Candidate] = []
  /// People by an initial, and by one word, a surname most often: they wait until all full names are known, since they are
  /// only theirs where nobody else can be meant.
  private var initials: [Candidate] = []
  private var surnames: [Candidate] = []
  private(set) var links: [EntityLink] = []

  init(matcher: NameMatcher, blocks: BlockKey) {
    (self.matcher, self.blocks) = (matcher, blocks)
  }

  /// Adds the next entity.
  mutating func add(_ entity: RunEntity) throws(AnalysisError) {
    let name = try matcher.prepared(entity.name)
    guard let reading = name.readings.first else { return }
    let candidate = Candidate(entity: entity, name: name, family: try family(of: name, entity.type))
    if entity.type == .person, reading.words.count == 1 { return surnames.append(candidate) }
    // Of bodies and places every word counts, and the first has told them apart.
    let given = entity.type == .person ? try blocks.given(of: reading) : .initial
    if entity.type == .person, given == .initial { return initials.append(candidate) }
    if let link = nearest(candidate, among: bearers(given, near: candidate.family)) { return links.append(link) }
    families[candidate.family].centres[given, default: []].append(centres.count)
    families[candidate.family].all.append(centres.count)
    centres.append(candidate)
  }

  /// Joins initials and surnames that stand alone with their only bearer, or else with one another.
  mutating func close() {
    // Who is known by an initial only is a bearer of the surname too.
    let withInitials = join(initials)
    for (candidate, number) in withInitials { families[candidate.family].all.append(number) }
    _ = join(surnames)
    (initials, surnames) = ([], [])
  }

  /// Returns those that joined nobody.
  private mutating func join(_ waiting: [Candidate]) -> [(candidate: Candidate, number: Int)] {
    var alone: [(candidate: Candidate, number: Int)] = []
    var numbers: [Int: [Int]] = [:]
    for candidate in waiting {
      let near = families[candidate.family].near
      let others = near.flatMap { numbers[$0] ?? [] }.sorted()
      if let link = onlyBearer(candidate, near: near) ?? nearest(candidate, among: others) {
        links.append(link)
      } else {
        alone.append((candidate, centres.count))
        numbers[candidate.family, default: []].append(centres.count)
        centres.append(candidate)
      }
    }
    return alone
  }

  /// The number of the family of a name, which is made when it is new.
  private mutating func family(of name: ComparedName, _ type: EntityType) throws(AnalysisError) -> Int {
    var words: [NameWord] = []
    for reading in name.readings {
      let plain = reading.words.filter { $0.role == .plain }
      guard let word = type == .person ? plain.last ?? reading.words.last : plain.first ?? reading.words.first,
        !words.contains(where: { $0.key == word.key })
      else { continue }
      words.append(word)
    }
    let key = words.map(\.key).joined(separator: " ")
    if let known = familyNumbers[key] { return known }
    let number = families.count
    var near: Set<Int> = [number]
    let codes = try words.map { (word) throws(AnalysisError) in try blocks.sound(of: word) }
    for code in codes {
      for other in sounds.near(code, most: Self.mostFamilies) where !near.contains(other) {
        guard words.contains(where: { one in families[other].words.contains { matcher.mayBeOne(one, $0) } }) else {
          continue
        }
        near.insert(other)
        families[other].near.append(number)
      }
    }
    for code in codes { sounds.add(code, of: number) }
    families.append(Family(words: words, near: near.sorted()))
    familyNumbers[key] = number
    return number
  }

  /// The centres in families that are near whose given name may be this one, the likelier first, then the most often named.
  private func bearers(_ given: BlockKey.Given, near family: Int) -> [Int] {
    var same: [Int] = []
    // A spelling that the tables lack may be another of a name that they have.
    var other: [Int] = []
    for family in families[family].near {
      let family = families[family]
      if given == .initial {
        same += family.all
        continue
      }
      for (its, centres) in family.centres {
        if its == given || its == .initial { same += centres } else if given.mayBe(its) { other += centres }
      }
    }
    return same.sorted() + other.sorted()
  }

  /// The centre that has the same name; of several the nearest, of those as near the first.
  private func nearest(_ candidate: Candidate, among numbers: [Int]) -> EntityLink? {
    var best: EntityLink?
    for number in numbers.prefix(Self.mostNames) {
      let match = matcher.match(candidate.name, centres[number].name)
      guard match.isSame, match.score >= Self.least, match.reason != "surname", match.score > best?.score ?? 0 else {
        continue
      }
      best = link(candidate, number, match)
    }
    return best
  }

  /// The only person of the run who may be meant; nil when there are several.
  private func onlyBearer(_ candidate: Candidate, near: [Int]) -> EntityLink? {
    var bearer: EntityLink?
    for family in near {
      for number in families[family].all.prefix(Self.mostNames) {
        let match = matcher.match(candidate.name, centres[number].name)
        guard match.isSame else { continue }
        if bearer != nil { return nil }
        bearer = link(candidate, number, match)
      }
    }
    return bearer
  }

  private func link(_ candidate: Candidate, _ centre: Int, _ match: NameMatch) -> EntityLink {
    EntityLink(
      from: candidate.entity.id, to: centres[centre].entity.id, reason: match.reason, score: match.score)
  }
}
