import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// What stands between a number and what happened, weighed.
extension FigureLinker {
  /// How far apart two places of the sentence are, counting what stands between.
  ///
  /// What is farther than `limit` is not measured out: in a sentence of thousands of words that would take minutes.
  func distance(over between: Range<Int>, isFar: Bool, limit: Double = 12) -> Double {
    var sum = 0.0
    var i = between.lowerBound
    while i < between.upperBound, sum <= limit {
      // ", earlier put at 14,"
      if reading.has(i, .comma), let end = closingFormer(i, before: between.upperBound) {
        sum += 1
        i = end
        continue
      }
      // ", it added,", «, по его словам,»
      if reading.has(i, .comma), let end = closingAside(i, before: between.upperBound) {
        sum += 1
        i = end
        continue
      }
      if let part = reading.parts.first(where: { $0.lowerBound == i }),
        let end = closing(part, before: between.upperBound)
      {
        sum += 1
        i = end
        continue
      }
      if reading.has(i, .amount) {
        sum += 4
        while i < between.upperBound, reading.has(i, .amount) { i += 1 }
        continue
      }
      if reading.has(i, .predicate) {
        sum += isFar ? 2 : 5
        while i < between.upperBound, reading.has(i, .predicate) { i += 1 }
        continue
      }
      if reading.has(i, .comma) {
        sum += isFar ? 0.7 : 1.5
      } else if reading.has(i, .clause) {
        sum += reading.tokens[i].key == ";" ? 5 : 3
      } else if reading.has(i, .dash) {
        sum += 1
      } else if reading.has(i, .quote) {
        sum += 0
      } else if reading.has(i, .boundary) {
        sum += isFar ? 1.5 : 3
      } else if reading.has(i, .joiner) {
        sum += 1.5
      } else {
        sum += isFar ? 0.2 : 0.35
      }
      i += 1
    }
    return sum
  }

  /// Where a few words in commas end that hold neither a number nor what happened.
  private func closingAside(_ comma: Int, before end: Int) -> Int? {
    var i = comma + 1
    while i < end, i - comma <= 6 {
      if reading.has(i, .comma) { return i > comma + 1 ? i + 1 : nil }
      if reading.has(i, [.clause, .dash, .amount, .predicate, .joiner, .boundary]) { return nil }
      i += 1
    }
    return nil
  }

  /// Where an aside about an earlier figure ends.
  private func closingFormer(_ comma: Int, before end: Int) -> Int? {
    guard let close = ((comma + 1)..<max(end, comma + 1)).first(where: { reading.has($0, .comma) }),
      reading.former.contains(where: { $0.lowerBound > comma && $0.upperBound <= close })
    else { return nil }
    return close + 1
  }

  /// Where a part in commas ends: «, среди них двое детей,».
  func closing(_ part: Range<Int>, before end: Int) -> Int? {
    var i = part.upperBound
    while i < end {
      if reading.has(i, .comma) { return i + 1 }
      if reading.has(i, .clause) { return nil }
      i += 1
    }
    return nil
  }
}
