public import SvodkaKit
import SvodkaLanguage

/// Joins the entities of a run whose documents alone do not tell that they are one: a surname in one document and the
/// full name in another, transliterations outside the tables.
///
/// Names are compared only with those that begin with the same consonants, at most `window` of them, so that the time
/// goes with the number of names and not with its square. The result depends on what was added and not on its order.
public struct EntityResolver: Sendable {
  /// With how many names of its block a name is compared at most.
  private static let window = 120
  /// Two full names are joined from this score on.
  private static let least = 0.55

  private let matcher: NameMatcher
  private let blocks: BlockKey

  /// Reads the tables.
  ///
  /// - Throws: `R101`, `R102` when one is missing or broken.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    matcher = try NameMatcher(resources: resources)
    blocks = try BlockKey(resources: resources)
  }

  /// An entity made ready.
  private struct Candidate {
    var entity: RunEntity
    var name: ComparedName
    /// True for one word, which among people is a surname most often.
    var isShort: Bool
  }

  /// The links, ordered by `from`.
  public func links(among entities: RunEntities) throws(AnalysisError) -> [EntityLink] {
    var links: [EntityLink] = []
    // Names that stand for others: people by surname and given name, the rest by name; people by surname alone.
    var centres: [String: [Candidate]] = [:]
    var bySurname: [String: [Candidate]] = [:]
    var short: [(candidate: Candidate, block: String)] = []
    for entity in entities.sorted {
      let name = try matcher.prepared(entity.name)
      guard let reading = name.readings.first else { continue }
      let candidate = Candidate(entity: entity, name: name, isShort: reading.words.count == 1)
      let block = try blocks.block(of: reading, entity.type)
      if candidate.isShort, entity.type == .person {
        short.append((candidate, block.surname))
      } else if let link = nearest(candidate, among: centres[block.whole] ?? []) {
        links.append(link)
      } else {
        Self.add(candidate, to: &centres[block.whole, default: []], most: Self.window)
        if entity.type == .person {
          Self.add(candidate, to: &bySurname[block.surname, default: []], most: Self.window * 2)
        }
      }
    }
    for (candidate, block) in short {
      let known = bySurname[block] ?? []
      if let link = surname(candidate, among: known.filter { !$0.isShort })
        ?? nearest(candidate, among: known.filter(\.isShort))
      {
        links.append(link)
      } else {
        Self.add(candidate, to: &bySurname[block, default: []], most: Self.window * 4)
      }
    }
    return links.sorted { $0.from < $1.from }
  }

  /// Keeps the names that come first, the most often named: memory and time of a block are bounded.
  private static func add(_ candidate: Candidate, to centres: inout [Candidate], most: Int) {
    if centres.count < most { centres.append(candidate) }
  }

  /// The centre that has the same name; of several the nearest.
  private func nearest(_ candidate: Candidate, among centres: [Candidate]) -> EntityLink? {
    var best: EntityLink?
    for centre in centres {
      let match = matcher.match(candidate.name, centre.name)
      guard match.isSame, match.score >= Self.least, match.reason != "surname", match.score > best?.score ?? 0 else {
        continue
      }
      best = EntityLink(from: candidate.entity.id, to: centre.entity.id, reason: match.reason, score: match.score)
    }
    return best
  }

  /// The only person of a surname in the run; nil when there are several.
  private func surname(_ candidate: Candidate, among people: [Candidate]) -> EntityLink? {
    var bearer: EntityLink?
    for person in people {
      let match = matcher.match(candidate.name, person.name)
      guard match.isSame else { continue }
      if bearer != nil { return nil }
      bearer = EntityLink(from: candidate.entity.id, to: person.entity.id, reason: match.reason, score: match.score)
    }
    return bearer
  }
}
