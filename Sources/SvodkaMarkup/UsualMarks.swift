/// Marks and blanks between words, told by their bytes: asking Unicode for every letter of a page is slow.
enum UsualMarks {
  /// The length of the mark at `index` where it is one of ASCII or one that newspapers set; nil for anything else, letters and digits too.
  static func length(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: nil
    case 0..<0x80: 1
    // No-break space, ©, «, middle dot, ».
    case 0xC2 where index + 1 < text.count && [0xA0, 0xA9, 0xAB, 0xB7, 0xBB].contains(text[index + 1]): 2
    // Dashes, quotation marks, bullet, ellipsis.
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      (0x93...0x94).contains(text[index + 2]) || (0x98...0xA6).contains(text[index + 2]) ? 3 : nil
    default: nil
    }
  }
}
