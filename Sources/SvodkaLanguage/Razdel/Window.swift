/// A few characters to one side of a place in the text, cut into runs of letters, runs of digits and single marks.
struct Window {
  enum Class { case letter, digit, mark, space }

  /// A run of one class.
  struct Word {
    let scalars: ArraySlice<UInt32>
    let kind: Class

    /// The scalars in lower case, as text.
    var lowercased: String {
      var text = ""
      for value in scalars {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text += Window.isPlainLower(value) ? String(scalar) : scalar.properties.lowercaseMapping
      }
      return text
    }

    var isDigits: Bool { kind == .digit }

    func isMark(_ marks: Set<UInt32>) -> Bool {
      kind == .mark && scalars.count == 1 && scalars.first.map(marks.contains) ?? false
    }

    /// Letters, all small.
    var isLowerWord: Bool {
      guard kind == .letter else { return false }
      var hasLower = false
      for value in scalars {
        if Window.isPlainLower(value) {
          hasLower = true
          continue
        }
        guard let properties = Unicode.Scalar(value)?.properties, properties.isAlphabetic else { return false }
        if properties.isUppercase || properties.generalCategory == .titlecaseLetter { return false }
        if properties.isLowercase { hasLower = true }
      }
      return hasLower
    }

    /// One capital letter.
    var isInitial: Bool {
      scalars.count == 1 && scalars.first.flatMap { Unicode.Scalar($0) }?.properties.isUppercase ?? false
    }

    /// True for what may follow an abbreviation in the middle of a sentence: a number, a mark, a small letter.
    var continues: Bool {
      switch kind {
      case .digit, .mark, .space: true
      case .letter:
        isLowerWord || !scalars.allSatisfy { Unicode.Scalar($0)?.properties.isAlphabetic ?? false }
      }
    }

    /// Letters of Roman numbers, capital.
    var isRoman: Bool { scalars.allSatisfy { Set("IVXML".unicodeScalars.map(\.value)).contains($0) } }
  }

  let scalars: [UInt32]

  /// The `count` characters that begin at `place`.
  init(after place: Int, in bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, count: Int) {
    var found: [UInt32] = []
    found.reserveCapacity(count)
    var i = place
    while i < end, found.count < count {
      let (scalar, length) = ScalarClasses.decode(bytes, i)
      found.append(scalar)
      i += length
    }
    scalars = found
  }

  /// The `count` characters that end before `place`.
  init(before place: Int, in bytes: UnsafeBufferPointer<UInt8>, downTo start: Int, count: Int) {
    var i = place
    var left = count
    while i > start, left > 0 {
      i -= 1
      while i > start, bytes[i] & 0xC0 == 0x80 { i -= 1 }
      left -= 1
    }
    self.init(after: i, in: bytes, upTo: place, count: count)
  }

  var endsWithSpace: Bool { scalars.last.map { Self.classOf($0) == .space } ?? false }

  /// White space, then a smiley.
  var startsWithSmile: Bool {
    let rest = scalars.drop { Self.classOf($0) == .space }.map { UInt8(truncatingIfNeeded: $0 < 0x80 ? $0 : 0x80) }
    return rest.withUnsafeBufferPointer { Smile.length($0, 0, $0.count) > 0 }
  }

  /// All words in order.
  var tokens: [Word] {
    var found: [Word] = []
    var i = 0
    while let word = word(from: i) {
      found.append(word)
      i = word.scalars.endIndex
    }
    return found
  }

  var firstToken: Word? { word(from: 0) }

  /// The first word of letters or digits.
  var firstWord: Word? {
    var i = 0
    while let word = word(from: i) {
      if word.kind != .mark { return word }
      i = word.scalars.endIndex
    }
    return nil
  }

  var lastToken: Word? {
    var end = scalars.count
    while end > 0, Self.classOf(scalars[end - 1]) == .space { end -= 1 }
    guard end > 0 else { return nil }
    let kind = Self.classOf(scalars[end - 1])
    var start = end - 1
    if kind != .mark { while start > 0, Self.classOf(scalars[start - 1]) == kind { start -= 1 } }
    return Word(scalars: scalars[start..<end], kind: kind)
  }

  /// "т. е" at the end as `т е`.
  var abbreviatedPair: String? {
    var i = scalars.count
    func skipSpace() { while i > 0, Self.classOf(scalars[i - 1]) == .space { i -= 1 } }
    func letter() -> UInt32? {
      guard i > 0, [.letter, .digit].contains(Self.classOf(scalars[i - 1])) else { return nil }
      i -= 1
      return scalars[i]
    }
    skipSpace()
    guard let second = letter() else { return nil }
    skipSpace()
    guard i > 0, scalars[i - 1] == 0x2E else { return nil }
    i -= 1
    skipSpace()
    guard let first = letter() else { return nil }
    let pair = [first, second].map { Word(scalars: [$0], kind: .letter).lowercased }
    return pair.joined(separator: " ")
  }

  private func word(from start: Int) -> Word? {
    var i = start
    while i < scalars.count, Self.classOf(scalars[i]) == .space { i += 1 }
    guard i < scalars.count else { return nil }
    let kind = Self.classOf(scalars[i])
    var end = i + 1
    if kind != .mark { while end < scalars.count, Self.classOf(scalars[end]) == kind { end += 1 } }
    return Word(scalars: scalars[i..<end], kind: kind)
  }

  @inline(__always)
  static func isPlainLower(_ value: UInt32) -> Bool {
    (0x430...0x45F).contains(value) || (0x61...0x7A).contains(value)
  }

  private static func classOf(_ value: UInt32) -> Class {
    if isPlainLower(value) || (0x400...0x42F).contains(value) || (0x41...0x5A).contains(value) { return .letter }
    if (0x30...0x39).contains(value) { return .digit }
    if ScalarClasses.isSpace(value) { return .space }
    if value < 0x80 { return value == 0x5F ? .letter : .mark }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .decimalNumber: return .digit
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber:
      return .letter
    default: return .mark
    }
  }
}
