import SvodkaKit

/// What a stretch of text looks like, counted in one pass over its bytes; letters of every script count as letters.
struct TextShape: Sendable {
  var words = 0
  /// Bytes in words.
  var letters = 0
  var digits = 0
  var commas = 0
  /// Full stops, question and exclamation marks that end a word.
  var stops = 0
  var lines = 1
  /// Words that start with a capital of Latin or Cyrillic script.
  var capitalised = 0
  /// Ends like a sentence: stop, ellipsis, closing quotation mark, colon.
  var endsLikeSentence = false
  var startsWithCapital = false
  /// The words, hashed.
  var hashes: [UInt64] = []
  /// The first eight bytes of words that are longer, hashed: forms of one word mostly agree in them.
  var stems: [UInt64] = []

  init(_ text: [UInt8]) { self = text.withUnsafeBufferPointer { Self($0) } }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    hashes.reserveCapacity(text.count / 5 + 1)
    var hash = StableHash.start
    // The last bytes of a word, eight of them at most: hashing each by itself would make every byte wait for the one before it.
    var window: UInt64 = 0
    var length = 0
    var index = 0
    func isCapital(_ i: Int) -> Bool {
      if (0x41...0x5A).contains(text[i]) { return true }
      guard i + 1 < text.count, text[i] == 0xD0 else { return false }
      return text[i + 1] == 0x81 || (0x90...0xAF).contains(text[i + 1])
    }
    while index < text.count {
      let byte = text[index]
      let mark = Self.punctuation(text, index)
      if mark == 0 {
        if length == 0, isCapital(index) {
          capitalised += 1
          if words == 0 { startsWithCapital = true }
        }
        window = window << 8 | UInt64(byte)
        length += 1
        if length & 7 == 0 {
          (hash, window) = (Self.mixed(hash, window), 0)
          if length == 8 { stems.append(hash) }
        }
        if (0x30...0x39).contains(byte) { digits += 1 }
        index += 1
        continue
      }
      if length > 0 {
        words += 1
        letters += length
        hashes.append(Self.mixed(hash, window))
        if byte == 0x2E || byte == 0x21 || byte == 0x3F { stops += 1 }
      }
      if byte == 0x2C { commas += 1 }
      if byte == 0x0A { lines += 1 }
      (hash, window, length) = (StableHash.start, 0, 0)
      index += mark
    }
    if length > 0 {
      words += 1
      letters += length
      hashes.append(Self.mixed(hash, window))
    }
    endsLikeSentence = Self.endsLikeSentence(text)
  }

  @inline(__always) private static func mixed(_ hash: UInt64, _ window: UInt64) -> UInt64 {
    let product = (hash ^ window) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The length of the punctuation mark or blank at `i`; 0 within a word.
  @inline(__always) private static func punctuation(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let byte = text[i]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 0
    case 0..<0x80: return 1
    case 0xC2: return i + 1 < text.count ? 2 : 1
    case 0xE2: return i + 2 < text.count ? 3 : 1
    default: return 0
    }
  }

  private static func endsLikeSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    switch last {
    case 0x2E, 0x21, 0x3F, 0x22, 0x3A, 0x3B: return true
    case 0x29, 0x5D: return text.count > 1 && [0x2E, 0x21, 0x3F].contains(text[text.count - 2])
    default: break
    }
    let tail = text.suffix(3)
    // Ellipsis, right double and single quotation marks, closing guillemet.
    return tail.elementsEqual([0xE2, 0x80, 0xA6]) || tail.elementsEqual([0xE2, 0x80, 0x9D])
      || tail.elementsEqual([0xE2, 0x80, 0x99]) || text.suffix(2).elementsEqual([0xC2, 0xBB])
  }

  /// The hashes of all runs of `n` words; of a shorter text one of all its words.
  static func shingles(_ hashes: [UInt64], _ n: Int) -> [UInt64] {
    guard !hashes.isEmpty else { return [] }
    let length = min(n, hashes.count)
    return (0...(hashes.count - length)).map { start in
      hashes[start..<(start + length)].reduce(StableHash.start) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ ($0 >> 29) }
    }
  }
}
