/// Cuts lines into the words that lexicons of furniture know.
struct WordFolding: Sendable {
  private let letters: [Character: Character]
  /// Second bytes, behind D1, of the small Cyrillic letters that are written without distinction.
  private let secondBytes: [Bool]

  /// - Parameter letters: small letters that are written without distinction, with those that stand for them.
  init(letters: [Character: Character]) {
    self.letters = letters
    var seconds = [Bool](repeating: false, count: 256)
    for letter in letters.keys {
      let bytes = Array(String(letter).utf8)
      if bytes.count == 2, bytes[0] == 0xD1 { seconds[Int(bytes[1])] = true }
    }
    secondBytes = seconds
  }

  /// The words of a line in lower case, without punctuation and apostrophes; signs such as © stand alone.
  func words(of line: String) -> FoldedWords {
    var line = line
    return line.withUTF8 { words(of: $0) }
  }

  /// The same of UTF-8.
  func words(of line: UnsafeBufferPointer<UInt8>) -> FoldedWords {
    var words = FoldedWords()
    cut(line, into: &words)
    return words
  }

  /// The same, with the room that earlier words had.
  func cut(_ line: UnsafeBufferPointer<UInt8>, into words: inout FoldedWords) {
    words.clear()
    words.reserve(line.count)
    // Cutting and lower case by Unicode are slow, and nearly all of a page's words are plain: only the others are asked for.
    var isPlain = true
    func close() {
      if !isPlain { fold(&words) }
      words.close()
      isPlain = true
    }
    func sign(_ bytes: UInt8...) {
      close()
      for byte in bytes { words.append(byte) }
      words.close()
    }
    var index = 0
    while index < line.count {
      let byte = line[index]
      switch byte {
      case 0x30...0x39, 0x61...0x7A: words.append(byte)
      case 0x41...0x5A: words.append(byte + 0x20)
      case 0x27: break
      case 0x2A: sign(0x2A)
      case 0..<0x80: close()
      // Cyrillic and Greek letters by the thousand: two bytes each.
      case 0xCE...0xD3 where index + 1 < line.count:
        words.append(byte)
        words.append(line[index + 1])
        isPlain = false
        index += 1
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let letter = line[index..<min(line.count, index + length)]
        let scalar = String(decoding: letter, as: UTF8.self).unicodeScalars.first
        switch scalar?.value ?? 0 {
        case 0x2019: break
        case 0xA9: sign(0xC2, 0xA9)
        case 0..<0xAA, 0x2000...0x206F: close()
        default:
          if scalar?.properties.isAlphabetic == true {
            for byte in letter { words.append(byte) }
            isPlain = false
          } else {
            close()
          }
        }
        index += length - 1
      }
      index += 1
    }
    close()
  }

  /// Puts the open word into lower case, with the letters changed that a table says are written without distinction.
  private func fold(_ words: inout FoldedWords) {
    if words.lowerCyrillic(), keepsAll(words) { return }
    let lower = String(decoding: words.bytes[words.open], as: UTF8.self).lowercased()
    if letters.isEmpty || !lower.contains(where: { letters[$0] != nil }) {
      words.replaceOpen(with: lower.utf8)
    } else {
      words.replaceOpen(with: String(lower.map { letters[$0] ?? $0 }).utf8)
    }
  }

  /// True when no letter of the open word, of small Cyrillic letters, is changed.
  private func keepsAll(_ words: FoldedWords) -> Bool {
    var index = words.open.lowerBound
    while index + 1 < words.bytes.count {
      if words.bytes[index] == 0xD1, secondBytes[Int(words.bytes[index + 1])] { return false }
      index += words.bytes[index] < 0x80 ? 1 : 2
    }
    return true
  }
}
