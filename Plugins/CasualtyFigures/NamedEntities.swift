import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// The names of a document, as figures need them.
struct NamedEntities {
  private let mentions: [Mention]
  private var entityOf: [Int: Int] = [:]
  private let entities: [Entity]
  private let places: RangeIndex

  init(mentions: [Mention], entities: [Entity]) {
    self.mentions = mentions
    self.entities = entities
    places = RangeIndex(mentions.map(\.tokens))
    for (n, entity) in entities.enumerated() { for mention in entity.mentions { entityOf[mention] = n } }
  }

  /// The mentions among the tokens, with their numbers.
  func mentions(within tokens: Range<Int>) -> [(number: Int, mention: Mention)] {
    places.overlapping(tokens).map { ($0, mentions[$0]) }.filter { tokens.contains($0.1.tokens.lowerBound) }
  }

  /// The entity that a mention names.
  func entity(ofMention mention: Int) -> Entity? { entityOf[mention].map { entities[$0] } }
}
