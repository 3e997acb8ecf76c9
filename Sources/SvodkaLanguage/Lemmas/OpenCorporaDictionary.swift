import SvodkaKit

/// The OpenCorpora dictionary as pymorphy compiles it: forms with their paradigms, paradigms with their endings and tags, endings
/// of unknown words, and how probable a tag is for a form.
///
/// A paradigm of n forms is 3n numbers: the suffixes of the forms, then their tags, then their prefixes; the first form is the lemma.
struct OpenCorporaDictionary: Sendable {
  /// A form of a paradigm.
  struct Entry: Sendable, Hashable {
    var paradigm: Int
    var form: Int
    /// How often words with this ending have it; 0 for words of the dictionary.
    var count = 0
  }

  /// A spelling that the dictionary knows, with its entries.
  struct Found {
    var word: [UInt8]
    var entries: [Entry]
  }

  /// The tags as the dictionary writes them: `NOUN,anim,masc sing,nomn`.
  let tags: Lines
  /// The prefixes of paradigms, most often empty.
  let prefixes: [[UInt8]]
  /// How many characters of an ending are looked up at most.
  let longestEnding: Int
  private let words: Dawg
  private let chances: Dawg
  private let endings: [Dawg]
  private let suffixes: Lines
  /// Characters, and what may stand for them.
  private let substitutes: [([UInt8], [UInt8])]
  private nonisolated(unsafe) let starts: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let paradigms: UnsafeBufferPointer<UInt16>
  private let pack: ModelPack

  init(_ pack: ModelPack, substitutes: [String: String]) throws(AnalysisError) {
    self.pack = pack
    tags = try Lines(pack, "tags")
    suffixes = try Lines(pack, "suffixes")
    prefixes = try pack.lines("prefixes").map { Array($0.utf8) }
    longestEnding = Int(try pack.array("longest.ending", of: UInt32.self, count: 1)[0])
    words = try Dawg(pack, "words")
    chances = try Dawg(pack, "chances")
    var endings: [Dawg] = []
    for number in prefixes.indices { endings.append(try Dawg(pack, "endings.\(number)")) }
    self.endings = endings
    starts = try pack.array("paradigms.starts", of: UInt32.self)
    paradigms = try pack.array("paradigms", of: UInt16.self)
    self.substitutes = substitutes.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), Array($0.value.utf8)) }
    guard let last = starts.last, Int(last) == paradigms.count else {
      throw ModelPack.refused(pack.path, "its paradigms are broken")
    }
  }

  /// The entries of a word, under its own spelling first, then under each that its substitutes allow.
  func entries(of word: [UInt8]) -> [Found] { found(in: words, word[...]) }

  /// The entries of words with an ending, for those that begin with the prefix of this number.
  func endings(_ ending: ArraySlice<UInt8>, prefix: Int) -> [Found] { found(in: endings[prefix], ending) }

  private func found(in dawg: Dawg, _ word: ArraySlice<UInt8>) -> [Found] {
    var all: [Found] = []
    search(dawg, word, from: word.startIndex, Dawg.root, [], &all)
    return all
  }

  private func search(
    _ dawg: Dawg, _ word: ArraySlice<UInt8>, from start: Int, _ state: Int, _ spelt: [UInt8], _ all: inout [Found]
  ) {
    var (state, place) = (state, start)
    var others: [Found] = []
    defer { all += others }
    while place < word.endIndex {
      var end = place + 1
      while end < word.endIndex, word[end] & 0xC0 == 0x80 { end += 1 }
      let character = word[place..<end]
      for (one, other) in substitutes where character.elementsEqual(one) {
        guard let next = dawg.next(state, other) else { continue }
        search(dawg, word, from: end, next, spelt + word[start..<place] + other, &others)
      }
      for byte in character {
        guard let next = dawg.next(state, byte) else { return }
        state = next
      }
      place = end
    }
    guard let payload = dawg.next(state, 1) else { return }
    var entries: [Entry] = []
    var ending: [UInt8] = []
    dawg.forEachEnding(from: payload, &ending) { entries.append(Self.entry(base64: $0)) }
    all.append(Found(word: spelt + word[start...], entries: entries))
  }

  /// Big-endian numbers: the count, where there is one, then paradigm and form as uint16.
  private static func entry(base64: [UInt8]) -> Entry {
    var (number, bits, bytes) = (UInt64(0), 0, 0)
    var value = 0
    for byte in base64 {
      let digit: Int
      switch byte {
      case 0x41...0x5A: digit = Int(byte) - 0x41
      case 0x61...0x7A: digit = Int(byte) - 0x61 + 26
      case 0x30...0x39: digit = Int(byte) - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
      default: continue
      }
      value = value << 6 | digit
      bits += 6
      if bits >= 8 {
        bits -= 8
        number = number << 8 | UInt64(value >> bits & 0xFF)
        bytes += 1
        value &= 1 << bits - 1
      }
    }
    guard bytes >= 4 else { return Entry(paradigm: 0, form: 0) }
    return Entry(
      paradigm: Int(number >> 16 & 0xFFFF), form: Int(number & 0xFFFF), count: Int(number >> 32))
  }

  private func paradigm(_ number: Int) -> UnsafeBufferPointer<UInt16> {
    guard number + 1 < starts.count else { return UnsafeBufferPointer(rebasing: paradigms[0..<0]) }
    return UnsafeBufferPointer(rebasing: paradigms[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// The number of an entry's tag.
  func tag(of entry: Entry) -> Int {
    let paradigm = paradigm(entry.paradigm)
    let place = paradigm.count / 3 + entry.form
    return place < paradigm.count ? Int(paradigm[place]) : 0
  }

  /// The lemma of a form.
  func lemma(of word: [UInt8], _ entry: Entry) -> [UInt8] {
    let paradigm = paradigm(entry.paradigm)
    let forms = paradigm.count / 3
    guard entry.form > 0, entry.form < forms else { return word }
    let prefix = prefixes[Int(paradigm[2 * forms + entry.form])]
    let suffix = suffixes[Int(paradigm[entry.form])]
    guard prefix.count + suffix.count <= word.count else { return word }
    let stem = word[prefix.count..<(word.count - suffix.count)]
    return prefixes[Int(paradigm[2 * forms])] + stem + suffixes[Int(paradigm[0])]
  }

  /// Where the probabilities of a form's tags are; nil where none is known.
  func chances(of word: [UInt8]) -> Int? { chances.next(Dawg.root, word).flatMap { chances.next($0, 0x3A) } }

  /// How probable a tag is for a form, in millionths; 0 where nothing is known.
  func chance(of tag: Int, at place: Int) -> Int {
    guard tag < tags.count, let end = chances.next(place, tags[tag]) else { return 0 }
    return chances.value(end) ?? 0
  }
}
