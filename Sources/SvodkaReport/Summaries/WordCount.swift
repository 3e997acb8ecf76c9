import SvodkaKit

/// Counts the words of a text, against which rates are measured: runs of letters and digits of any script, joined by an apostrophe
/// or a hyphen within. Of scripts that put no blanks between words a run counts as one.
enum WordCount {
  static func words(in text: DocumentText) -> Int {
    var (words, isInside) = (0, false)
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let (isLetter, length): (Bool, Int) =
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: (true, 1)
        // An apostrophe or a hyphen between letters goes on with the word.
        case 0x27, 0x2D: (isInside && index + 1 < bytes.count && Self.opensLetter(bytes[index + 1]), 1)
        case 0..<0x80: (false, 1)
        // Latin-1 signs but for ª, µ, º; general punctuation, symbols and CJK punctuation.
        case 0xC2: (false, 2)
        case 0xC0..<0xE0: (true, 2)
        case 0xE2: (bytes[index + 1] >= 0xB0, 3)
        case 0xE3: (bytes[index + 1] != 0x80, 3)
        case 0xE0..<0xF0: (true, 3)
        default: (byte != 0xF0 || bytes[index + 1] != 0x9F, 4)
        }
      if isLetter, !isInside { words += 1 }
      isInside = isLetter
      index += length
    }
    return words
  }

  private static func opensLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: byte >= 0xC3 && byte != 0xE2
    }
  }
}
