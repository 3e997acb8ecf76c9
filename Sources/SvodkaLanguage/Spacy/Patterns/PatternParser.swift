import SvodkaKit

/// Reads a pattern of Python's `re`.
///
/// What tokenizers do not use (references, named and conditional groups, word boundaries, possessive repetition) is refused.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private let name: String
  private var place = 0
  private var ignoresCase = false
  /// The sets of the pattern.
  private(set) var sets: [ScalarSet] = []
  private var known: [ArraySlice<Unicode.Scalar>: Int] = [:]

  /// Takes a pattern and its name, for messages.
  init(_ pattern: String, name: String) {
    scalars = Array(pattern.unicodeScalars)
    self.name = name
  }

  /// - Throws: `R103` for what is no pattern, or has what is refused.
  mutating func parse() throws(AnalysisError) -> PatternNode {
    if scalars.starts(with: "(?".unicodeScalars), let close = scalars.firstIndex(of: ")"),
      scalars[2..<close].allSatisfy({ "iu".unicodeScalars.contains($0) })
    {
      ignoresCase = scalars[2..<close].contains("i")
      place = close + 1
    }
    let node = try choice()
    guard place == scalars.count else { throw broken("a bracket is closed that was not opened") }
    return node
  }

  private mutating func choice() throws(AnalysisError) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(AnalysisError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek, next != "|", next != ")" {
      let atom = try atom()
      parts.append(try repeated(atom))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(AnalysisError) -> PatternNode {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "^": return .start
    case "$": return .end
    case ".": return .set(number(of: ScalarSet(ranges: [10...10], isNegated: true)))
    case "[": return try set()
    case "(": return try group()
    case "*", "+", "?": throw broken("there is nothing to repeat")
    case "\\":
      switch try escape() {
      case .scalar(let value): return literal(value)
      case .member(let member): return .set(number(of: ScalarSet(ranges: [], classes: [member])))
      }
    default: return literal(scalar.value)
    }
  }

  private mutating func group() throws(AnalysisError) -> PatternNode {
    var look: (isAhead: Bool, isNegated: Bool)?
    if take("?") {
      if take("=") {
        look = (true, false)
      } else if take("!") {
        look = (true, true)
      } else if take("<") {
        if take("=") {
          look = (false, false)
        } else if take("!") {
          look = (false, true)
        } else {
          throw broken("it has a named group")
        }
      } else if !take(":") {
        throw broken("it has a group of an unknown kind")
      }
    }
    let body = try choice()
    guard take(")") else { throw broken("a bracket is not closed") }
    guard let look else { return body }
    guard look.isAhead || body.width != nil else { throw broken("it looks behind without a fixed width") }
    return .look(body, isAhead: look.isAhead, isNegated: look.isNegated)
  }

  private mutating func repeated(_ atom: PatternNode) throws(AnalysisError) -> PatternNode {
    var node = atom
    while let next = peek {
      let bounds: (Int, Int?)
      let back = place
      place += 1
      switch next {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = counts() else {
          place = back
          return node
        }
        bounds = counted
      default:
        place = back
        return node
      }
      let isLazy = take("?")
      guard peek != "+" else { throw broken("it has a possessive repetition") }
      guard bounds.1 != nil || !node.isNullable else { throw broken("it repeats what can be empty") }
      node = .repetition(node, least: bounds.0, most: bounds.1, isLazy: isLazy)
    }
    return node
  }

  /// What stands behind `{`; nil when the brace is none of a repetition.
  private mutating func counts() -> (Int, Int?)? {
    guard let close = scalars[place...].firstIndex(of: "}") else { return nil }
    let parts = scalars[place..<close].split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(String.UnicodeScalarView(part))
    }
    guard parts.count <= 2, let first = parts.first, let last = parts.last else { return nil }
    guard let least = first.isEmpty && parts.count == 2 ? 0 : Int(first) else { return nil }
    let most = Int(last)
    guard most != nil || (last.isEmpty && parts.count == 2), least <= most ?? least else { return nil }
    place = close + 1
    return (least, most)
  }

  private mutating func set() throws(AnalysisError) -> PatternNode {
    let source = setSource()
    if let number = known[source] {
      place = source.endIndex
      return .set(number)
    }
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [ScalarSet.Member] = []
    var isFirst = true
    while isFirst || peek != "]" {
      isFirst = false
      guard let from = try member(&classes) else { continue }
      guard peek == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        ranges.append(from...from)
        continue
      }
      place += 1
      guard let to = try member(&classes), from <= to else { throw broken("a range of characters is none") }
      ranges.append(from...to)
    }
    place += 1
    sets.append(ScalarSet(ranges: ranges, classes: classes, isNegated: isNegated, ignoresCase: ignoresCase))
    known[source] = sets.count - 1
    return .set(sets.count - 1)
  }

  /// The set that begins here, up to its end: patterns repeat long sets, and each is read once.
  private func setSource() -> ArraySlice<Unicode.Scalar> {
    let first = peek == "^" ? place + 1 : place
    var end = first
    while end < scalars.count, scalars[end] != "]" || end == first { end += scalars[end] == "\\" ? 2 : 1 }
    return scalars[place..<min(end + 1, scalars.count)]
  }

  /// One character of a set; nil for a class, which is added.
  private mutating func member(_ classes: inout [ScalarSet.Member]) throws(AnalysisError) -> UInt32? {
    guard let scalar = peek else { throw broken("a set of characters is not closed") }
    place += 1
    guard scalar == "\\" else { return scalar.value }
    switch try escape() {
    case .scalar(let value): return value
    case .member(let member):
      classes.append(member)
      return nil
    }
  }

  private enum Escape {
    case scalar(UInt32)
    case member(ScalarSet.Member)
  }

  private mutating func escape() throws(AnalysisError) -> Escape {
    guard let scalar = peek else { throw broken("a backslash stands at its end") }
    place += 1
    switch scalar {
    case "w": return .member(.init(kind: .word, isNegated: false))
    case "W": return .member(.init(kind: .word, isNegated: true))
    case "s": return .member(.init(kind: .space, isNegated: false))
    case "S": return .member(.init(kind: .space, isNegated: true))
    case "d": return .member(.init(kind: .decimal, isNegated: false))
    case "D": return .member(.init(kind: .decimal, isNegated: true))
    case "x": return .scalar(try hexadecimal(2))
    case "u": return .scalar(try hexadecimal(4))
    case "U": return .scalar(try hexadecimal(8))
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "0"..."9", "A"..."Z", "a"..."z": throw broken("it has '\\\(scalar)'")
    default: return .scalar(scalar.value)
    }
  }

  private mutating func hexadecimal(_ digits: Int) throws(AnalysisError) -> UInt32 {
    let end = place + digits
    guard end <= scalars.count,
      let value = UInt32(String(String.UnicodeScalarView(scalars[place..<end])), radix: 16)
    else { throw broken("the number of a character is none") }
    place = end
    return value
  }

  private mutating func literal(_ value: UInt32) -> PatternNode {
    guard ignoresCase, let scalar = Unicode.Scalar(value), ScalarSet.hasCase(scalar) else { return .scalar(value) }
    return .set(number(of: ScalarSet(ranges: [value...value], ignoresCase: true)))
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = sets.firstIndex(of: set) { return number }
    sets.append(set)
    return sets.count - 1
  }

  private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    place += 1
    return true
  }

  private func broken(_ reason: String) -> AnalysisError {
    AnalysisError(.brokenModel, "the pattern '\(name)' of the model cannot be used, \(reason) (at character \(place))")
  }
}
