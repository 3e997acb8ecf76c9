public import SvodkaKit
import SvodkaResources

/// Tells languages by their commonest words and by what three letters follow each other.
///
/// Told are Russian, English, Ukrainian, Belarusian, Bulgarian, Serbian (in both scripts), Macedonian, French, German,
/// Spanish, Italian, Portuguese, Polish, Dutch, Czech and Romanian; Russian in Latin letters and other scripts are `und`.
/// The statistics are naive Bayes over independent words and triples, so a confidence is an ordering more than a
/// probability. Of a long text only a sample is read: the time hardly depends on its length.
public struct LanguageIdentifier: Sendable {
  private struct Settings: Decodable {
    var scripts: [String]
    var prior: [String: Double]
    var reported: [String: String]
    var unwritten: [String: String]
  }
  private struct Script {
    var statistics: LetterStatistics
    /// What each language gets before a word is read, in half natural logarithms.
    var prior: [Int]
    /// What each class is reported as.
    var names: [String]
    /// For each language the numbers of the letters that it does not write.
    var unwritten: [[UInt8]]
  }

  /// Where a letter belongs: the script's number plus 1, 0 for what is no letter, 255 for letters of other scripts.
  private struct Letter {
    var script: UInt8 = 0
    var number: UInt8 = 0
  }

  /// Of a paragraph no more letters are read.
  private static let paragraphLetters = 1500
  /// Of a document no more paragraphs are read, when it is asked for as a whole.
  private static let sampledParagraphs = 24
  /// Below this confidence a language is not told: it has to be likelier than all others together.
  private static let least = 0.5
  /// What a letter that a language does not write costs it, and how many of them count: a text may quote another.
  private static let unwrittenCost = 24
  private static let unwrittenCounted = 3
  /// Triples and words are not independent; this many half logarithms weigh as one.
  private static let temperature = 8.0

  private let scripts: [Script]
  /// The letters below U+0500.
  private let letters: [Letter]

