/// Looks through a user's rules before ICU does, for what ICU has no measure in.
///
/// ICU's parser calls itself for every parenthesis until the stack is used up, and writes a variable out wherever it is
/// used: twenty-six variables of two uses each fill the memory. For `$777777777` it makes as many places, and of
/// a rule with an open parenthesis, or a reference to none, it frees what it has not made. Quotation, escapes and sets are
/// read as ICU reads them.
struct TransliterationRuleGuard {
  /// What is wrong, and where, from 1.
  struct Problem: Error, Equatable {
    var message: String
    var line: Int
    var column: Int
  }

  /// Parentheses and sets inside one another.
  static let deepest = 12
  /// Characters of a rule with its variables written out.
  static let longest = 1 << 14

  private static let operators: Set<Unicode.Scalar> = ["<", ">", "=", "←", "→", "↔"]

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var (line, column) = (1, 1)
  /// How long each variable is when it is written out.
  private var variables: [String: Int] = [:]
  private var longestVariable = 0

  /// Throws the first problem of the rules.
  static func check(_ rules: [UInt8]) throws(Problem) {
    var guardian = TransliterationRuleGuard(rules)
    try guardian.checkAll()
  }

  private init(_ rules: [UInt8]) { scalars = Array(String(decoding: rules, as: UTF8.self).unicodeScalars) }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    position += 1
    if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    return scalar
  }

  private mutating func checkAll() throws(Problem) {
    while let scalar = next {
      if scalar == "#" {
        while let scalar = take(), scalar != "\n" {}
      } else if scalar.properties.isPatternWhitespace {
        _ = take()
      } else {
        try statement()
      }
    }
  }

  /// Reads up to the `;` that ends a rule.
  private mutating func statement() throws(Problem) {
    let start = (line, column)
    var length = 0
    var defined: String?
    var parentheses = Parentheses()
    while let scalar = take(), scalar != ";" {
      length += 1
      switch scalar {
      case "\\": length += escaped()
      case "'": length += quotation()
      case "[": length += try set(within: parentheses.depth)
      case "&": parentheses.isFunction = true
      case "(":
        parentheses.open()
        if parentheses.depth > Self.deepest { throw problem(tooDeep) }
      case ")": parentheses.depth = max(0, parentheses.depth - 1)
      case "$":
        parentheses.reference = max(parentheses.reference, reference())
        let name = name()
        length += name.isEmpty ? 0 : variables[name] ?? longestVariable
        if defined == nil, isDefinition { (defined, length) = (name, 0) }
      case let scalar where Self.operators.contains(scalar):
        if parentheses.depth > 0 { throw problem("a parenthesis is not closed before this") }
        parentheses.endSide()
      default: break
      }
      if length > Self.longest {
        throw Problem(
          message: "a rule is longer than \(Self.longest) characters with its variables written out: divide it",
          line: start.0, column: start.1)
      }
    }
    if parentheses.depth > 0 { throw problem("a parenthesis is not closed before this") }
    parentheses.endSide()
    if parentheses.sides > 1 {
      throw Problem(
        message: "parentheses that make segments stand on one side of a rule alone", line: start.0, column: start.1)
    }
    if parentheses.reference > parentheses.most {
      throw Problem(
        message: "a reference such as $1 names a parenthesis that the rule does not have", line: start.0,
        column: start.1)
    }
    if let defined { define(defined, length) }
  }

  /// The parentheses of a rule.
  private struct Parentheses {
    var depth = 0
    /// How many make segments on this side of the operator, and on the side that has most.
    var count = 0
    var most = 0
    /// How many sides have any.
    var sides = 0
    /// The highest reference.
    var reference = 0
    /// True behind the `&` of a function, whose parenthesis makes no segment.
    var isFunction = false

    mutating func endSide() {
      if count > 0 { sides += 1 }
      count = 0
    }

    mutating func open() {
      depth += 1
      if !isFunction { count += 1 }
      most = max(most, count)
      isFunction = false
    }
  }

  private mutating func define(_ name: String, _ length: Int) {
    variables[name] = length
    longestVariable = max(longestVariable, length)
  }

  /// True before the `=` of a definition.
  private var isDefinition: Bool {
    var i = position
    while i < scalars.count, scalars[i].properties.isPatternWhitespace { i += 1 }
    return i < scalars.count && scalars[i] == "="
  }

  /// Reads the number behind a `$`, in whatever digits; 0 when there is none, at most 10,000.
  private mutating func reference() -> Int {
    var number = 0
    while let scalar = next, scalar.properties.numericType == .decimal {
      number = min(number * 10 + Int(scalar.properties.numericValue ?? 0), 10_000)
      _ = take()
    }
    return number
  }

  /// Reads what follows a backslash: one character, or `p{…}`.
  private mutating func escaped() -> Int {
    guard let scalar = take() else { return 0 }
    guard scalar == "p" || scalar == "P" || scalar == "N", next == "{" else { return 1 }
    var length = 1
    while let scalar = take(), scalar != "}" { length += 1 }
    return length
  }

  private mutating func name() -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar.properties.isIDContinue {
      name.append(scalar)
      _ = take()
    }
    return String(name)
  }

  private mutating func quotation() -> Int {
    var length = 0
    while let scalar = take(), scalar != "'" { length += 1 }
    return length
  }

  /// Reads a set up to its last bracket; in one, parentheses and quotation marks stand for themselves.
  private mutating func set(within outer: Int) throws(Problem) -> Int {
    var (length, depth) = (0, 1)
    if outer + depth > Self.deepest { throw problem(tooDeep) }
    while depth > 0, let scalar = take() {
      length += 1
      switch scalar {
      case "\\": _ = take()
      case "[":
        depth += 1
        if outer + depth > Self.deepest { throw problem(tooDeep) }
      case "]": depth -= 1
      case "{":
        // A string of several characters.
        while let scalar = take(), scalar != "}" {
          length += 1
          if scalar == "\\" { _ = take() }
        }
      default: break
      }
    }
    return length
  }

  private var tooDeep: String { "parentheses and sets may stand \(Self.deepest) deep inside one another, not deeper" }

  /// A problem with the character just read.
  private func problem(_ message: String) -> Problem {
    Problem(message: message, line: line, column: max(1, column - 1))
  }
}
