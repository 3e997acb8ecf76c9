import SvodkaKit
import SvodkaLanguage

/// A coarse key that spellings of one name share even where their finer keys differ: the first consonants as they sound,
/// voiced and unvoiced alike.
struct BlockKey: Sendable {
  private let sounds: [WordScript: SoundCode]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    sounds = try SoundCode.byScript(resources: resources)
  }

  /// Of people by the surname, of all else by the first two words; names of other blocks are never compared.
  func block(of reading: ComparedName.Reading, _ type: EntityType) throws(AnalysisError) -> UInt64 {
    let plain = reading.words.filter { $0.role == .plain }
    let words = plain.isEmpty ? reading.words : plain
    var key = type.rawValue
    for word in type == .person ? words.suffix(1) : words.prefix(2) { key += " " + (try skeleton(word, 5)) }
    // Names of two blocks that fall together are told apart when they are compared.
    return StableHash.fnv1a(key.utf8)
  }

  /// What tells bearers of one surname apart before they are compared.
  enum Given: Hashable {
    /// A name of the tables: only this one, whatever its spelling, is the same.
    case known(String)
    /// Any other, by the first consonant that is heard.
    case sound(String)
    /// An initial, which may stand for any.
    case initial

    /// True of a name of the tables and one that they lack, which may be another spelling of it.
    func mayBe(_ other: Given) -> Bool {
      switch (self, other) {
      case (.known, .sound), (.sound, .known): true
      default: false
      }
    }
  }

  /// The first word of a name of several.
  func given(of reading: ComparedName.Reading) throws(AnalysisError) -> Given {
    guard reading.words.count > 1, let first = reading.words.first, first.role == .plain else { return .initial }
    if let same = first.sameName { return .known(same) }
    return .sound(try skeleton(first, 1))
  }

  /// How a word sounds; of names of the tables their own code.
  func sound(of word: NameWord) throws(AnalysisError) -> String {
    guard let script = word.spellings.first?.script, let sounds = sounds[script] else { return "" }
    return if let same = word.sameName { same } else { try sounds.code(of: [word.key]) }
  }

  /// What words of one sound have in common at least: the first two consonants that are heard.
  func beginning(of word: NameWord) throws(AnalysisError) -> String { try skeleton(word, 2) }

  /// The first consonants of a word as it sounds.
  private func skeleton(_ word: NameWord, _ count: Int) throws(AnalysisError) -> String {
    let code = try sound(of: word)
    var skeleton: [UInt8] = []
    // Whether a word begins with a vowel is heard in both scripts.
    if let first = code.utf8.first, Self.group(first) == nil { skeleton.append(UInt8(ascii: "a")) }
    let count = count + skeleton.count
    for byte in code.utf8 {
      guard let group = Self.group(byte), skeleton.last != group else { continue }
      skeleton.append(group)
      if skeleton.count == count { break }
    }
    return String(decoding: skeleton, as: UTF8.self)
  }

  private static func group(_ sound: UInt8) -> UInt8? {
    switch sound {
    case UInt8(ascii: "b"), UInt8(ascii: "p"): UInt8(ascii: "p")
    case UInt8(ascii: "d"), UInt8(ascii: "t"): UInt8(ascii: "t")
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "h"): UInt8(ascii: "k")
    case UInt8(ascii: "v"), UInt8(ascii: "f"): UInt8(ascii: "v")
    case UInt8(ascii: "z"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "j"), UInt8(ascii: "C"),
      UInt8(ascii: "c"), UInt8(ascii: "x"):
      UInt8(ascii: "s")
    case UInt8(ascii: "n"), UInt8(ascii: "m"): UInt8(ascii: "n")
    case UInt8(ascii: "l"), UInt8(ascii: "r"): sound
    default: nil
    }
  }
}
