import SvodkaKit

/// What a rule of the model asks of one token: some attributes with the values that they may have.
struct SpacyTokenPattern: Sendable {
  /// The attributes that rules ask for or set.
  enum Attribute: String, Sendable {
    case text = "ORTH"
    case lower = "LOWER"
    case tag = "TAG"
    case pos = "POS"
    case morph = "MORPH"
    case relation = "DEP"
    case lemma = "LEMMA"
    case isSpace = "IS_SPACE"
  }

  private enum Test: Sendable {
    case oneOf(Set<ExactString>)
    case noneOf(Set<ExactString>)
    case contains(PythonPattern)
    case flag(Bool)
  }

  private let tests: [(attribute: Attribute, test: Test)]

  /// - Throws: `R103` for what no published model asks.
  init(_ value: MessagePackValue) throws(AnalysisError) {
    var tests: [(Attribute, Test)] = []
    for entry in value.map ?? [] {
      guard let name = entry.key.string else { throw Self.broken("an attribute has no name") }
      let attribute = try Self.attribute(name)
      // Rules set these; what a rule asks is kept by form, tag and relation.
      guard attribute != .morph, attribute != .lemma else { throw Self.broken("it asks for '\(name)'") }
      if let text = entry.value.string {
        tests.append((attribute, .oneOf([ExactString(text)])))
      } else if let flag = entry.value.bool, attribute == .isSpace {
        tests.append((attribute, .flag(flag)))
      } else if let conditions = entry.value.map {
        for condition in conditions { tests.append((attribute, try Self.test(condition))) }
      } else {
        throw Self.broken("'\(name)' is compared with a value of an unknown kind")
      }
    }
    guard !tests.isEmpty else { throw Self.broken("a token is not described") }
    self.tests = tests
  }

  private static func test(_ condition: MessagePackEntry) throws(AnalysisError) -> Test {
    switch condition.key.string {
    case "IN": return .oneOf(Set((condition.value.array ?? []).compactMap(\.string).map(ExactString.init)))
    case "NOT_IN": return .noneOf(Set((condition.value.array ?? []).compactMap(\.string).map(ExactString.init)))
    case "REGEX": return .contains(try PythonPattern(condition.value.string ?? "", name: "attribute_ruler"))
    default: throw broken("it has the operator '\(condition.key.string ?? "")'")
    }
  }

  static func attribute(_ name: String) throws(AnalysisError) -> Attribute {
    guard let attribute = Attribute(rawValue: name == "TEXT" ? "ORTH" : name) else {
      throw broken("it has the attribute '\(name)'")
    }
    return attribute
  }

  static func broken(_ reason: String) -> AnalysisError {
    AnalysisError(.brokenModel, "a rule in the file 'attribute_ruler/patterns' cannot be used: \(reason)")
  }

  /// False when no token with the tag matches.
  func allows(tag: String) -> Bool {
    tests.allSatisfy { attribute, test in attribute != .tag || Self.holds(test, for: tag) }
  }

  func matches(_ form: SpacyForm, _ analysis: SpacyAnalysis) -> Bool {
    tests.allSatisfy { attribute, test in
      if case .flag(let expected) = test { return form.isSpace == expected }
      let value =
        switch attribute {
        case .text: form.text
        case .lower: form.lower
        case .tag: analysis.tag
        case .pos: analysis.pos
        case .relation: analysis.relation
        case .morph, .lemma, .isSpace: ""
        }
      return Self.holds(test, for: value)
    }
  }

  private static func holds(_ test: Test, for value: String) -> Bool {
    switch test {
    case .oneOf(let values): values.contains(ExactString(value))
    case .noneOf(let values): !values.contains(ExactString(value))
    case .contains(let pattern): pattern.isFound(in: value)
    case .flag: false
    }
  }
}
