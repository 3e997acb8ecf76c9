/// How plausible bytes are when they are read in one single-byte charset.
///
/// Cyrillic words cost what their letter pairs cost; an accented Latin letter is cheap beside ASCII letters and dear
/// beside its like; symbols that news never prints, control characters, capitals behind small letters, and words of two scripts are dear.
struct CharsetPlausibility: Sendable {
  private enum Kind: UInt8 {
    case edge, latin, accented, cyrillic
    /// Quotation marks and other symbols that printed text is full of.
    case mark
    /// Dashes, which have a space on both sides or on none.
    case dash
    /// No-break spaces and soft hyphens.
    case blank
    /// Symbols met now and then.
    case odd
    /// Symbols that news does not print, and control characters.
    case rare

    var isLetter: Bool { self == .latin || self == .accented || self == .cyrillic }
  }

  let charset: CharsetTable
  private let pairs: LetterPairs
  private let kinds: [Kind]
  private let numbers: [UInt8]
  private let upper: [Bool]

  private static let symbols: [(kind: Kind, units: String)] = [
    (.mark, "«»“”„’…№"), (.dash, "—–"), (.blank, "\u{A0}\u{AD}"), (.odd, "•·°§©®™€£‹›‚‘¿¡²³½¼×"),
  ]

  init(_ charset: CharsetTable, pairs: LetterPairs) {
    self.charset = charset
    self.pairs = pairs
    var kinds: [Kind] = []
    var numbers: [UInt8] = []
    var upper: [Bool] = []
    for (byte, unit) in charset.units.enumerated() {
      let properties = Unicode.Scalar(unit)?.properties
      let number = byte < 0x80 ? nil : pairs.number(of: unit)
      numbers.append(number ?? 0)
      upper.append(properties?.isUppercase ?? false)
      if byte < 0x80 {
        let isText = byte >= 0x20 && byte != 0x7F || (0x09...0x0D).contains(byte)
        kinds.append(properties?.isAlphabetic == true ? .latin : isText ? .edge : .rare)
      } else if number != nil {
        kinds.append(.cyrillic)
      } else if unit < 0x250, unit != 0xAA, unit != 0xBA, properties?.isAlphabetic == true {
        kinds.append(.accented)
      } else {
        let found = Self.symbols.first { $0.units.unicodeScalars.contains { $0.value == UInt32(unit) } }
        kinds.append(found?.kind ?? .rare)
      }
    }
    (self.kinds, self.numbers, self.upper) = (kinds, numbers, upper)
  }

  /// What the bytes cost, and what they cost a byte beyond ASCII: about 3 for text, 6 and more for what is none.
  ///
  /// At most `most` bytes beyond ASCII are looked at; complexity is linear in what is looked at.
  func cost(_ bytes: ArraySlice<UInt8>, most: Int = 20_000) -> (total: Float, perByte: Float) {
    var total: Float = 0
    var seen = 0
    var letters = 0
    var (before, previous) = (0x20, 0x20)
    for byte in bytes {
      let next = Int(byte)
      if byte >= 0x80 {
        seen += 1
        if seen > most { break }
        if kinds[next] == .cyrillic { letters += 1 }
      }
      if byte >= 0x80 || previous >= 0x80 { total += pairCost(previous, next) }
      if previous >= 0x80 { total += symbolCost(before, previous, next) }
      (before, previous) = (previous, next)
    }
    if previous >= 0x80 { total += pairCost(previous, 0x20) }
    // A Cyrillic charset without a Cyrillic letter in the text is hardly the one.
    if letters == 0, kinds.contains(.cyrillic) { total += 6 }
    return (total, seen == 0 ? 0 : total / Float(seen))
  }

  /// What a symbol costs between its neighbours: inside a word it is hardly ever right.
  private func symbolCost(_ a: Int, _ symbol: Int, _ b: Int) -> Float {
    let (left, right) = (kinds[a].isLetter, kinds[b].isLetter)
    switch kinds[symbol] {
    case .mark where left && right: return charset.units[symbol] == 0x2019 ? 0 : 6
    case .mark where right && !upper[b]: return 1
    case .odd where left && right: return 6
    case .dash where left != right: return 4
    case .blank where a == 0x20 || b == 0x20: return 4
    default: return 0
    }
  }

  private func pairCost(_ a: Int, _ b: Int) -> Float {
    let inner: Float = upper[b] && !upper[a] ? 6 : 0
    switch (kinds[a], kinds[b]) {
    case (.cyrillic, .cyrillic): return pairs.costs[Int(numbers[a]) * pairs.count + Int(numbers[b])] + inner
    case (.cyrillic, .latin), (.latin, .cyrillic), (.cyrillic, .accented), (.accented, .cyrillic): return 9
    case (.cyrillic, _): return pairs.costs[Int(numbers[a]) * pairs.count] + symbol(b)
    case (_, .cyrillic): return pairs.costs[Int(numbers[b])]
    case (.latin, .accented): return 1.5 + inner
    case (.accented, .latin): return 1
    case (.accented, .accented): return 5.5 + inner
    case (.accented, _): return 1.5 + symbol(b)
    case (_, .accented): return 2.5
    case _: return symbol(b)
    }
  }

  private func symbol(_ b: Int) -> Float {
    switch kinds[b] {
    case .mark, .dash, .blank: 2
    case .odd: 4
    case .rare: 9
    default: 0
    }
  }
}
