import SvodkaKit
import SvodkaLanguage

/// Reads `kind: pattern`.
///
/// ```yaml
/// kind: pattern
/// name: appointments
/// languages: [en]
/// lists:
///   offices: [minister, foreign minister, chief of staff]
/// patterns:
///   appointed:
///     sequence:
///       - lemma: [appoint, name]
///       - {entity: PER, capture: person}
///       - as
///       - {list: offices, capture: office}
/// ```
struct PatternFile {
  static let keys = RuleHeader.keys + ["lists", "patterns"]

  private(set) var patterns: [Pattern] = []
  private(set) var predicates = WordPredicates()
  /// The phrases of named lists, in numbers of words.
  private(set) var phrases: [(words: [Int32], list: Int32)] = []
  private(set) var needs: RuleNeeds = []
  private var reader: SequenceReader

  /// Reads the patterns of a file.
  ///
  /// - Throws: `P102` and `P103` with file, line and column.
  init(_ fields: Fields, language: String) throws(AnalysisError) {
    reader = SequenceReader(tokenizer: try EntryTokenizer(language: language))
    if let lists = fields["lists"] { try read(lists: lists) }
    guard let node = fields["patterns"] else {
      throw AnalysisError(
        .wrongValue, "the key 'patterns' is missing: under it stand names, each with a 'sequence' or a 'tree'",
        location: fields.node.location)
    }
    guard let entries = node.entries, !entries.isEmpty else {
      throw AnalysisError(
        .wrongValue, "'patterns' is a mapping of names to patterns, found \(node.kind)", location: node.location)
    }
    // By name, so that the order of keys shows nowhere.
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      for element in entry.value.elements ?? [entry.value] { try read(pattern: element, named: entry.key) }
    }
    predicates = reader.predicates
  }

  private mutating func read(lists node: ConfigNode) throws(AnalysisError) {
    guard let entries = node.entries else {
      throw AnalysisError(
        .wrongValue, "'lists' is a mapping of names to lists of words, found \(node.kind)", location: node.location)
    }
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      var match = WordMatch.form
      var words = entry.value
      if words.entries != nil {
        let fields = try Fields(words, "a list", known: ["match", "words"])
        match = try fields.choice("match", WordMatch.self) ?? .form
        guard let inner = fields["words"] else {
          throw AnalysisError(.wrongValue, "a list needs its 'words'", location: entry.value.location)
        }
        words = inner
      }
      let number = Int32(reader.lists.count)
      reader.lists[entry.key] = number
      for element in words.elements ?? [words] {
        phrases.append((try reader.phrase(element, match), number))
      }
    }
  }

  private mutating func read(pattern node: ConfigNode, named name: String) throws(AnalysisError) {
    let fields = try Fields(
      node, "the pattern '\(name)'", known: ["sequence", "tree", "agree", "lang", "confidence"])
    let languages = try fields.texts("lang")
    let confidence = try fields.share("confidence")
    let body: Pattern.Body
    let anchors: [Int32]?
    switch (fields["sequence"], fields["tree"]) {
    case (let sequence?, nil):
      let read = try reader.sequence(sequence)
      guard !read.isNullable else {
        throw AnalysisError(
          .wrongValue, "the pattern '\(name)' would fit no word at all: leave one part without 'optional'",
          location: sequence.location)
      }
      guard read.size(upTo: PatternProgram.largest) < PatternProgram.largest else {
        throw AnalysisError(
          .wrongValue,
          "the pattern '\(name)' is too large, since repeated parts hold repeated parts: take smaller numbers, or 1+",
          location: sequence.location)
      }
      let agreements = try AgreementReader.read(fields["agree"], names: read.captures)
      needs.formUnion(read.needs)
      if !agreements.isEmpty { needs.insert(.morphology) }
      anchors = read.anchors
      body = .sequence(SequenceMatcher(PatternProgram(read), agreements: agreements))
    case (nil, let tree?):
      var read = try TreeReader.read(tree, &reader)
      read.agreements = try AgreementReader.read(fields["agree"], names: read.nodes.map(\.name))
      needs.formUnion(read.needs)
      if !read.agreements.isEmpty { needs.insert(.morphology) }
      anchors = read.anchors
      body = .tree(read)
    default:
      throw AnalysisError(
        .wrongValue, "the pattern '\(name)' needs a 'sequence' or a 'tree', one of both", location: node.location)
    }
    patterns.append(
      Pattern(category: name, body: body, anchors: anchors, languages: languages, confidence: confidence))
  }
}
