import SvodkaKit
import SvodkaResources

/// What the words of class names and ids hint at, after `Tables/class-hints.yaml`.
struct ClassHints: Sendable {
  /// Kinds of hints, as a set.
  struct Set: OptionSet, Sendable, Hashable {
    let rawValue: UInt32
    static let body = Self(rawValue: 1)
    static let comments = Self(rawValue: 2)
    static let share = Self(rawValue: 4)
    static let related = Self(rawValue: 8)
    static let menu = Self(rawValue: 16)
    static let signup = Self(rawValue: 32)
    static let donation = Self(rawValue: 64)
    static let cookie = Self(rawValue: 128)
    static let advertisement = Self(rawValue: 256)
    static let author = Self(rawValue: 512)
    static let meta = Self(rawValue: 1024)
    static let caption = Self(rawValue: 2048)
    static let sidebar = Self(rawValue: 4096)
    static let modal = Self(rawValue: 8192)
    static let paywall = Self(rawValue: 16384)

    /// All kinds but `body`.
    static let furniture = Self(rawValue: 32767 ^ 1)
    /// The number of kinds.
    static let count = 15
  }

  private struct File: Decodable {
    var body, comments, share, related, menu, signup, donation, cookie, advertisement, author, meta, caption, sidebar,
      modal, paywall: [String]
  }

  /// By the hash of a whole word, and by that of the bytes that words begin with.
  private var whole: [UInt64: Set] = [:]
  private var openings: [UInt64: Set] = [:]
  /// Whether some opening's hash may fall into a slot, and some word's: nearly all words are done with by asking this.
  private var mayOpen = [Bool](repeating: false, count: 4096)
  private var mayBe = [Bool](repeating: false, count: 4096)

  init(resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/class-hints.yaml", of: "SvodkaMarkup")
    let lists: [(Set, [String])] = [
      (.body, file.body), (.comments, file.comments), (.share, file.share), (.related, file.related),
      (.menu, file.menu), (.signup, file.signup), (.donation, file.donation), (.cookie, file.cookie),
      (.advertisement, file.advertisement), (.author, file.author), (.meta, file.meta), (.caption, file.caption),
      (.sidebar, file.sidebar), (.modal, file.modal), (.paywall, file.paywall),
    ]
    for (set, words) in lists {
      for word in words {
        if word.hasSuffix("*") {
          let hash = StableHash.fnv1a(word.utf8.dropLast())
          openings[hash, default: []].formUnion(set)
          mayOpen[Self.slot(hash)] = true
        } else {
          let hash = StableHash.fnv1a(word.utf8)
          whole[hash, default: []].formUnion(set)
          mayBe[Self.slot(hash)] = true
        }
      }
    }
  }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & 4095 }

  /// The hints in an element's class and id: of each word of two letters or more, cut where a capital follows a small letter.
  func hints(in name: UnsafeBufferPointer<UInt8>) -> Set {
    var found: Set = []
    // What the word's beginnings hint at counts once it has a second letter.
    var opened: Set = []
    let (prime, start) = (WordHashes.prime, StableHash.start)
    var hash = start
    var length = 0
    var wasLower = false
    func close() {
      if length > 1 {
        found.formUnion(opened)
        if mayBe[Self.slot(hash)], let set = whole[hash] { found.formUnion(set) }
      }
      (opened, hash, length) = ([], start, 0)
    }
    for byte in name {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        hash = (hash ^ UInt64(byte)) &* prime
        wasLower = true
      case 0x41...0x5A:
        if wasLower { close() }
        hash = (hash ^ UInt64(byte + 0x20)) &* prime
        wasLower = false
      default:
        close()
        wasLower = false
        continue
      }
      length += 1
      if mayOpen[Self.slot(hash)], let set = openings[hash] { opened.formUnion(set) }
    }
    close()
    return found
  }
}
