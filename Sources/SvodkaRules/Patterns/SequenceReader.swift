import SvodkaKit
import SvodkaLanguage

/// Reads `sequence:` of a pattern.
///
/// A part is a word (`as`), or a mapping of what is asked of one word (see ``ConditionReader``), with, besides:
/// * `entity: PER`: a whole name; `list: NAME`: a phrase of a list;
/// * `either: [part, …]`, `group: [part, …]`: one of several; several as one;
/// * `at: start`, `at: end`: of the sentence;
/// * `optional: true`, `repeat: 2`, `1-3`, `1+`: how often;
/// * `capture: NAME`: under a name.
struct SequenceReader {
  private static let common = ["optional", "repeat", "capture"]
  private static let shapes = ["either", "group", "entity", "list", "at"]

  let tokenizer: EntryTokenizer
  var predicates = WordPredicates()
  /// The numbers of named lists.
  var lists: [String: Int32] = [:]

  init(tokenizer: EntryTokenizer) { self.tokenizer = tokenizer }

  /// A list of parts.
  mutating func sequence(_ node: ConfigNode) throws(AnalysisError) -> PatternNode {
    guard let elements = node.elements, !elements.isEmpty else {
      throw AnalysisError(
        .wrongValue, "a sequence is a list of words and of what is asked of them, found \(node.kind)",
        location: node.location)
    }
    var parts: [PatternNode] = []
    for element in elements { parts.append(try part(element)) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// The numbers of the words of a phrase.
  mutating func phrase(_ node: ConfigNode, _ match: WordMatch) throws(AnalysisError) -> [Int32] {
    try forms(node, match).map { predicates.number(of: $0) }
  }

  private func forms(_ node: ConfigNode, _ match: WordMatch) throws(AnalysisError) -> [WordForm] {
    guard let text = node.string else {
      throw AnalysisError(.wrongValue, "expected a word or phrase, found \(node.kind)", location: node.location)
    }
    let forms = try tokenizer.words(of: text, match: match)
    guard !forms.isEmpty else {
      throw AnalysisError(.wrongValue, "'\(text)' has no word", location: node.location)
    }
    return forms
  }

  private mutating func part(_ node: ConfigNode) throws(AnalysisError) -> PatternNode {
    if node.string != nil {
      let words = try forms(node, .form).map { form in
        form.isAny ? .word(WordCondition()) : PatternNode.word(WordCondition(words: [predicates.insert([form])]))
      }
      return words.count == 1 ? words[0] : .sequence(words)
    }
    let fields = try Fields(
      node, "a part of a sequence", known: ConditionReader.keys + Self.shapes + Self.common)
    var part = try body(fields)
    if let times = try times(fields) {
      if case .edge = part {
        throw AnalysisError(.wrongValue, "'at' cannot be repeated", location: node.location)
      }
      guard !part.isNullable else {
        throw AnalysisError(
          .wrongValue, "what may be missing cannot be repeated: leave one part of it without 'optional'",
          location: node.location)
      }
      part = .repeated(part, from: times.from, upTo: times.upTo)
    }
    if let name = try fields.text("capture") { part = .capture(name, part) }
    // What is captured and missing gives no part.
    if try fields.truth("optional") == true { part = .repeated(part, from: 0, upTo: 1) }
    return part
  }

  private mutating func body(_ fields: Fields) throws(AnalysisError) -> PatternNode {
    let named = Self.shapes.filter { fields[$0] != nil }
    guard named.count < 2 else {
      throw AnalysisError(
        .wrongValue, "'\(named[0])' and '\(named[1])' exclude each other", location: fields[named[1]]?.location)
    }
    let asked = ConditionReader.keys.filter { fields[$0] != nil }
    switch named.first {
    case "either"?, "group"?, "at"?:
      if let key = asked.first {
        throw AnalysisError(
          .wrongValue, "'\(key)' is asked of a word and cannot stand beside '\(named[0])'",
          location: fields[key]?.location)
      }
    case nil where asked.isEmpty:
      throw AnalysisError(
        .wrongValue, "nothing is asked here: write 'any: true' for any word", location: fields.node.location)
    default: break
    }
    if let node = fields["group"] { return try sequence(node) }
    if let node = fields["either"] {
      guard let elements = node.elements, elements.count > 1 else {
        throw AnalysisError(.wrongValue, "'either' takes a list of at least two parts", location: node.location)
      }
      var parts: [PatternNode] = []
      for element in elements { parts.append(element.elements == nil ? try part(element) : try sequence(element)) }
      return .either(parts)
    }
    if fields["at"] != nil { return .edge(isStart: try fields.choice("at", Edge.self) == .start) }
    let condition = try ConditionReader.read(fields, &self)
    if let type = try fields.choice("entity", EntityChoice.self) { return .entity(type.type, condition) }
    if let list = try fields.text("list") {
      guard let number = lists[list] else {
        let near =
          nearestWord(to: list, among: lists.keys.sorted()).map { ": did you mean '\($0)'?" }
          ?? ": add it under 'lists'"
        throw AnalysisError(.wrongValue, "no list is called '\(list)'\(near)", location: fields["list"]?.location)
      }
      return .list(number, condition)
    }
    return .word(condition)
  }

  private enum Edge: String, CaseIterable { case start, end }

  /// `repeat: 2`, `1-3`, `1+`.
  private func times(_ fields: Fields) throws(AnalysisError) -> (from: Int, upTo: Int?)? {
    guard let text = try fields.text("repeat") else { return nil }
    let limit = PatternProgram.longest
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var times: (from: Int, upTo: Int?)?
    if text.hasSuffix("+"), let from = Int(text.dropLast()) { times = (from, nil) }
    if parts.count == 1, let count = parts[0] { times = (count, count) }
    if parts.count == 2, let from = parts[0], let upTo = parts[1] { times = (from, upTo) }
    guard let times, times.from >= 0, (times.upTo ?? limit) >= max(times.from, 1), (times.upTo ?? limit) <= limit,
      times.from <= limit
    else {
      throw AnalysisError(
        .wrongValue, "'repeat' is a number such as 2, 1-3 or 1+, at most \(limit), not '\(text)'",
        location: fields["repeat"]?.location)
    }
    return times
  }
}

/// What `entity:` may say.
enum EntityChoice: String, CaseIterable {
  case person = "PER"
  case location = "LOC"
  case organization = "ORG"
  case any

  /// nil for any.
  var type: EntityType? { EntityType(rawValue: rawValue) }
}
