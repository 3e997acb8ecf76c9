import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// The dates of a sentence, each with what it is the date of.
struct SentenceDates {
  /// What a date says of a figure.
  enum Role {
    /// From when it counts.
    case since
    /// For when it holds.
    case asOf
    /// When it happened.
    case event
  }

  struct Found {
    var role: Role
    /// The tokens, with the word that opens the date.
    var tokens: Range<Int>
    var value: DatedText
  }

  private(set) var found: [Found] = []
  private let reading: SentenceReading
  private let text: DocumentText

  /// Reads the dates of a sentence against the day that its document speaks from.
  init(_ reading: SentenceReading, in text: DocumentText, span: TextSpan, reader: DateReader, day: CivilDate?) {
    self.reading = reading
    self.text = text
    let dates = reader.dates(in: text, within: span, on: day).compactMap { mention in
      tokens(of: mention.span).map { (mention, $0) }
    }
    for (mention, tokens) in dates { found.append(read(mention, tokens)) }
    // "since the war began in March", «с начала боев»: what no date opens.
    for cue in reading.since where !found.contains(where: { $0.tokens.overlaps(cue) }) {
      if let event = event(behind: cue, dates) {
        found.removeAll { event.tokens.overlaps($0.tokens) }
        found.append(event)
      }
    }
    for phrase in reading.asOfWhole where !found.contains(where: { $0.tokens.overlaps(phrase) }) {
      found.append(Found(role: .asOf, tokens: phrase, value: DatedText(text: words(phrase))))
    }
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func tokens(of span: TextSpan) -> Range<Int>? {
    guard let first = reading.range.first(where: { reading.tokens[$0].span.end > span.start }) else { return nil }
    var end = first
    while end < reading.range.upperBound, reading.tokens[end].span.start < span.end { end += 1 }
    return first < end ? first..<end : nil
  }

  /// The words, without a mark behind them.
  private func words(_ range: Range<Int>) -> SpannedText {
    var range = range
    while range.count > 1, reading.tokens[range.upperBound - 1].kind == .mark {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return text.spanned(reading.tokens[range.lowerBound].span.union(reading.tokens[range.upperBound - 1].span))
  }

  private func read(_ mention: DateMention, _ tokens: Range<Int>) -> Found {
    let (start, iso) = (tokens.lowerBound, mention.iso)
    func found(_ role: Role, opener: [Range<Int>], period: String?) -> Found? {
      // The opener stands inside the date or just before it.
      if let inside = opener.last(where: { $0.lowerBound == start && $0.upperBound < tokens.upperBound }) {
        return Found(
          role: role, tokens: tokens,
          value: DatedText(text: words(withoutOpener(inside)..<tokens.upperBound), period: period))
      }
      if let before = opener.first(where: { $0.upperBound == start }) {
        return Found(
          role: role, tokens: before.lowerBound..<tokens.upperBound,
          value: DatedText(text: words(tokens), period: period))
      }
      return nil
    }
    let open = mention.start.map { $0.iso + "/.." }
    if mention.kind == .since || mention.kind == .date,
      let since = found(.since, opener: reading.since, period: mention.kind == .since ? iso : open)
    {
      return since
    }
    if mention.kind == .since { return Found(role: .since, tokens: tokens, value: whole(tokens, iso)) }
    if mention.kind == .date || mention.kind == .until {
      let day = mention.kind == .until ? mention.end?.iso : iso
      if let asOf = found(.asOf, opener: reading.asOf, period: day) { return asOf }
      if mention.kind == .until {
        return Found(role: .asOf, tokens: tokens, value: whole(tokens, day))
      }
    }
    return Found(role: .event, tokens: tokens, value: whole(tokens, iso))
  }

  private func whole(_ tokens: Range<Int>, _ period: String?) -> DatedText {
    DatedText(text: words(tokens), period: period)
  }

  /// Of «с начала» the preposition opens, the noun is part of the event.
  private func withoutOpener(_ cue: Range<Int>) -> Int {
    cue.first { !reading.has($0, .stop) && $0 > cue.lowerBound } ?? cue.upperBound
  }

  /// What follows a word such as "since" where it is no date: up to the date in it, else up to the next preposition.
  private func event(behind cue: Range<Int>, _ dates: [(mention: DateMention, tokens: Range<Int>)]) -> Found? {
    var end = cue.upperBound
    while reading.range.contains(end), end - cue.upperBound < 8,
      !reading.has(end, [.comma, .clause, .dash, .predicate, .boundary])
    {
      if reading.has(end, .amount), !dates.contains(where: { $0.tokens.contains(end) }) { break }
      end += 1
    }
    guard end > cue.upperBound else { return nil }
    var period: String?
    if let date = dates.first(where: { cue.upperBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= end }) {
      end = date.tokens.upperBound
      period = date.mention.start.map { $0.iso + "/.." }
    } else if let stop = ((cue.upperBound + 1)..<max(end, cue.upperBound + 1)).first(where: { reading.has($0, .stop) })
    {
      end = stop
    }
    return Found(
      role: .since, tokens: cue.lowerBound..<end,
      value: DatedText(text: words(withoutOpener(cue)..<end), period: period))
  }
}
