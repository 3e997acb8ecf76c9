import SvodkaKit
import Synchronization

/// Chooses among the charsets of before UTF-8.
final class LegacyCharsets: Sendable {
  /// The order decides between charsets that read the bytes alike.
  private static let names = [
    "windows-1252", "windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "x-mac-cyrillic",
  ]
  /// What the web means by these names (WHATWG Encoding Standard, labels).
  private static let webNames = [
    "US-ASCII": "windows-1252", "ISO-8859-1": "windows-1252", "ISO-8859-9": "windows-1254", "GB2312": "GB18030",
    "GBK": "GB18030",
  ]
  /// What a byte beyond ASCII may cost, in natural logarithms, when the reading is plausible, and when it is good enough
  /// to outweigh the declaration of some other charset. News costs about 2.7, French 2.5, a wrong reading 6.
  private static let (plausible, good): (Float, Float) = (5.2, 3.5)

  private let resources: any ResourceProvider
  private let loaded = Mutex<[CharsetPlausibility]?>(nil)

  init(resources: any ResourceProvider) { self.resources = resources }

  private func candidates() -> [CharsetPlausibility] {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      var made: [CharsetPlausibility] = []
      if let pairs = try? LetterPairs(resources: resources) {
        made = Self.names.compactMap(CharsetTable.init).map { CharsetPlausibility($0, pairs: pairs) }
      }
      loaded = made
      return made
    }
  }

  /// Decodes bytes that are neither UTF-8 nor UTF-16; `declared` is a standard name as ICU gives it. Nil when no
  /// charset is plausible.
  func decode(_ bytes: ArraySlice<UInt8>, declared: String?) -> DecodedText? {
    let declared = declared.map { Self.webNames[$0] ?? $0 }
    let ranked = candidates().enumerated()
      .map { (candidate: $1, cost: $1.cost(bytes), order: $0) }
      .sorted { ($0.cost.total, $0.order) < ($1.cost.total, $1.order) }
    let best = ranked.first
    if let declared, !Self.names.contains(where: { Self.same($0, declared) }), !declared.hasPrefix("UTF-"),
      best.map({ $0.cost.perByte > Self.good }) ?? true,
      let (text, replaced) = CharsetConverter.decode(bytes, from: declared), replaced * 50 <= text.unicodeScalars.count
    {
      return DecodedText(text: text, encoding: declared, replaced: replaced, bom: false)
    }
    if let best, best.cost.perByte <= Self.plausible {
      // A declaration is believed when it reads the text as well as the best does.
      let chosen =
        ranked.first {
          Self.same($0.candidate.charset.name, declared) && $0.cost.total <= best.cost.total * 1.02 + 2
        } ?? best
      return Self.read(bytes, chosen.candidate.charset)
    }
    for guess in CharsetConverter.guesses(bytes.prefix(1 << 16)) where guess.confidence >= 40 {
      let name = Self.webNames[guess.name] ?? guess.name
      if name.hasPrefix("UTF-") || name.hasPrefix("IBM42") { continue }
      // ICU may not name what the letter pairs have ruled out, unless there is nothing to rule it out by.
      if !ranked.isEmpty, Self.names.contains(where: { Self.same($0, name) }) { continue }
      if let (text, replaced) = CharsetConverter.decode(bytes, from: name), replaced == 0 {
        return DecodedText(text: text, encoding: name, replaced: 0, bom: false)
      }
    }
    return nil
  }

  private static func same(_ name: String, _ other: String?) -> Bool {
    guard let other else { return false }
    return name == other || CharsetConverter.standardName(name) == CharsetConverter.standardName(other)
  }

  private static func read(_ bytes: ArraySlice<UInt8>, _ charset: CharsetTable) -> DecodedText {
    let (text, replaced) = charset.decode(bytes)
    return DecodedText(text: text, encoding: charset.name, replaced: replaced, bom: false)
  }
}
