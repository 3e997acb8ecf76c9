import SvodkaKit

/// What stands around a place where a sentence may end.
struct BoundaryContext {
  /// The kind of the mark that ends what stands before.
  enum Mark {
    /// One full stop.
    case stop
    /// Two stops and more, or the character for them.
    case ellipsis
    /// A question or exclamation mark is among them.
    case exclamation
  }
  /// What follows, behind opening quotes and brackets.
  enum Next {
    case small, capital, digit, other
  }

  /// The mark before; nil when there is none.
  private(set) var mark: Mark?
  /// True when a closing quote or bracket stands behind the mark.
  private(set) var isClosed = false
  /// True when marks alone stand in brackets: "(!)".
  private(set) var isBracketed = false
  /// True when white space stands before the marks and none behind them: «в зоне .рф».
  private(set) var isPrefix = false
  /// Where the marks begin.
  private(set) var markStart = 0
  /// What follows.
  private(set) var next = Next.other
  /// True when a dash stands first in what follows.
  private(set) var isDashed = false
  /// True when a comma, semicolon or closing mark stands first in what follows.
  private(set) var continues = false
  /// The word that follows.
  private(set) var nextWord = ""
  /// True when that word is one capital with a stop: an initial.
  private(set) var nextIsInitial = false

  private let scalars: ScalarReader

  /// Looks around `boundary`, no farther than `span`.
  init(_ text: DocumentText, at boundary: Int, within span: TextSpan) {
    scalars = ScalarReader(bytes: text.bytes, span: span)
    readBefore(boundary)
    readAfter(boundary)
  }

  private mutating func readBefore(_ boundary: Int) {
    var end = boundary
    while let (scalar, start) = scalars.before(end), scalar.properties.isWhitespace { end = start }
    let hasBlank = end < boundary
    while let (scalar, start) = scalars.before(end), Self.closing.contains(scalar) {
      isClosed = true
      end = start
    }
    var marks: [Unicode.Scalar] = []
    while let (scalar, start) = scalars.before(end), Self.marks.contains(scalar) {
      marks.append(scalar)
      end = start
    }
    markStart = end
    isBracketed = isClosed && (scalars.before(end).map { $0.scalar == "(" || $0.scalar == "[" } ?? false)
    if marks.isEmpty { return }
    isPrefix = !hasBlank && (scalars.before(end)?.scalar.properties.isWhitespace ?? false)
    if marks.contains(where: { $0 != "." && $0 != "…" }) {
      mark = .exclamation
    } else {
      mark = marks == ["."] ? .stop : .ellipsis
    }
  }

  private mutating func readAfter(_ boundary: Int) {
    var start = boundary
    while let (scalar, end) = scalars.at(start), scalar.properties.isWhitespace { start = end }
    if let (scalar, end) = scalars.at(start) {
      continues = ",;:)]}»”%".unicodeScalars.contains(scalar)
      // A dash that is glued to a number is a minus.
      if Self.dashes.contains(scalar), scalars.at(end)?.scalar.properties.isWhitespace ?? true {
        isDashed = true
        start = end
      }
    }
    while let (scalar, end) = scalars.at(start), scalar.properties.isWhitespace || Self.opening.contains(scalar) {
      start = end
    }
    guard let (first, _) = scalars.at(start) else { return }
    if first.properties.isUppercase {
      next = .capital
    } else if first.properties.isAlphabetic {
      next = first.properties.isLowercase ? .small : .other
    } else {
      let isNumber = first.properties.numericType == .decimal || first.properties.generalCategory == .currencySymbol
      next = isNumber || first == "№" ? .digit : .other
    }
    var end = start
    while let (scalar, after) = scalars.at(end), scalar.properties.isAlphabetic || Self.inner.contains(scalar) {
      end = after
    }
    nextWord = scalars.text(start, end)
    nextIsInitial =
      next == .capital && nextWord.unicodeScalars.count == 1 && scalars.at(end).map { $0.scalar == "." } ?? false
  }

  /// The word before the stop with its inner stops, and, longest first, with the abbreviations before it: «т.е», «е».
  var forms: [String] {
    var pieces: [String] = []
    var end = markStart
    for _ in 0..<3 {
      var start = end
      while let (scalar, before) = scalars.before(start),
        scalar.properties.isAlphabetic || scalar == "." || scalar == "-" || scalar == "/" || Self.inner.contains(scalar)
          || scalar.properties.numericType == .decimal
      {
        start = before
      }
      let piece = scalars.text(start, end)
      if piece.isEmpty || (!pieces.isEmpty && piece.last != ".") { break }
      pieces.append(piece)
      var gap = start
      while let (scalar, before) = scalars.before(gap), scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" {
        gap = before
      }
      if gap == start { break }
      end = gap
    }
    let joined = pieces.indices.map { pieces[...$0].reversed().joined() }
    return joined.reversed().map { form in String(form.drop { $0 == "." || $0 == "-" }) }.filter { !$0.isEmpty }
  }

  /// True when the word before the stop follows a number, in digits or Roman: «2015 г.», «XIX в.».
  var followsNumber: Bool {
    var place = markStart
    while let (scalar, start) = scalars.before(place), !scalar.properties.isWhitespace { place = start }
    while let (scalar, start) = scalars.before(place), scalar.properties.isWhitespace { place = start }
    guard let (scalar, _) = scalars.before(place) else { return false }
    return scalar.properties.numericType == .decimal || "IVXLC".unicodeScalars.contains(scalar)
  }

  /// The number of words between `start` and the mark, as far as five.
  func words(from start: Int) -> Int {
    var (count, place, isInside) = (0, start, false)
    while place < markStart, count < 5, let (scalar, after) = scalars.at(place) {
      if !isInside, !scalar.properties.isWhitespace { count += 1 }
      isInside = !scalar.properties.isWhitespace
      place = after
    }
    return count
  }

  /// True when nothing but a number, or nothing at all, stands between `start` and the mark.
  func isListNumber(from start: Int) -> Bool {
    var digits = 0
    var place = start
    while place < markStart, let (scalar, after) = scalars.at(place) {
      if scalar.properties.isAlphabetic { return false }
      if scalar.properties.numericType == .decimal { digits += 1 }
      place = after
    }
    return digits <= 3
  }

  static let marks = Set(".!?…‼⁇⁈⁉".unicodeScalars)
  static let dashes = Set("—–-―".unicodeScalars)
  static let closing = Set("»”\"'’)]}“›".unicodeScalars)
  static let opening = Set("«“„\"'‘([{‹”*•".unicodeScalars)
  private static let inner = Set("'’\u{2011}".unicodeScalars)
}

/// Scalars of a stretch of UTF-8, forwards and backwards.
struct ScalarReader {
  let bytes: [UInt8]
  let span: TextSpan

  /// The scalar that starts at `i`, and where it ends.
  func at(_ i: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard i < span.end else { return nil }
    let lead = bytes[i]
    if lead < 0x80 { return (Unicode.Scalar(lead), i + 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard i + length <= span.end else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, i + length) }
  }

  /// The scalar that ends at `i`, and where it starts.
  func before(_ i: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    var start = i - 1
    while start >= span.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= span.start, let (scalar, _) = at(start) else { return nil }
    return (scalar, start)
  }

  /// The text between two places.
  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}
