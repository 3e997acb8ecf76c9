import SvodkaKit

/// Ends of sentences that the Unicode rules do not see: behind the character …, before numbers and dashes, and where the
/// blank is missing.
enum HiddenBoundaries {
  /// Where a sentence may end, ascending; each is looked at again with its surroundings.
  static func find(in text: DocumentText, within span: TextSpan) -> [Int] {
    let scalars = ScalarReader(bytes: text.bytes, span: span)
    var found: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for i in span.range {
        switch bytes[i] {
        case 0xE2 where i + 2 < span.end && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6:
          if let end = behind(i + 3, scalars, isEllipsis: true) { found.append(end) }
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
          if let end = behind(i + 1, scalars, isEllipsis: false) { found.append(end) }
          if i + 1 < span.end, bytes[i + 1] > 0x20, isGlued(scalars, mark: i) { found.append(i + 1) }
        default: break
        }
      }
    }
    return found
  }

  /// Behind marks, closing marks and white space: in any case behind …, which is no mark to Unicode; behind others if
  /// a number, a dash or a bullet begins what follows, which to Unicode goes on with the sentence.
  private static func behind(_ start: Int, _ scalars: ScalarReader, isEllipsis: Bool) -> Int? {
    var place = start
    while let (scalar, end) = scalars.at(place),
      BoundaryContext.closing.contains(scalar) || BoundaryContext.marks.contains(scalar)
    {
      place = end
    }
    let blank = place
    while let (scalar, end) = scalars.at(place), scalar.properties.isWhitespace { place = end }
    guard place > blank, let (scalar, _) = scalars.at(place) else { return nil }
    if isEllipsis { return place }
    let isBeginning =
      scalar.properties.numericType == .decimal || scalar.properties.generalCategory == .currencySymbol
      || BoundaryContext.dashes.contains(scalar) || scalar == "•" || scalar == "*" || scalar == "№"
    return isBeginning ? place : nil
  }

  /// «…закончились.Стороны …»: three small letters before the mark; behind it a capital with two small letters, the
  /// end of a word behind them. Addresses on the web have small letters or a further stop there.
  private static func isGlued(_ scalars: ScalarReader, mark: Int) -> Bool {
    var place = mark
    for _ in 0..<3 {
      guard let (scalar, start) = scalars.before(place), scalar.properties.isLowercase else { return false }
      place = start
    }
    while let (scalar, start) = scalars.before(place), !scalar.properties.isWhitespace {
      if scalar == "." || scalar == "/" || scalar == "@" { return false }
      place = start
    }
    guard let (first, end) = scalars.at(mark + 1), first.properties.isUppercase else { return false }
    place = end
    var small = 0
    while let (scalar, end) = scalars.at(place), scalar.properties.isAlphabetic {
      guard scalar.properties.isLowercase else { return false }
      small += 1
      place = end
    }
    let isEnd =
      scalars.at(place).map { $0.scalar.properties.isWhitespace || ",:;—".unicodeScalars.contains($0.scalar) } ?? false
    // «И», «В» and other words of one letter begin sentences in Cyrillic alone.
    return isEnd && (small >= 2 || first.value >= 0x400)
  }
}
