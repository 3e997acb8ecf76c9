import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// The names of a document, as figures need them.
struct NamedEntities {
  private let text: DocumentText
  private let mentions: [Mention]
  private var entityOf: [Int: Int] = [:]
  private let entities: [Entity]

  init(text: DocumentText, mentions: [Mention], entities: [Entity]) {
    self.text = text
    self.mentions = mentions
    self.entities = entities
    for (n, entity) in entities.enumerated() { for mention in entity.mentions { entityOf[mention] = n } }
  }

  /// The place named nearest to a number in its sentence.
  func place(near tokens: Range<Int>, in sentence: Sentence) -> CasualtyFigure.Place? {
    var best: (gap: Int, mention: Int)?
    for (n, mention) in mentions.enumerated()
    where mention.type == .location && sentence.span.contains(mention.span) {
      let gap =
        mention.tokens.upperBound <= tokens.lowerBound
        ? tokens.lowerBound - mention.tokens.upperBound : max(0, mention.tokens.lowerBound - tokens.upperBound)
      if gap < (best?.gap ?? .max) { best = (gap, n) }
    }
    guard let best else { return nil }
    let entity = entityOf[best.mention].map { entities[$0] }
    return .init(text: text.spanned(mentions[best.mention].span), canonical: entity?.name, entity: entity?.id)
  }

  /// The entity that a mention names.
  func entity(ofMention mention: Int) -> Entity? { entityOf[mention].map { entities[$0] } }
}
