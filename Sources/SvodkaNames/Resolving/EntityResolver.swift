public import SvodkaKit
import SvodkaLanguage

/// Joins the entities of a run whose documents alone do not tell that they are one: a surname in one document and the
/// full name in another, transliterations outside the tables.
///
/// Names are compared only with those that begin with the same consonants, and of these with those whose surnames are
/// near and whose given names may be one, so that the time goes with the number of names and not with its square. One
/// block of names at a time is held ready. The result depends on what was added and not on its order.
public struct EntityResolver: Sendable {
  private let matcher: NameMatcher
  private let blocks: BlockKey

  /// Reads the tables.
  ///
  /// - Throws: `R101`, `R102` when one is missing or broken.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    matcher = try NameMatcher(resources: resources)
    blocks = try BlockKey(resources: resources)
  }

  /// The links, ordered by `from`.
  public func links(among entities: RunEntities) throws(AnalysisError) -> [EntityLink] {
    let sorted = entities.sorted
    var places: [(block: UInt64, entity: Int)] = []
    places.reserveCapacity(sorted.count)
    for (number, entity) in sorted.enumerated() {
      guard let reading = try matcher.prepared(entity.name).readings.first else { continue }
      places.append((try blocks.block(of: reading, entity.type), number))
    }
    places.sort { $0.block != $1.block ? $0.block < $1.block : $0.entity < $1.entity }
    var links: [EntityLink] = []
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end].block == places[start].block { end += 1 }
      if end - start > 1 {
        var block = ResolvedBlock(matcher: matcher, blocks: blocks)
        for place in places[start..<end] { try block.add(sorted[place.entity]) }
        block.close()
        links += block.links
      }
      start = end
    }
    return links.sorted { $0.from < $1.from }
  }
}
