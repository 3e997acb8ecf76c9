/// Looks through a user's rules before ICU does, for what ICU has no measure in.
///
/// ICU's parser calls itself for every parenthesis until the stack is used up, and writes a variable out wherever it is
/// used: twenty-six variables of two uses each fill the memory. For `$777777777` it makes as many places. Quotation,
/// escapes and sets are read as ICU reads them.
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

  /// References to parentheses go up to `$99`.
  static let referenceDigits = 2

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
    var (length, depth) = (0, 0)
    var defined: String?
    while let scalar = take() {
      length += 1
      switch scalar {
      case ";":
        if let defined { define(defined, length) }
        return
      case "\\": _ = take()
      case "'": length += quotation()
      case "[": length += try set(within: depth)
      case "(":
        depth += 1
        if depth > Self.deepest { throw tooDeep }
      case ")": depth = max(0, depth - 1)
      case "$":
        try reference()
        let name = name()
        length += name.isEmpty ? 0 : variables[name] ?? longestVariable
        if defined == nil, isDefinition { (defined, length) = (name, 0) }
      default: break
      }
      if length > Self.longest {
        throw Problem(
          message: "a rule is longer than \(Self.longest) characters with its variables written out: divide it",
          line: start.0, column: start.1)
      }
    }
    if let defined { define(defined, length) }
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

  /// Reads the number behind a `$`, in whatever digits.
  private mutating func reference() throws(Problem) {
    var digits = 0
    while let scalar = next, scalar.properties.numericType == .decimal {
      digits += 1
      _ = take()
    }
    if digits > Self.referenceDigits {
      throw Problem(
        message: "a reference to a parenthesis is $1 to $99", line: line, column: column - digits - 1)
    }
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
    if outer + depth > Self.deepest { throw tooDeep }
    while depth > 0, let scalar = take() {
      length += 1
      switch scalar {
      case "\\": _ = take()
      case "[":
        depth += 1
        if outer + depth > Self.deepest { throw tooDeep }
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

  private var tooDeep: Problem {
    Problem(
      message: "parentheses and sets may stand \(Self.deepest) deep inside one another, not deeper", line: line,
      column: column - 1)
  }
}
