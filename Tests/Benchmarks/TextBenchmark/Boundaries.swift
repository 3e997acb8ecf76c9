import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaText

/// What is found, for other programs to compare.
enum Boundaries {
  /// For each row of standard input one row: `sentences` and `words` as pairs of Unicode scalar offsets.
  static func write(_ language: String) throws {
    let sentences = try SentenceSegmenter(language: language, resources: ResourceLoader())
    let words = try Segmenter(.words, locale: language)
    while let line = readLine() {
      let text = DocumentText(try TextBenchmark.text(line) ?? "")
      var offsets = [0]
      offsets.reserveCapacity(text.count + 1)
      for byte in text.bytes { offsets.append(offsets[offsets.count - 1] + (byte & 0xC0 == 0x80 ? 0 : 1)) }
      // An offset inside a character is never asked for; at its start the count is of what stands before.
      func place(_ byte: Int) -> Int { byte < text.count ? offsets[byte + 1] - 1 : offsets[byte] }
      var found: [[Int]] = []
      for paragraph in text.paragraphs {
        found += try sentences.sentences(in: text, paragraph: paragraph).map { [place($0.start), place($0.end)] }
      }
      let edges = try words.boundaries(in: text, within: text.span)
      let tokens = zip(edges, edges.dropFirst()).filter { start, end in
        !text[TextSpan(start, end)].allSatisfy(\.isWhitespace)
      }
      let row: [String: Any] = ["sentences": found, "words": tokens.map { [place($0), place($1)] }]
      print(String(decoding: try JSONSerialization.data(withJSONObject: row), as: UTF8.self))
    }
  }

  /// For each line of standard input its amounts, and its dates against 30 January 2016.
  static func amounts(_ language: String) throws {
    let numbers = try NumberReader(language: language, resources: ResourceLoader())
    let dates = try DateReader(language: language, resources: ResourceLoader())
    while let line = readLine() {
      let text = DocumentText(line)
      print(line)
      for amount in numbers.amounts(in: text) {
        let bounds = [amount.low, amount.high].map { $0.map(String.init) ?? "" }.joined(separator: "-")
        print("  [\(text[amount.span])] \(amount.value) \(bounds) \(amount.qualifier.rawValue) \(amount.kind.rawValue)")
      }
      for mention in dates.dates(in: text, on: CivilDate(year: 2016, month: 1, day: 30)) {
        print("  date [\(text[mention.span])] \(mention.iso ?? "?")")
      }
    }
  }
}
