import SvodkaKit

/// A word, a run of digits or a mark, as the number reader cuts a text.
struct NumberPiece {
  enum Kind: UInt8 {
    case word
    case digits
    case mark
    case lineEnd
  }
  var start: Int
  var end: Int
  var kind: Kind
  /// True when white space stands before it.
  var spaced: Bool
  /// A hash of the folded form: lower case, ё as е.
  var hash: UInt64
  /// The number of the word in the vocabulary, or -1.
  var word: Int32 = -1

  /// Cuts a stretch of UTF-8.
  ///
  /// Every letter outside ASCII counts as one of a word, general punctuation (U+2000…U+206F), Latin-1 signs and currency signs as marks.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into pieces: inout [NumberPiece]) {
    var i = range.lowerBound
    let end = range.upperBound
    var spaced = true
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        if byte == 0x20 || byte == 0x09 {
          spaced = true
          i += 1
          continue
        }
        if byte == 0x0A || byte == 0x0D {
          pieces.append(NumberPiece(start: i, end: i + 1, kind: .lineEnd, spaced: true, hash: 0))
          spaced = true
          i += 1
          continue
        }
        if (0x30...0x39).contains(byte) {
          let start = i
          while i < end, (0x30...0x39).contains(bytes[i]) { i += 1 }
          pieces.append(NumberPiece(start: start, end: i, kind: .digits, spaced: spaced, hash: 1))
          spaced = false
          continue
        }
        let folded = byte | 0x20
        if !(0x61...0x7A).contains(folded) {
          pieces.append(
            NumberPiece(start: i, end: i + 1, kind: .mark, spaced: spaced, hash: hash(StableHash.start, byte)))
          spaced = false
          i += 1
          continue
        }
      } else if let length = blank(bytes, i, end) {
        spaced = true
        i += length
        continue
      } else if isSign(bytes, i, end) {
        let start = i
        var value = StableHash.start
        i += 1
        value = hash(value, byte)
        while i < end, bytes[i] & 0xC0 == 0x80 {
          value = hash(value, bytes[i])
          i += 1
        }
        pieces.append(NumberPiece(start: start, end: i, kind: .mark, spaced: spaced, hash: value))
        spaced = false
        continue
      }
      i = word(bytes, i, end, spaced, into: &pieces)
      spaced = false
    }
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ spaced: Bool, into pieces: inout [NumberPiece]
  ) -> Int {
    var i = start
    var value = StableHash.start
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        let folded = byte | 0x20
        guard (0x61...0x7A).contains(folded) else { break }
        value = hash(value, folded)
        i += 1
      } else if byte == 0xD0 || byte == 0xD1, i + 1 < end {
        var scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        if (0x410...0x42F).contains(scalar) { scalar += 0x20 }
        if scalar == 0x401 || scalar == 0x451 { scalar = 0x435 }
        value = hash(hash(value, UInt8(0xC0 | scalar >> 6)), UInt8(0x80 | scalar & 0x3F))
        i += 2
      } else if blank(bytes, i, end) != nil || isSign(bytes, i, end) {
        break
      } else {
        value = hash(value, byte)
        i += 1
        while i < end, bytes[i] & 0xC0 == 0x80 {
          value = hash(value, bytes[i])
          i += 1
        }
      }
    }
    pieces.append(NumberPiece(start: start, end: i, kind: .word, spaced: spaced, hash: value))
    return i
  }

  private static func hash(_ value: UInt64, _ byte: UInt8) -> UInt64 { StableHash.adding(byte, to: value) }

  /// No-break space, the blanks of U+2000…U+200B, the narrow one U+202F, and the byte-order mark.
  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int? {
    if bytes[i] == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 { return 2 }
    if bytes[i] == 0xE2, i + 2 < end, bytes[i + 1] == 0x80 {
      return (0x80...0x8B).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF ? 3 : nil
    }
    if bytes[i] == 0xEF, i + 2 < end, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF { return 3 }
    return nil
  }

  private static func isSign(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    switch bytes[i] {
    case 0xC2: return true
    case 0xC3: return i + 1 < end && (bytes[i + 1] == 0x97 || bytes[i + 1] == 0xB7)
    // U+2000…U+2BFF: punctuation, currency signs, letter-like signs, arrows, mathematics.
    case 0xE2: return i + 1 < end && bytes[i + 1] < 0xB0
    case 0xF0: return true
    default: return false
    }
  }
}
