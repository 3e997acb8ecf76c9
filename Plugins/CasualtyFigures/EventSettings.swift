import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Where and when the events of a document happened, and what they were: from the sentence of a figure, else from the one or two
/// before it that tell of the event.
struct EventSettings {
  let text: DocumentText
  let sentences: [Sentence]
  let lexicon: CasualtyLexicon
  let names: NamedEntities
  let claims: ClaimedContent
  let day: CivilDate?

  /// How many sentences back an event is looked for.
  private static let reach = 2

  /// The settings of figures in a sentence, which is the last of `readings`.
  func sentence(_ number: Int, _ readings: [SentenceReading]) -> InSentence {
    var before: [InSentence] = []
    for back in 1...Self.reach
    where number - back >= 0 && sentences[number - back].paragraph == sentences[number].paragraph {
      before.append(single(number - back, readings[number - back], before: []))
    }
    return single(number, readings[number], before: before)
  }

  private func single(_ number: Int, _ reading: SentenceReading, before: [InSentence]) -> InSentence {
    let dates = SentenceDates(reading, in: text, span: sentences[number].span, reader: lexicon.dates, day: day)
    let circumstances = Circumstances(reading: reading, dates: dates)
    let places = PlaceReader(
      reading: reading, text: text, names: names,
      taken: claims.sources(in: number) + dates.found.map(\.value.text.span))
    return InSentence(
      number: number, text: text, reading: reading, circumstances: circumstances, places: places, claims: claims,
      before: before)
  }

  /// What is told in one sentence.
  struct InSentence {
    let number: Int
    let text: DocumentText
    let reading: SentenceReading
    let circumstances: Circumstances
    let places: PlaceReader
    let claims: ClaimedContent
    /// The sentences before, nearest first.
    let before: [InSentence]

    func cause(of tokens: Range<Int>) -> CasualtyCause {
      circumstances.cause(of: tokens) ?? before.lazy.compactMap { $0.circumstances.cause(of: $0.event) }.first
        ?? .unknown
    }

    func place(of tokens: Range<Int>) -> CasualtyFigure.Place? {
      places.place(near: tokens) ?? events.lazy.compactMap { $0.places.place(near: $0.event) }.first
    }

    /// The day on which a source spoke is not the day on which it happened.
    func date(of tokens: Range<Int>) -> DatedText? {
      ownDate(tokens) ?? events.lazy.compactMap { $0.ownDate($0.event) }.first
    }

    private func ownDate(_ tokens: Range<Int>) -> DatedText? {
      circumstances.date(.event, of: tokens) { claims.holds($0, in: number) }
    }

    /// The sentences before that tell of an event.
    private var events: [InSentence] { before.filter { !$0.reading.causes.isEmpty } }

    /// The tokens from which an event's place and date are looked for.
    private var event: Range<Int> {
      reading.causes.first?.tokens ?? reading.range.lowerBound..<(reading.range.lowerBound + 1)
    }
  }
}
