import SvodkaKit
import SvodkaLanguage

/// Reads what is asked of one word.
///
/// * `form: [talks, talk*]`, `lemma: say`, `exact: SWIFT`: the word itself;
/// * `pos: [NOUN, PROPN]`, `morph: {Case: Dat}`: as Universal Dependencies names them;
/// * `shape: [title, upper]`, `kind: number`: how it is written;
/// * `relation: nsubj`: how it hangs on its head; `inside: PER`: the name that it is a part of;
/// * `any: true`: any word; `not: {…}`: what may not hold.
enum ConditionReader {
  static let keys = [
    "form", "lemma", "exact", "pos", "morph", "shape", "kind", "relation", "inside", "any", "not",
  ]

  private static let tags = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
  ]

  static func read(_ fields: Fields, _ reader: inout SequenceReader) throws(AnalysisError) -> WordCondition {
    var condition = WordCondition()
    for match in WordMatch.allCases {
      guard let node = fields[match.rawValue] else { continue }
      condition.words.append(try list(node, match, &reader))
    }
    for tag in try fields.texts("pos") ?? [] {
      guard tags.contains(tag) else {
        let near =
          nearestWord(to: tag, among: tags).map { "did you mean '\($0)'?" }
          ?? "expected one of: " + tags.joined(separator: ", ")
        throw AnalysisError(
          .wrongValue, "'\(tag)' is no part of speech: \(near)", location: fields["pos"]?.location)
      }
      condition.tags.append(tag)
    }
    if let node = fields["morph"] { condition.features = try features(node) }
    for shape in try fields.texts("shape") ?? [] {
      condition.shapes.append(try Shape.named(shape, "shape", at: fields["shape"]?.location).shape)
    }
    for kind in try fields.texts("kind") ?? [] {
      condition.kinds.append(try Kind.named(kind, "kind", at: fields["kind"]?.location).kind)
    }
    condition.relations = try fields.texts("relation") ?? []
    condition.inside = try fields.choice("inside", Inside.self)?.inside
    _ = try fields.truth("any")
    if let node = fields["not"] {
      for element in node.elements ?? [node] {
        if element.string != nil {
          condition.negated.append(WordCondition(words: [try list(element, .form, &reader)]))
        } else {
          let inner = try Fields(element, "'not'", known: keys)
          let negated = try read(inner, &reader)
          guard !negated.isEmpty else {
            throw AnalysisError(.wrongValue, "'not' would exclude every word", location: element.location)
          }
          condition.negated.append(negated)
        }
      }
    }
    return condition
  }

  private static func list(
    _ node: ConfigNode, _ match: WordMatch, _ reader: inout SequenceReader
  ) throws(AnalysisError) -> Int32 {
    var forms: [WordForm] = []
    for element in node.elements ?? [node] {
      guard let text = element.string else {
        throw AnalysisError(
          .wrongValue, "'\(match.rawValue)' is a word or a list of words, found \(element.kind)",
          location: element.location)
      }
      let words = try reader.tokenizer.words(of: text, match: match)
      guard words.count == 1 else {
        throw AnalysisError(
          .wrongValue,
          words.isEmpty
            ? "'\(text)' has no word"
            : "'\(text)' is \(words.count) words: write a part for each, or take a 'list'",
          location: element.location)
      }
      forms.append(words[0])
    }
    guard !forms.isEmpty else {
      throw AnalysisError(.wrongValue, "'\(match.rawValue)' has no words", location: node.location)
    }
    return reader.predicates.insert(forms)
  }

  private static func features(_ node: ConfigNode) throws(AnalysisError) -> [WordCondition.Feature] {
    guard let entries = node.entries else {
      throw AnalysisError(
        .wrongValue, "'morph' is a mapping such as {Case: Dat, Number: [Sing, Plur]}, found \(node.kind)",
        location: node.location)
    }
    var features: [WordCondition.Feature] = []
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      features.append(.init(name: entry.key, values: try entry.value.texts(of: entry.key)))
    }
    return features
  }

  private enum Shape: String, CaseIterable {
    case lower, title, upper, mixed
    var shape: Token.Shape {
      switch self {
      case .lower: .lower
      case .title: .title
      case .upper: .upper
      case .mixed: .mixed
      }
    }
  }

  private enum Kind: String, CaseIterable {
    case word, number, mixed, mark
    var kind: Token.Kind {
      switch self {
      case .word: .word
      case .number: .number
      case .mixed: .mixed
      case .mark: .mark
      }
    }
  }

  private enum Inside: String, CaseIterable {
    case person = "PER"
    case location = "LOC"
    case organization = "ORG"
    case any, none
    var inside: WordCondition.Inside {
      switch self {
      case .any: .any
      case .none: .none
      default: EntityType(rawValue: rawValue).map { .type($0) } ?? .any
      }
    }
  }
}
