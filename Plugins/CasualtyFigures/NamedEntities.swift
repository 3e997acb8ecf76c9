import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// The names of a document, as figures need them.
struct NamedEntities {
  private let mentions: [Mention]
  private var entityOf: [Int: Int] = [:]
  private let entities: [Entity]

  init(mentions: [Mention], entities: [Entity]) {
    self.mentions = mentions
    self.entities = entities
    for (n, entity) in entities.enumerated() { for mention in entity.mentions { entityOf[mention] = n } }
  }

  /// The mentions among the tokens, with their numbers.
  func mentions(within tokens: Range<Int>) -> [(number: Int, mention: Mention)] {
    mentions.enumerated().lazy.filter { tokens.contains($0.element.tokens.lowerBound) }.map { ($0.offset, $0.element) }
  }

  /// The entity that a mention names.
  func entity(ofMention mention: Int) -> Entity? { entityOf[mention].map { entities[$0] } }
}
