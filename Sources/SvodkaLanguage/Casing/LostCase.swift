import SvodkaKit
import SvodkaText

/// Where a text has lost the case of its letters.
enum LostCase {
  /// Fewer letters are a heading, a list of initials, a shout.
  private static let leastLetters = 40
  /// Of the letters of a line in capitals, so many are capitals.
  private static let capitals = 0.9

  /// The paragraphs in capitals; all paragraphs of a text that has no capitals. Most texts have none, which costs one look at the bytes.
  static func paragraphs(of text: DocumentText) -> [TextSpan] {
    let whole = Letters(text.bytes[...])
    if whole.upper == 0 { return whole.lower >= leastLetters ? text.paragraphs : [] }
    // A line in capitals alone needs so many of them.
    guard whole.upper >= leastLetters else { return [] }
    return text.paragraphs.filter {
      let letters = Letters(text.bytes[$0.range])
      let all = letters.upper + letters.lower
      return all >= leastLetters && Double(letters.upper) >= capitals * Double(all)
    }
  }

  /// The letters of ASCII and Cyrillic by case.
  private struct Letters {
    var upper = 0
    var lower = 0

    init(_ bytes: ArraySlice<UInt8>) {
      var lead: UInt8 = 0
      for byte in bytes {
        switch (lead, byte) {
        case (0xD0, 0x80...0xAF): upper += 1
        case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F): lower += 1
        case (_, 0x41...0x5A): upper += 1
        case (_, 0x61...0x7A): lower += 1
        default: break
        }
        lead = byte
      }
    }
  }
}
