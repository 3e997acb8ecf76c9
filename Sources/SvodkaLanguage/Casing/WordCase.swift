import SvodkaKit

/// How prose writes a word that does not open its sentence.
package enum WordCase: Int, Sendable, CaseIterable {
  /// все строчные.
  case lower
  /// Первая прописная, in words of several parts each of them.
  case title
  /// ВСЕ ПРОПИСНЫЕ.
  case upper

  /// The case of a token as it is written; nil for what has no case.
  package init?(_ token: Token) {
    guard token.kind == .word else { return nil }
    switch token.shape {
    case .none: return nil
    case .lower: self = .lower
    case .title, .mixed: self = .title
    case .upper: self = .upper
    }
  }

  /// Parts of a name that stay small inside it: al, de, van, аль, эль, фон.
  private static let longestParticle = 3

  /// The bytes of a word in this case; nil where they would be more or fewer.
  func write(_ word: ArraySlice<UInt8>, opensSentence: Bool) -> [UInt8]? {
    let string = String(decoding: word, as: UTF8.self)
    var written = ""
    switch self {
    case .upper: written = string.uppercased()
    case .lower: written = opensSentence ? Self.capitalized(string[...]) : string.lowercased()
    case .title:
      for (number, part) in string.split(separator: "-", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { written += "-" }
        let isParticle = number > 0 && part.count <= Self.longestParticle
        written += isParticle ? part.lowercased() : Self.capitalized(part)
      }
    }
    let bytes = Array(written.utf8)
    return bytes.count == word.count ? bytes : nil
  }

  /// With the letter behind an apostrophe of a name in capitals too: O'Brien, Д'Артаньян.
  private static func capitalized(_ word: Substring) -> String {
    var parts = word.split(separator: "'", omittingEmptySubsequences: false).map { $0.lowercased() }
    for index in parts.indices where index == 0 || parts[0].count == 1 && parts[index].count > 2 {
      parts[index] = parts[index].prefix(1).uppercased() + parts[index].dropFirst()
    }
    return parts.joined(separator: "'")
  }
}
