public import SvodkaKit
import SvodkaText

/// Cuts text into tokens: ICU's words, joined over hyphens and in abbreviations, with 's cut off.
///
/// `Аддис-Абеба`, `62-летний`, `F-16` and `U.S.` are one token, `Lavrov's` is two, `26-29` three.
public struct Tokenizer: Sendable {
  private let words: Segmenter

  /// Opens a tokenizer for a language.
  ///
  /// - Throws: `A106` when ICU has no rules for it.
  public init(language: String) throws(AnalysisError) {
    words = try Segmenter(.words, locale: language == "und" ? "en" : language)
  }

  /// The tokens of a stretch of text.
  public func tokens(in text: DocumentText, within span: TextSpan) throws(AnalysisError) -> [Token] {
    let bytes = text.bytes
    let boundaries = try words.boundaries(in: text, within: span)
    var pieces: [Piece] = []
    pieces.reserveCapacity(boundaries.count)
    for (start, end) in zip(boundaries, boundaries.dropFirst()) {
      var piece = Piece(bytes, start, end)
      guard piece.kind != nil else { continue }
      guard let cut = piece.possessive(bytes) else {
        pieces.append(piece)
        continue
      }
      piece.end = cut
      pieces.append(piece)
      pieces.append(Piece(start: cut, end: end, kind: .mark))
    }
    return Self.joined(pieces, bytes)
  }

  private static func joined(_ pieces: [Piece], _ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(pieces.count)
    var i = 0
    var lastEnd = -1
    while i < pieces.count {
      var piece = pieces[i]
      i += 1
      while i + 1 < pieces.count, piece.end == pieces[i].start, pieces[i].isHyphen(bytes),
        pieces[i].end == pieces[i + 1].start, piece.joins(pieces[i + 1])
      {
        piece = piece.joined(with: pieces[i + 1])
        i += 2
      }
      if i < pieces.count, pieces[i].start == piece.end, bytes[pieces[i].start] == 0x2E,
        piece.isDottedAbbreviation(bytes)
      {
        piece.end = pieces[i].end
        i += 1
      }
      tokens.append(piece.token(bytes, spaceBefore: piece.start != lastEnd))
      lastEnd = piece.end
    }
    return tokens
  }
}

/// A stretch between two boundaries.
private struct Piece {
  var start: Int
  var end: Int
  /// Nil for white space.
  var kind: Token.Kind?

  init(start: Int, end: Int, kind: Token.Kind) {
    (self.start, self.end, self.kind) = (start, end, kind)
  }

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    (self.start, self.end) = (start, end)
    kind = Self.kind(bytes[start..<end])
  }

  private static func kind(_ slice: ArraySlice<UInt8>) -> Token.Kind? {
    var (letters, digits, blank) = (false, false, true)
    var i = slice.startIndex
    while i < slice.endIndex {
      let byte = slice[i]
      if byte < 0x80 {
        switch byte {
        case 0x09...0x0D, 0x20: break
        case 0x30...0x39: (digits, blank) = (true, false)
        case 0x41...0x5A, 0x61...0x7A: (letters, blank) = (true, false)
        default: blank = false
        }
        i += 1
      } else if byte == 0xD0 || byte == 0xD1 {
        (letters, blank) = (true, false)
        i += 2
      } else {
        return otherKind(slice)
      }
    }
    return kind(letters, digits, blank)
  }

  private static func kind(_ letters: Bool, _ digits: Bool, _ blank: Bool) -> Token.Kind? {
    if blank { return nil }
    if letters { return digits ? .mixed : .word }
    return digits ? .number : .mark
  }

  /// Beyond ASCII and Cyrillic, by the standard library's tables.
  private static func otherKind(_ slice: ArraySlice<UInt8>) -> Token.Kind? {
    var (letters, digits, blank) = (false, false, true)
    for scalar in String(decoding: slice, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B { continue }
      blank = false
      if scalar.properties.isAlphabetic { letters = true }
      if scalar.properties.numericType == .decimal { digits = true }
    }
    return kind(letters, digits, blank)
  }

  /// Where the `'s` of `Lavrov’s` starts.
  func possessive(_ bytes: [UInt8]) -> Int? {
    guard kind == .word || kind == .mixed, bytes[end - 1] | 0x20 == 0x73, end - start > 2 else { return nil }
    if bytes[end - 2] == 0x27 { return end - 2 }
    guard end - start > 4, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 else { return nil }
    return end - 4
  }

  /// Hyphen-minus, U+2010 and U+2011.
  func isHyphen(_ bytes: [UInt8]) -> Bool {
    if end - start == 1 { return bytes[start] == 0x2D }
    return end - start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (bytes[start + 2] == 0x90 || bytes[start + 2] == 0x91)
  }

  func joins(_ next: Piece) -> Bool {
    guard kind != .mark, next.kind != .mark else { return false }
    return kind != .number || next.kind != .number
  }

  func joined(with next: Piece) -> Piece {
    var whole = self
    whole.end = next.end
    if next.kind != kind { whole.kind = .mixed }
    return whole
  }

  /// Single letters with dots between: `U.S`, `С.В`.
  func isDottedAbbreviation(_ bytes: [UInt8]) -> Bool {
    guard kind == .word else { return false }
    var letters = 0
    var dots = 0
    for byte in bytes[start..<end] {
      if byte == 0x2E {
        if letters != 1 { return false }
        letters = 0
        dots += 1
      } else if byte & 0xC0 != 0x80 {
        letters += 1
      }
    }
    return dots > 0 && letters == 1
  }

  func token(_ bytes: [UInt8], spaceBefore: Bool) -> Token {
    let (key, shape) = TokenKey.make(bytes[start..<end])
    return Token(
      span: TextSpan(start, end), kind: kind ?? .mark, shape: shape, key: key, spaceBefore: spaceBefore)
  }
}
