/// Words looked for in bytes, where making strings would be slow.
enum ByteSearch {
  /// True when some bytes hold a word of ASCII letters, whatever the case of its letters.
  static func holds(_ value: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    guard value.count >= word.utf8CodeUnitCount else { return false }
    return value.withUnsafeBufferPointer { value in
      let (wanted, length) = (word.utf8Start, word.utf8CodeUnitCount)
      let first = wanted[0] | 0x20
      for start in 0...(value.count - length) where value[start] | 0x20 == first {
        var same = 1
        while same < length, value[start + same] | 0x20 == wanted[same] | 0x20 { same += 1 }
        if same == length { return true }
      }
      return false
    }
  }

  /// True for four digits in a row, and for two behind a full stop.
  static func holdsYear(_ value: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var before: UInt8 = 0
    for byte in value {
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits == 4 || digits == 2 && before == 0x2E { return true }
      } else {
        (digits, before) = (0, byte)
      }
    }
    return false
  }

  /// Where a word ends in some bytes; nil where it does not stand there.
  static func end(of word: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - word.count) where bytes[start] == first {
        var length = 1
        while length < word.count, bytes[start + length] == word[length] { length += 1 }
        if length == word.count { return start + length }
      }
      return nil
    }
  }
}
