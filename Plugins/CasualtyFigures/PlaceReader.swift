import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Finds where something happened: a place by its name, else a capitalised word behind a word such as "near".
struct PlaceReader {
  let reading: SentenceReading
  let text: DocumentText
  let names: NamedEntities
  /// Stretches of the sentence that name who speaks, and dates: no places.
  let taken: [TextSpan]

  /// What may be the place, read once for all figures of the sentence.
  private var candidates: [Candidate] = []

  init(reading: SentenceReading, text: DocumentText, names: NamedEntities, taken: [TextSpan]) {
    (self.reading, self.text, self.names, self.taken) = (reading, text, names, taken)
    candidates = read()
  }

  private struct Candidate {
    var tokens: Range<Int>
    var mention: Int?
    var isOpened: Bool
  }

  /// The place that stands nearest to the tokens.
  func place(near tokens: Range<Int>) -> CasualtyFigure.Place? {
    let best = candidates.min { cost($0, tokens) < cost($1, tokens) }
    guard let best else { return nil }
    let span = reading.tokens[best.tokens.lowerBound].span.union(reading.tokens[best.tokens.upperBound - 1].span)
    let entity = best.mention.flatMap { names.entity(ofMention: $0) }
    return .init(text: text.spanned(span), canonical: entity?.name, entity: entity?.id)
  }

  private func cost(_ candidate: Candidate, _ tokens: Range<Int>) -> Int {
    let gap =
      candidate.tokens.upperBound <= tokens.lowerBound
      ? tokens.lowerBound - candidate.tokens.upperBound : max(0, candidate.tokens.lowerBound - tokens.upperBound)
    return gap + (candidate.isOpened ? 0 : 6) + (candidate.mention == nil ? 3 : 0)
  }

  private func read() -> [Candidate] {
    var list: [Candidate] = []
    let mentions = names.mentions(within: reading.range)
    for (number, mention) in mentions
    where mention.type == .location && isFree(mention.tokens) && !isWider(mention, mentions) {
      list.append(
        Candidate(tokens: mention.tokens, mention: number, isOpened: isOpened(mention.tokens.lowerBound)))
    }
    var i = reading.range.lowerBound
    while i < reading.range.upperBound {
      guard let found = unknown(at: i, mentions) else {
        i += 1
        continue
      }
      list.append(found)
      i = found.tokens.upperBound
    }
    return list
  }

  /// A name of one word that is not the surname of somebody named in full.
  private func isLoneWord(_ known: (number: Int, mention: Mention)) -> Bool {
    known.mention.tokens.count == 1 && names.entity(ofMention: known.number).map { !$0.name.contains(" ") } ?? true
  }

  /// "Tal Sabiya, northern Syria": what stands behind a place and a comma is only where that place lies.
  private func isWider(_ mention: Mention, _ all: [(number: Int, mention: Mention)]) -> Bool {
    all.contains { _, other in
      other.type == .location && other.tokens.upperBound < mention.tokens.lowerBound
        && mention.tokens.lowerBound - other.tokens.upperBound <= 3 && reading.has(other.tokens.upperBound, .comma)
    }
  }

  private func isFree(_ tokens: Range<Int>) -> Bool {
    let span = reading.tokens[tokens.lowerBound].span.union(reading.tokens[tokens.upperBound - 1].span)
    return !taken.contains { $0.overlaps(span) }
  }

  /// True when a preposition of place stands before, over an article, adjectives and a noun for a place.
  private func isOpened(_ start: Int) -> Bool {
    var i = start - 1
    while reading.range.contains(i), start - i < 6, !reading.has(i, [.comma, .clause, .predicate]) {
      if reading.has(i, .placeOpener) { return true }
      i -= 1
    }
    return false
  }

  /// A run of capitalised words that no layer knows as a place, behind "near" or beside "valley".
  ///
  /// One word alone that the layer of names holds for a surname may be a place; so may a body's name beside a noun for a place.
  private func unknown(at start: Int, _ mentions: [(number: Int, mention: Mention)]) -> Candidate? {
    func isName(_ i: Int) -> Bool {
      reading.range.contains(i) && reading.tokens[i].kind == .word && reading.tokens[i].shape == .title
    }
    guard isName(start), start > reading.range.lowerBound,
      !isName(start - 1) || reading.has(start - 1, .placeOpener)
    else { return nil }
    let known = mentions.first { $0.mention.tokens.contains(start) }
    if let known, known.mention.type == .location || known.mention.type == .person && !isLoneWord(known) { return nil }
    var end = start + 1
    while isName(end) { end += 1 }
    guard isFree(start..<end), end - start <= 4 else { return nil }
    let isNamed =
      reading.has(end, .placeNoun) || reading.has(end + 1, .placeNoun) && !reading.has(end, [.stop, .comma])
      || reading.has(start - 1, .placeNoun) || reading.has(start - 1, .quote) && reading.has(start - 2, .placeNoun)
    var isBehind = false
    var i = start - 1
    while reading.range.contains(i), start - i < 6 {
      if reading.has(i, .placeOpener) {
        isBehind = true
        break
      }
      if !reading.has(i, [.placeLink, .placeNoun, .quote]) { break }
      i -= 1
    }
    guard isNamed || isBehind && known?.mention.type != .organization else { return nil }
    if reading.has(end, .placeNoun) {
      end += 1
    } else if reading.has(end + 1, .placeNoun), reading.tokens[end].shape == .lower, !reading.has(end, .stop) {
      end += 2
    }
    return Candidate(tokens: start..<end, mention: nil, isOpened: isBehind)
  }
}
