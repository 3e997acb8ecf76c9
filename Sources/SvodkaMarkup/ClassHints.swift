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

  private var whole: [[UInt8]: Set] = [:]
  /// By their first byte.
  private var openings = [[(bytes: [UInt8], set: Set)]](repeating: [], count: 256)

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
          guard let first = word.utf8.first else { continue }
          openings[Int(first)].append((Array(word.utf8.dropLast()), set))
        } else {
          whole[Array(word.utf8), default: []].formUnion(set)
        }
      }
    }
  }

  /// The hints in an element's class and id.
  func hints(in name: ArraySlice<UInt8>) -> Set {
    var found: Set = []
    var word: [UInt8] = []
    var wasLower = false
    func close() {
      if word.count > 1 { found.formUnion(hints(ofWord: word)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        word.append(byte)
        wasLower = true
      case 0x41...0x5A:
        if wasLower { close() }
        word.append(byte + 0x20)
        wasLower = false
      default:
        close()
        wasLower = false
      }
    }
    close()
    return found
  }

  private func hints(ofWord word: [UInt8]) -> Set {
    var set = whole[word] ?? []
    guard let first = word.first else { return set }
    for opening in openings[Int(first)] where word.starts(with: opening.bytes) { set.formUnion(opening.set) }
    return set
  }
}
