import SvodkaKit

/// A class of characters such as `[^A-Z\d]`.
struct ScalarSet: Sendable, Hashable {
  /// What an escape stands for.
  enum Class: Sendable, Hashable {
    case word, space, decimal

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .word: PythonText.isWord(scalar)
      case .space: PythonText.isSpace(scalar.value)
      case .decimal: PythonText.isDecimal(scalar)
      }
    }
  }

  struct Member: Sendable, Hashable {
    var kind: Class
    var isNegated: Bool
  }

  private var isNegated = false
  /// Whether a character also belongs here when its lower case does.
  private var ignoresCase = false
  private var classes: [Member] = []
  /// Sorted, without overlap.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  // The answers for ASCII, which nearly all questions are about.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(
    ranges: [ClosedRange<UInt32>], classes: [Member] = [], isNegated: Bool = false, ignoresCase: Bool = false
  ) {
    let ranges = ignoresCase ? ranges + ranges.flatMap { $0.compactMap(Self.lower).map { $0...$0 } } : ranges
    self.ignoresCase = ignoresCase
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
    self.classes = classes
    self.isNegated = isNegated
    for value in UInt32(0)..<128 where look(value) {
      if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }
  }

  /// True when every character is one of the ranges.
  var isPlain: Bool { classes.isEmpty && !isNegated && !ignoresCase }

  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return look(value)
  }

  private func look(_ value: UInt32) -> Bool {
    var isIn = isMember(value)
    if !isIn, ignoresCase, let lower = Self.lower(value) { isIn = isMember(lower) }
    return isIn != isNegated
  }

  private func isMember(_ value: UInt32) -> Bool {
    let place = ranges.firstPlace { $0.upperBound >= value }
    if place < ranges.count, ranges[place].contains(value) { return true }
    if !classes.isEmpty, let scalar = Unicode.Scalar(value) {
      for member in classes where member.kind.contains(scalar) != member.isNegated { return true }
    }
    return false
  }

  /// The lower case of a character, which for İ is i alone; nil when it is the character itself.
  private static func lower(_ value: UInt32) -> UInt32? {
    guard let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first else { return nil }
    return lower.value == value ? nil : lower.value
  }

  /// True when a set of this character alone would differ from the one that ignores case.
  static func hasCase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.lowercaseMapping != String(scalar) || scalar.properties.uppercaseMapping != String(scalar)
  }
}
