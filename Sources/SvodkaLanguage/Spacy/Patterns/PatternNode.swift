/// A regular expression of Python's `re`, as far as tokenizers are written in it.
indirect enum PatternNode: Sendable {
  case scalar(UInt32)
  /// One of the parser's sets, by number.
  case set(Int)
  /// `^`
  case start
  /// `$`: the end, or the line feed at the end.
  case end
  case sequence([PatternNode])
  case choice([PatternNode])
  /// As often as `times` allows, without an upper bound where it is nil.
  case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
  case look(PatternNode, isAhead: Bool, isNegated: Bool)

  /// The number of characters that it takes; nil where that is not fixed.
  var width: Int? {
    switch self {
    case .scalar, .set: return 1
    case .start, .end, .look: return 0
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        guard let width = part.width else { return nil }
        sum += width
      }
      return sum
    case .choice(let branches):
      let widths = Set(branches.map(\.width))
      return widths.count == 1 ? widths.first ?? nil : nil
    case .repetition(let body, let least, let most, _):
      guard let width = body.width, least == most else { return nil }
      return width * least
    }
  }

  /// True when it can match without taking a character.
  var isNullable: Bool {
    switch self {
    case .scalar, .set: false
    case .start, .end, .look: true
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let branches): branches.contains(where: \.isNullable)
    case .repetition(let body, let least, _, _): least == 0 || body.isNullable
    }
  }

  /// True when it begins with `^`, so that it fits at the start only.
  var isAnchored: Bool {
    switch self {
    case .start: true
    case .scalar, .set, .end, .look: false
    case .sequence(let parts): parts.first?.isAnchored ?? false
    case .choice(let branches): branches.allSatisfy(\.isAnchored)
    case .repetition(let body, let least, _, _): least > 0 && body.isAnchored
    }
  }
}
