import SvodkaKit
import SvodkaLanguage

/// Reads from a sentence since when, when and for when a figure holds, and what brought it about.
struct Circumstances {
  let reading: SentenceReading
  let dates: SentenceDates
  /// For each token of the sentence, the relative pronoun that opens what stands before it; nil where none does.
  private let relatives: [Int?]
  /// For each token of the sentence and for its end, how many commas and other marks of clauses stand before it.
  private let breaks: [Int]

  init(reading: SentenceReading, dates: SentenceDates) {
    (self.reading, self.dates) = (reading, dates)
    // Counted once: for each figure anew, a sentence of thousands of words would take minutes.
    var (relatives, breaks) = ([Int?](), [0])
    relatives.reserveCapacity(reading.range.count)
    breaks.reserveCapacity(reading.range.count + 1)
    for i in reading.range {
      let before = i - 1
      if i == reading.range.lowerBound || reading.has(before, [.clause, .comma, .predicate]) {
        relatives.append(nil)
      } else {
        relatives.append(reading.has(before, .relative) ? before : relatives[relatives.count - 1])
      }
      breaks.append(breaks[breaks.count - 1] + (reading.has(i, [.comma, .clause]) ? 1 : 0))
    }
    (self.relatives, self.breaks) = (relatives, breaks)
  }

  /// True where nothing tells of one event.
  var hasNoIncident: Bool { reading.incident.isEmpty }

  /// A cumulative word counts unless a word of one event stands nearer.
  func isCumulative(_ figure: LinkedFigure, where belongs: (Range<Int>) -> Bool = { _ in true }) -> Bool {
    let whole = reading.cumulative.filter { !isAside($0, from: figure.tokens) }.map { distance($0, figure.tokens) }
      .min()
    let event = reading.incident.filter { belongs($0) && !opensSpan($0) }.map { distance($0, figure.tokens) }.min()
    if let whole { return event.map { whole <= $0 } ?? true }
    return event == nil && (figure.isCumulative || isStanding(figure.tokens))
  }

  /// "Since the ceasefire collapsed": what only says since when.
  private func opensSpan(_ event: Range<Int>) -> Bool {
    reading.since.contains { since in
      since.upperBound <= event.lowerBound && event.lowerBound - since.upperBound <= 5
        && !(since.upperBound..<event.lowerBound).contains { reading.has($0, [.comma, .clause]) }
    }
  }

  /// An epidemic's figures grow, and those that hold "so far"; but an earthquake stays one event.
  private func isStanding(_ tokens: Range<Int>) -> Bool {
    guard !reading.standing.isEmpty else { return false }
    let cause = cause(of: tokens)
    return cause != .disaster && cause != .accident
  }

  /// The nearest date of a role that tells of the figure, among those that `belongs` lets through.
  func date(_ role: SentenceDates.Role, of tokens: Range<Int>, where belongs: (TextSpan) -> Bool = { _ in true })
    -> DatedText?
  {
    dates.found.filter { $0.role == role && !isAside($0.tokens, from: tokens) && belongs($0.value.text.span) }
      .min { distance($0.tokens, tokens) < distance($1.tokens, tokens) }?.value
  }

  /// True when a relative clause that tells of no casualties holds the words: "who has run the hospital since 2013".
  func isAside(_ words: Range<Int>, from figure: Range<Int>) -> Bool {
    guard let relative = relatives[words.lowerBound - reading.range.lowerBound] else { return false }
    return !figure.overlaps(relative..<words.lowerBound)
  }

  /// The nearest word that names a cause. Words that leave the cause half open count where no other stands: a blast in a pit
  /// is an accident, one in a market is not.
  func cause(of tokens: Range<Int>) -> CasualtyCause? {
    let strong = reading.causes.filter { !$0.value.isWeak }
    if let nearest = strong.min(by: { isNearer($0.tokens, $1.tokens, to: tokens) }) { return nearest.value.cause }
    return reading.causes.min {
      $0.value.rank != $1.value.rank ? $0.value.rank < $1.value.rank : isNearer($0.tokens, $1.tokens, to: tokens)
    }?.value.cause
  }

  private func isNearer(_ a: Range<Int>, _ b: Range<Int>, to tokens: Range<Int>) -> Bool {
    let (x, y) = (Self.gap(a, tokens), Self.gap(b, tokens))
    return x != y ? x < y : a.lowerBound < b.lowerBound
  }

  /// The gap in tokens, a comma counting for five.
  private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    let between =
      min(a.upperBound, b.upperBound)..<max(min(a.upperBound, b.upperBound), max(a.lowerBound, b.lowerBound))
    let first = reading.range.lowerBound
    return Self.gap(a, b) + (breaks[between.upperBound - first] - breaks[between.lowerBound - first]) * 5
  }

  private static func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : max(0, a.lowerBound - b.upperBound)
  }
}
