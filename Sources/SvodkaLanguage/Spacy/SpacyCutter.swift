/// Cuts what stands between white space: affixes off its ends, one after the other, then at infixes, unless the model has it as a
/// word of its own.
struct SpacyCutter: Sendable {
  /// A part of the text, or all parts of an exception.
  enum Piece: Sendable {
    /// Bytes of the text.
    case bytes(Range<Int>)
    /// The parts of an exception of the rules, by its number.
    case exception(Int)
  }

  let rules: SpacyTokenizerRules

  /// The pieces of `bytes[range]`, in their order.
  func pieces(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, withExceptions: Bool = true
  ) -> [Piece] {
    withCut(bytes, range, withExceptions) { $0.pieces() }
  }

  /// True when a prefix, suffix or infix stands anywhere in a word.
  func hasAffix(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withCut(bytes, bytes.indices, false) { $0.hasAffix() }
  }

  private func withCut<T>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ withExceptions: Bool, _ body: (inout Cut) -> T
  ) -> T {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var i = range.lowerBound
    while i < range.upperBound {
      let (scalar, length) = ScalarClasses.decode(bytes, i)
      scalars.append(scalar)
      offsets.append(i)
      i += length
    }
    offsets.append(range.upperBound)
    return scalars.withUnsafeBufferPointer { scalars in
      var cut = Cut(rules: rules, bytes: bytes, scalars: scalars, offsets: offsets, withExceptions: withExceptions)
      return body(&cut)
    }
  }
}

/// The work on one word. Places are characters, counted from its start.
private struct Cut {
  let rules: SpacyTokenizerRules
  let bytes: UnsafeBufferPointer<UInt8>
  let scalars: UnsafeBufferPointer<UInt32>
  /// For every place the byte.
  let offsets: [Int]
  let withExceptions: Bool
  var tries: [PatternTry] = []

  mutating func pieces() -> [SpacyCutter.Piece] {
    var rest = 0..<scalars.count
    var prefixes: [Range<Int>] = []
    var suffixes: [Range<Int>] = []
    removeAffixes(&rest, &prefixes, &suffixes)
    var pieces = prefixes.map(piece)
    if !rest.isEmpty {
      if withExceptions, let exception = exception(rest) {
        pieces.append(.exception(exception))
      } else if fits(rules.whole, rest) || fits(rules.address, rest) {
        pieces.append(piece(rest))
      } else {
        pieces += partsBetweenInfixes(rest).map(piece)
      }
    }
    return pieces + suffixes.reversed().map(piece)
  }

  mutating func hasAffix() -> Bool {
    let all = 0..<scalars.count
    return rules.prefix?.first(in: scalars, all, &tries)?.isEmpty == false
      || rules.suffix?.first(in: scalars, all, &tries)?.isEmpty == false
      || rules.infix?.all(in: scalars, all, &tries).isEmpty == false
  }

  private mutating func removeAffixes(
    _ rest: inout Range<Int>, _ prefixes: inout [Range<Int>], _ suffixes: inout [Range<Int>]
  ) {
    var lastCount = 0
    while !rest.isEmpty, rest.count != lastCount {
      if fits(rules.whole, rest) { return }
      if withExceptions, exception(rest) != nil { return }
      lastCount = rest.count
      let prefixLength = rules.prefix?.first(in: scalars, rest, &tries)?.count ?? 0
      let behindPrefix = rest.lowerBound + prefixLength
      if prefixLength > 0, withExceptions, exception(behindPrefix..<rest.upperBound) != nil {
        prefixes.append(rest.lowerBound..<behindPrefix)
        rest = behindPrefix..<rest.upperBound
        return
      }
      let suffixLength = rules.suffix?.first(in: scalars, behindPrefix..<rest.upperBound, &tries)?.count ?? 0
      let suffixStart = rest.upperBound - suffixLength
      if suffixLength > 0, withExceptions, exception(rest.lowerBound..<suffixStart) != nil {
        suffixes.append(suffixStart..<rest.upperBound)
        rest = rest.lowerBound..<suffixStart
        return
      }
      if prefixLength > 0 { prefixes.append(rest.lowerBound..<behindPrefix) }
      if suffixLength > 0 { suffixes.append(suffixStart..<rest.upperBound) }
      rest = behindPrefix..<suffixStart
    }
  }

  private mutating func partsBetweenInfixes(_ rest: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = rest.lowerBound
    for infix in rules.infix?.all(in: scalars, rest, &tries) ?? [] where infix.lowerBound != rest.lowerBound {
      if infix.lowerBound != start { parts.append(start..<infix.lowerBound) }
      if !infix.isEmpty { parts.append(infix) }
      start = infix.upperBound
    }
    if start < rest.upperBound { parts.append(start..<rest.upperBound) }
    return parts
  }

  private mutating func fits(_ pattern: PythonPattern?, _ range: Range<Int>) -> Bool {
    pattern?.fits(scalars, range, &tries) ?? false
  }

  private func exception(_ range: Range<Int>) -> Int? {
    rules.exception(bytes[offsets[range.lowerBound]..<offsets[range.upperBound]])
  }

  private func piece(_ range: Range<Int>) -> SpacyCutter.Piece {
    .bytes(offsets[range.lowerBound]..<offsets[range.upperBound])
  }
}