  /// Reads the tables.
  ///
  /// - Throws: `R101` when one is missing, `R102`, `P102`, `P103` when one is broken.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    let settings = try resources.decode(Settings.self, from: "Tables/languages/languages.yaml", of: "SvodkaText")
    var scripts: [Script] = []
    var letters = [Letter](repeating: Letter(), count: 0x500)
    for value in 0xC0..<letters.count where Unicode.Scalar(UInt32(value))?.properties.isAlphabetic == true {
      letters[value].script = 255
    }
    for name in settings.scripts {
      let statistics = try LetterStatistics(script: name, resources: resources)
      for (scalar, number) in statistics.letterNumbers where scalar < UInt32(letters.count) {
        letters[Int(scalar)] = Letter(script: UInt8(scripts.count + 1), number: number)
      }
      scripts.append(
        Script(
          statistics: statistics,
          prior: statistics.languages.map { Int((-2 * (settings.prior[$0] ?? 0)).rounded()) },
          names: statistics.languages.map { settings.reported[$0] ?? $0 },
          unwritten: statistics.languages.map { language in
            let letters = settings.unwritten[language] ?? ""
            return statistics.letterNumbers.filter { number in letters.unicodeScalars.contains { $0.value == number.0 }
            }
            .map { $0.1 }
          }))
    }
    self.scripts = scripts
    self.letters = letters
  }

  /// The language in which most of a text is written, as an ISO 639 code; `und` where it cannot be told.
  public func identify(_ text: DocumentText) -> String {
    let paragraphs = Self.sample(text.paragraphs)
    let guesses = paragraphs.map { guess(text, in: $0) }
    return Self.main(guesses) ?? whole(text, paragraphs)
  }

  /// The paragraphs of a text with their languages. A paragraph too short to tell is taken to be in the language of the
  /// text, if it is in that language's script.
  public func paragraphs(_ text: DocumentText) -> [LanguageGuess] {
    let spans = text.paragraphs
    let guesses = spans.map { guess(text, in: $0) }
    let language = Self.main(guesses) ?? whole(text, spans)
    return guesses.map { guess in
      guard guess.confidence < 0.9, language != guess.language, language != "und",
        let doubtful = likelihoods(text, in: guess.span).first(where: { $0.language == language })
      else { return guess }
      // A handful of words may not overrule all the rest.
      guard guess.language == "und" || doubtful.confidence > 0.02 else { return guess }
      return LanguageGuess(span: guess.span, language: language, confidence: max(doubtful.confidence, 0.3))
    }
  }

  /// The language of a stretch of a text.
  public func guess(_ text: DocumentText, in span: TextSpan) -> LanguageGuess {
    guard let best = likelihoods(text, in: span).first, best.confidence >= Self.least, best.language != "und" else {
      return LanguageGuess(span: span, language: "und", confidence: 0)
    }
    return LanguageGuess(span: span, language: best.language, confidence: best.confidence)
  }

  /// Several paragraphs taken together, where none alone can be told.
  private func whole(_ text: DocumentText, _ paragraphs: [TextSpan]) -> String {
    guard let first = paragraphs.first, let last = paragraphs.last else { return "und" }
    return guess(text, in: first.union(last)).language
  }

  /// The language of most of the letters; confident guesses alone count.
  private static func main(_ guesses: [LanguageGuess]) -> String? {
    var weights: [(language: String, weight: Int)] = []
    for guess in guesses where guess.language != "und" {
      let weight = min(guess.span.length, 4 * paragraphLetters)
      if let i = weights.firstIndex(where: { $0.language == guess.language }) {
        weights[i].weight += weight
      } else {
        weights.append((guess.language, weight))
      }
    }
    return weights.max { ($0.weight, $1.language) < ($1.weight, $0.language) }?.language
  }

  /// Evenly chosen paragraphs, the longer of neighbours.
  private static func sample(_ paragraphs: [TextSpan]) -> [TextSpan] {
    guard paragraphs.count > sampledParagraphs else { return paragraphs }
    return (0..<sampledParagraphs).compactMap { i in
      paragraphs[(i * paragraphs.count / sampledParagraphs)..<((i + 1) * paragraphs.count / sampledParagraphs)]
        .max { ($0.length, $1.start) < ($1.length, $0.start) }
    }
  }

  /// The languages of the script that most letters belong to, likeliest first, with their shares of likelihood. Empty
  /// when there are no letters, or mostly those of other scripts.
  private func likelihoods(_ text: DocumentText, in span: TextSpan) -> [(language: String, confidence: Double)] {
    var costs = scripts.map(\.prior)
    var counts = [Int](repeating: 0, count: scripts.count)
    var told = counts
    var (foreign, read) = (0, 0)
    var written = [Int](repeating: 0, count: scripts.count * 256)
    var word: [UInt8] = [0]
    var current = 0
    func endWord() {
      if current > 0, word.count > 1 {
        if word.last == apostrophe(current) { word.removeLast() }
        word.append(0)
        counts[current - 1] += word.count - 2
        told[current - 1] += scripts[current - 1].statistics.add(word[...], to: &costs[current - 1])
      }
      word.removeAll(keepingCapacity: true)
      word.append(0)
      current = 0
    }
    text.bytes[span.range].withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count, read < Self.paragraphLetters {
        let (scalar, length) = Self.scalar(bytes, i)
        i += length
        let letter =
          scalar < letters.count
          ? letters[Int(scalar)] : Letter(script: scalar >= 0x500 && scalar < 0x2000 || scalar >= 0x2E80 ? 255 : 0)
        if letter.script == 255 {
          foreign += 1
          read += 1
        }
        if scalar == 0x27 || scalar == 0x2019 {
          if current > 0, word.count > 1 { word.append(apostrophe(current)) }
          continue
        }
        guard letter.script > 0, letter.script < 255 else {
          endWord()
          continue
        }
        if current != Int(letter.script) { endWord() }
        current = Int(letter.script)
        read += 1
        written[(current - 1) * 256 + Int(letter.number)] += 1
        word.append(letter.number)
      }
    }
    endWord()
    guard let script = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[script] > foreign, told[script] > 0
    else { return [] }
    for (language, letters) in scripts[script].unwritten.enumerated() {
      let odd = letters.reduce(0) { $0 + written[script * 256 + Int($1)] }
      costs[script][language] += min(odd, Self.unwrittenCounted) * Self.unwrittenCost
    }
    let best = costs[script].min() ?? 0
    let weights = costs[script].map { Self.power(Double(best - $0) / Self.temperature) }
    let sum = weights.reduce(0, +)
    return zip(scripts[script].names, weights).map { ($0, $1 / sum) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .map { (language: $0.element.0, confidence: $0.element.1) }
  }

  private func apostrophe(_ script: Int) -> UInt8 { scripts[script - 1].statistics.apostrophe }

  /// e to the power of x, for x up to 0, in the accuracy that an ordering needs.
  private static func power(_ x: Double) -> Double {
    if x < -60 { return 0 }
    var power = 1 + x / 1024
    for _ in 0..<10 { power *= power }
    return power
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[i])
    func trail(_ k: Int) -> UInt32 { i + k < bytes.count ? UInt32(bytes[i + k] & 0x3F) : 0 }
    switch lead {
    case 0..<0x80: return (lead, 1)
    case 0xC0..<0xE0: return ((lead & 0x1F) << 6 | trail(1), 2)
    case 0xE0..<0xF0: return ((lead & 0x0F) << 12 | trail(1) << 6 | trail(2), 3)
    case 0xF0...: return ((lead & 0x07) << 18 | trail(1) << 12 | trail(2) << 6 | trail(3), 4)
    default: return (lead, 1)
    }
  }
}
