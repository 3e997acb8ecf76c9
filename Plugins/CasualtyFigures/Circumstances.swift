import SvodkaKit
import SvodkaLanguage

/// Reads from a sentence what a figure counts from, and what brought it about.
struct Circumstances {
  let reading: SentenceReading
  let text: DocumentText

  /// A cumulative word counts unless a word of one event stands nearer.
  func isCumulative(_ figure: LinkedFigure) -> Bool {
    let nearest = { (cues: [Range<Int>]) in cues.map { distance($0, figure.tokens) }.min() }
    let (whole, event) = (nearest(reading.cumulative), nearest(reading.incident))
    if let whole { return event.map { whole <= $0 } ?? true }
    return figure.isCumulative && event == nil
  }

  /// The gap in tokens, a comma counting for five.
  private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let between =
      min(a.upperBound, b.upperBound)..<max(min(a.upperBound, b.upperBound), max(a.lowerBound, b.lowerBound))
    return Self.gap(a, b) + between.count { reading.has($0, [.comma, .clause]) } * 5
  }

  private static func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : max(0, a.lowerBound - b.upperBound)
  }

  /// The words from "since" to the end of their clause, at most six.
  func since() -> SpannedText? {
    guard let cue = reading.since.first else { return nil }
    var end = cue.upperBound
    while reading.range.contains(end), end - cue.upperBound < 6,
      !reading.has(end, [.comma, .clause, .dash, .predicate, .boundary])
    {
      end += 1
    }
    guard end > cue.upperBound else { return nil }
    return text.spanned(reading.tokens[cue.lowerBound].span.union(reading.tokens[end - 1].span))
  }

  /// The nearest word that names a cause; illness and disaster before the violence of words such as "hit".
  func cause(of figure: LinkedFigure) -> CasualtyCause? {
    reading.causes.min { a, b in
      let (x, y) = (Self.gap(a.tokens, figure.tokens), Self.gap(b.tokens, figure.tokens))
      return x != y ? x < y : a.tokens.lowerBound < b.tokens.lowerBound
    }?.value
  }
}
