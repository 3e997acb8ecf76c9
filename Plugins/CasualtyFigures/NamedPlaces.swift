import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// The names of a document, as figures need them.
struct NamedPlaces {
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

  /// The entity whose mention lies in a span: the longest such mention.
  func entity(in span: TextSpan) -> Entity? {
    let inside = mentions.indices.filter { span.contains(mentions[$0].span) || mentions[$0].span.contains(span) }
    let longest = inside.max { a, b in
      let (x, y) = (mentions[a].span.length, mentions[b].span.length)
      return x != y ? x < y : a > b
    }
    return longest.flatMap { entityOf[$0] }.map { entities[$0] }
  }
}
