import SvodkaKit
import SvodkaLanguage

/// A coarse key that spellings of one name share even where their finer keys differ: the first consonants as they sound,
/// voiced and unvoiced alike.
struct BlockKey: Sendable {
  private let sounds: [WordScript: SoundCode]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    sounds = [
      .cyrillic: try SoundCode(language: "ru", resources: resources),
      .latin: try SoundCode(language: "en", resources: resources),
    ]
  }

  /// By the whole name, and by the surname alone.
  struct Block {
    var whole: String
    var surname: String
  }

  /// Of people the surname and the beginning of the given name, of all else the first two words.
  func block(of reading: ComparedName.Reading, _ type: EntityType) throws(AnalysisError) -> Block {
    let plain = reading.words.filter { $0.role == .plain }
    let words = plain.isEmpty ? reading.words : plain
    guard let first = words.first, let last = words.last else { return Block(whole: "", surname: "") }
    if type == .person {
      let surname = type.rawValue + (try skeleton(last, 5))
      // Initials take the place of a given name.
      let given = reading.words.count > 1 ? reading.words.first ?? first : first
      return Block(whole: surname + " " + (try skeleton(given, 1)), surname: surname)
    }
    var whole = type.rawValue
    for word in words.prefix(2) { whole += " " + (try skeleton(word, 5)) }
    return Block(whole: whole, surname: whole)
  }

  /// The first consonants of a word as it sounds.
  private func skeleton(_ word: NameWord, _ count: Int) throws(AnalysisError) -> String {
    guard let script = word.spellings.first?.script, let sounds = sounds[script] else { return "" }
    let code: String
    if let same = word.sameName { code = same } else { code = try sounds.code(of: [word.key]) }
    var skeleton: [UInt8] = []
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
