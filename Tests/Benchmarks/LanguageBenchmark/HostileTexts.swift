import Foundation
import SvodkaKit

/// Texts that are long or odd: time has to grow with their length alone, and memory has to stay bounded.
enum HostileTexts {
  private static let prose =
    "Министр Андрей Кузьмин прибыл в Женеву на переговоры. Стороны, по его словам, обсудят обмен пленными и доставку помощи.\n"
  private static let english =
    "Foreign Minister Anna Belova arrived in Geneva for talks. The parties, she said, will discuss exchanges of prisoners.\n"

  /// What is repeated, and how long the text of a first measurement is, in bytes.
  private static func pieces(_ language: String) -> [(name: String, piece: String, bytes: Int)] {
    let word = language == "ru" ? "город и " : "town and "
    return [
      ("prose in paragraphs", language == "ru" ? prose : english, 5_000_000),
      ("one paragraph", String((language == "ru" ? prose : english).dropLast()) + " ", 1_000_000),
      ("one sentence without marks", word, 70_000),
      ("one word", language == "ru" ? "город" : "town", 500_000),
      ("no letters", "12,5 % — 3/4; (7) ", 1_000_000),
      ("marks alone", ".", 500_000),
      ("quotes alone", "\"'«", 500_000),
      ("emoji", "🙂👩‍👩‍👧🇷🇺 ", 1_000_000),
      ("line ends", "\n", 1_000_000),
      ("combining marks", "е\u{301}", 500_000),
    ]
  }

  /// Prints for each text the time of its length and of twice that, and the most memory so far.
  static func measure(language: String) async throws {
    let annotator = try LanguageBenchmark.annotator(language)
    print("| text | bytes | seconds | seconds for twice as much | memory peak so far, MB |\n|---|---|---|---|---|")
    for (name, piece, bytes) in pieces(language) {
      var seconds: [Double] = []
      for length in [bytes, 2 * bytes] {
        let text = DocumentText(String(repeating: piece, count: length / piece.utf8.count))
        let start = Self.now()
        _ = try await LanguageBenchmark.annotate(annotator, text, LanguageBenchmark.all, language: language)
        seconds.append(Self.now() - start)
      }
      print(String(format: "| %@ | %d | %.2f | %.2f | %d |", name, bytes, seconds[0], seconds[1], Speed.peakMemory()))
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
