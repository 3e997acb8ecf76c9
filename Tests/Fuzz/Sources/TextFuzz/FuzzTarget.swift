import SvodkaKit
import SvodkaResources
import SvodkaText

/// Something that takes any bytes and must neither crash nor break its promises.
protocol FuzzTarget: Sendable {
  init() throws
  func run(_ bytes: [UInt8])
}

/// Rules of a user's over a text: the bytes are the rules up to a line of `---`, and the text behind it.
struct RulesFuzz: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    let parts = bytes.divided(by: Array("\n---\n".utf8))
    let text = parts.second.isEmpty ? "Москва, Žižkov и (а)" : String(decoding: parts.second, as: UTF8.self)
    for reversed in [false, true] {
      guard let made = try? Transliterator(rules: parts.first, file: "fuzz", reversed: reversed) else { continue }
      _ = try? made.transliterate(text)
    }
  }
}

/// The shipped schemes; those that can be turned back are.
struct SchemesFuzz: FuzzTarget {
  private let there: [Transliterator]
  private let back: [Transliterator]

  init() throws {
    let resources = ResourceLoader()
    there = try TransliterationScheme.allCases.map { try Transliterator($0, resources: resources) }
    back = try TransliterationScheme.allCases.filter(\.isReversible).map {
      try Transliterator($0, reversed: true, resources: resources)
    }
  }

  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for transliterator in there + back {
      let once = try? transliterator.transliterate(text)
      // From the cache it is the same.
      precondition(once == (try? transliterator.transliterate(text)))
    }
  }
}

/// Languages of a text and of its paragraphs.
struct LanguageFuzz: FuzzTarget {
  private let identifier: LanguageIdentifier
  init() throws { identifier = try LanguageIdentifier(resources: ResourceLoader()) }

  func run(_ bytes: [UInt8]) {
    let text = DocumentText(String(decoding: bytes, as: UTF8.self))
    precondition(!identifier.identify(text).isEmpty)
    var end = 0
    for guess in identifier.paragraphs(text) {
      precondition(guess.span.start >= end && guess.span.end <= text.count && (0...1).contains(guess.confidence))
      end = guess.span.end
    }
  }
}

/// Bytes with a declaration that the first of them chooses.
struct DecodingFuzz: FuzzTarget {
  private static let declarations: [String?] = [
    nil, "utf-8", "windows-1251", "koi8-r", "utf-16", "gb18030", "shift_jis", "iso-2022-jp", "utf-7", "x-mac-cyrillic",
    "hz-gb-2312", "nonsense",
  ]
  private let decoder: TextDecoder
  init() throws { decoder = TextDecoder() }

  func run(_ bytes: [UInt8]) {
    let declared = bytes.first.flatMap { Self.declarations[Int($0) % Self.declarations.count] }
    let rest = Array(bytes.dropFirst())
    let decoded = decoder.decode(rest, declared: declared)
    precondition(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } >= decoded.replaced)
    _ = TextDecoder.isBinary(rest)
  }
}

/// Sentences and words in two languages.
struct SegmentationFuzz: FuzzTarget {
  private let segmenters: [SentenceSegmenter]
  private let words: [Segmenter]

  init() throws {
    let resources = ResourceLoader()
    segmenters = try ["ru", "en"].map { try SentenceSegmenter(language: $0, resources: resources) }
    words = try ["ru", "en"].map { try Segmenter(.words, locale: $0) }
  }

  func run(_ bytes: [UInt8]) {
    let text = DocumentText(String(decoding: bytes, as: UTF8.self))
    for segmenter in segmenters {
      for paragraph in text.paragraphs {
        guard let spans = try? segmenter.sentences(in: text, paragraph: paragraph) else { continue }
        var end = paragraph.start
        for span in spans {
          precondition(span.start >= end && span.end <= paragraph.end && span.start < span.end)
          end = span.end
        }
      }
    }
    for segmenter in words { _ = try? segmenter.boundaries(in: text, within: text.span) }
  }
}

/// Amounts in two languages: in order, and with bounds that are bounds.
struct NumbersFuzz: FuzzTarget {
  private let readers: [NumberReader]
  init() throws { readers = try ["ru", "en"].map { try NumberReader(language: $0, resources: ResourceLoader()) } }

  func run(_ bytes: [UInt8]) {
    let text = DocumentText(String(decoding: bytes, as: UTF8.self))
    for reader in readers {
      var end = 0
      for amount in reader.amounts(in: text) {
        precondition(amount.span.start >= end && amount.span.end <= text.count && amount.span.contains(amount.core))
        precondition(amount.core.start < amount.core.end && amount.value >= 0)
        if let low = amount.low, let high = amount.high { precondition(low <= high) }
        end = amount.span.end
      }
    }
  }
}

/// Dates in two languages, against an early, a late and no day.
struct DatesFuzz: FuzzTarget {
  private let readers: [DateReader]
  private let days: [CivilDate?]

  init() throws {
    readers = try ["ru", "en"].map { try DateReader(language: $0, resources: ResourceLoader()) }
    days = [
      nil, CivilDate(year: 1, month: 1, day: 1), CivilDate(year: 2016, month: 2, day: 29),
      CivilDate(year: 9999, month: 12, day: 31),
    ]
  }

  func run(_ bytes: [UInt8]) {
    let text = DocumentText(String(decoding: bytes, as: UTF8.self))
    for reader in readers {
      for day in days {
        var end = 0
        for mention in reader.dates(in: text, on: day) {
          precondition(mention.span.start >= end && mention.span.end <= text.count)
          _ = mention.iso
          end = mention.span.end
        }
      }
    }
  }
}

extension [UInt8] {
  /// What stands before and behind the first occurrence of a run of bytes.
  fileprivate func divided(by mark: [UInt8]) -> (first: [UInt8], second: [UInt8]) {
    guard let range = firstRange(of: mark) else { return (self, []) }
    return (Array(self[..<range.lowerBound]), Array(self[range.upperBound...]))
  }
}
