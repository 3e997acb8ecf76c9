import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaText

/// Measures what every analyzer stands on; `text.sh` runs it. FILE is plain text or JSON Lines with a `text`.
///
///     text-benchmark speed LANGUAGE FILE…       MB/s of every reader, on one core
///     text-benchmark translit WORDS FILE…       how many words come back, and MB/s of every scheme
///     text-benchmark language CODE=FILE…        what stretches of 3, 10 and 30 words are taken for
///     text-benchmark boundaries LANGUAGE        rows of sentences and words of the `text` of rows of standard input
///     text-benchmark amounts LANGUAGE           the amounts and dates of the lines of standard input
@main
enum TextBenchmark {
  static func main() {
    do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let rest = Array(arguments.dropFirst())
    switch (arguments.first, rest.count) {
    case ("speed", 2...): try Speed.measure(rest[0], try texts(rest.dropFirst()))
    case ("translit", 2...): try Transliteration.measure(words: rest[0], try texts(rest.dropFirst()))
    case ("language", 1...): try Confusion.measure(rest)
    case ("boundaries", 1): try Boundaries.write(rest[0])
    case ("amounts", 1): try Boundaries.amounts(rest[0])
    default:
      print("text-benchmark speed|translit|language|boundaries|amounts …: see the first lines of its source")
      exit(64)
    }
  }

  /// The `text` of every row of JSON Lines; a plain file is one text.
  static func texts(_ files: ArraySlice<String>) throws -> [String] {
    try files.flatMap { file -> [String] in
      let content = try String(contentsOfFile: file, encoding: .utf8)
      return file.hasSuffix(".jsonl")
        ? try content.split(separator: "\n").compactMap { try text(String($0)) } : [content]
    }
  }

  static func text(_ row: String) throws -> String? {
    (try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])?["text"] as? String
  }

  /// Megabytes a second of processor time, of the best of five runs.
  static func rate(_ bytes: Int, _ work: () throws -> Void) rethrows -> String {
    var best = Double.infinity
    for _ in 0..<5 { best = min(best, try seconds(work)) }
    return String(format: "%.1f MB/s", Double(bytes) / 1e6 / best)
  }

  /// Processor time, so that other programs on the machine do not count.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    return max(Double(clock() - start), 1) / Double(CLOCKS_PER_SEC)
  }
}

/// How fast every reader goes.
enum Speed {
  static func measure(_ language: String, _ texts: [String]) throws {
    let resources = ResourceLoader()
    let documents = texts.map { DocumentText($0) }
    let bytes = documents.reduce(0) { $0 + $1.count }
    let (numbers, dates) = (
      try NumberReader(language: language, resources: resources),
      try DateReader(language: language, resources: resources)
    )
    let sentences = try SentenceSegmenter(language: language, resources: resources)
    let words = try Segmenter(.words, locale: language)
    let languages = try LanguageIdentifier(resources: resources)
    let decoder = TextDecoder()
    let day = CivilDate(year: 2016, month: 1, day: 30)
    print("\(language), \(documents.count) texts, \(bytes) bytes")
    print("numbers", TextBenchmark.rate(bytes) { for text in documents { _ = numbers.amounts(in: text) } })
    print("dates", TextBenchmark.rate(bytes) { for text in documents { _ = dates.dates(in: text, on: day) } })
    print(
      "sentences",
      try TextBenchmark.rate(bytes) {
        for text in documents {
          for paragraph in text.paragraphs { _ = try sentences.sentences(in: text, paragraph: paragraph) }
        }
      })
    print(
      "words",
      try TextBenchmark.rate(bytes) { for text in documents { _ = try words.boundaries(in: text, within: text.span) } })
    print("languages", TextBenchmark.rate(bytes) { for text in documents { _ = languages.identify(text) } })
    let encoded = documents.map { $0.string.data(using: .windowsCP1251, allowLossyConversion: true) ?? Data() }
    let total = encoded.reduce(0) { $0 + $1.count }
    print("windows-1251", TextBenchmark.rate(total) { for data in encoded { _ = decoder.decode(Array(data)) } })
  }
}

/// Round trips and speed of the schemes.
enum Transliteration {
  static func measure(words file: String, _ texts: [String]) throws {
    let content = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
    let words = content.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "/" }) }
      .filter { $0.unicodeScalars.allSatisfy { (0x400...0x45F).contains($0.value) || $0 == "-" } }
    let text = texts.joined(separator: "\n")
    print("\(words.count) words of \(file); \(text.utf8.count) bytes of text")
    for scheme in TransliterationScheme.allCases {
      let resources = ResourceLoader()
      var line = scheme.rawValue
      if scheme.isReversible {
        let there = try Transliterator(scheme, resources: resources)
        let back = try Transliterator(scheme, reversed: true, resources: resources)
        for form in [{ $0 }, { $0.uppercased() }, { $0.capitalized }] as [(String) -> String] {
          let lost = try words.map(form).count { try back.transliterate(there.transliterate($0)) != $0 }
          line += ", \(words.count - lost) of \(words.count) back"
        }
      }
      // A transliterator remembers words: the first pass meets all of them anew.
      let fresh = try Transliterator(scheme, resources: resources)
      let seconds = try TextBenchmark.seconds { _ = try fresh.transliterate(text) }
      line += String(format: ", first pass %.1f MB/s, then ", Double(text.utf8.count) / 1e6 / seconds)
      print(line + (try TextBenchmark.rate(text.utf8.count) { _ = try fresh.transliterate(text) }))
    }
  }
}
