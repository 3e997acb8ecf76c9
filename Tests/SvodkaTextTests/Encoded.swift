/// Text as an old charset writes it, by the charset's definition and not by the library under test.
struct Encoded {
  let bytes: [UInt8]

  static let cyrillic = ["windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-mac-cyrillic"]

  /// Nil when the charset is not one of these. What a charset lacks is written as `fallback` says.
  init?(_ text: String, _ name: String) {
    guard let upper = Self.upperHalf[name] else { return nil }
    let codes = Dictionary(zip(upper, UInt8(128)...255), uniquingKeysWith: { first, _ in first })
    var bytes: [UInt8] = []
    for scalar in Self.fallback(text, name).unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let code = codes[scalar] {
        bytes.append(code)
      } else {
        return nil
      }
    }
    self.bytes = bytes
  }

  /// The text with quotation marks and dashes that the charset lacks written in ASCII.
  static func fallback(_ text: String, _ name: String) -> String {
    guard ["KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5"].contains(name) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar -> Unicode.Scalar in
          switch scalar {
          case "«", "»", "“", "”": "\""
          case "—", "–": "-"
          default: scalar
          }
        }))
  }

  private static let letters = (UInt32(0x410)...0x44F).compactMap(Unicode.Scalar.init)
  private static func pad(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// The characters of bytes 128 to 255; `~` stands for what the tests do not use.
  private static let upperHalf: [String: [Unicode.Scalar]] = [
    "windows-1251": pad("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—~™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї") + letters,
    "windows-1252": pad(
      "€~‚ƒ„…†‡ˆ‰Š‹Œ~Ž~~‘’“”•–—˜™š›œ~žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    ),
    "KOI8-R": pad(
      String(repeating: "~", count: 35) + "ё" + String(repeating: "~", count: 15) + "Ё"
        + String(repeating: "~", count: 12))
      + pad("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"),
    "KOI8-U": pad(String(repeating: "~", count: 35) + "ёє~ії" + "~~~~~ґ~~~~~" + "ЁЄ~ІЇ~~~~~Ґ~~")
      + pad("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"),
    "IBM866": letters[..<48] + pad(String(repeating: "~", count: 48)) + letters[48...] + pad("ЁёЄєЇїЎў~~~~№~~~"),
    "ISO-8859-5": pad(String(repeating: "~", count: 32)) + pad("\u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏ") + letters
      + pad("№ёђѓєѕіїјљњћќ§ўџ"),
    "x-mac-cyrillic": letters[..<32]
      + pad("†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёя") + letters[32..<63] + pad("€"),
  ]
}

/// A random source that gives the same numbers every time (Steele, Lea, Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
