import SvodkaKit

/// Reads `kind: lexicon`.
///
/// ```yaml
/// kind: lexicon
/// name: sanctions
/// languages: [ru, en]
/// match: form              # form (the default), lemma or exact
/// categories:
///   imposing:
///     - sanction*
///     - санкц*
///     - {text: SWIFT, match: exact, lang: en}
///   goods:
///     oil: [oil, crude]    # the category 'goods/oil'
/// dictionary: moral.dic    # and the words of another program's dictionary
/// ```
struct LexiconReader {
  static let keys = RuleHeader.keys + ["match", "categories", "dictionary"]

  private(set) var entries: [LexiconEntry] = []
  private let match: WordMatch

  init(match: WordMatch) { self.match = match }

  /// The entries of a lexicon's file, and of the dictionaries that it names.
  ///
  /// - Throws: `P102` and `P103` with file, line and column; `R101` for a dictionary that is missing.
  static func entries(
    _ fields: Fields, of file: StepFile, contents: inout ContentHash
  ) throws(AnalysisError) -> [LexiconEntry] {
    var reader = LexiconReader(match: try fields.choice("match", WordMatch.self) ?? .form)
    let (categories, dictionary) = (fields["categories"], fields["dictionary"])
    guard categories != nil || dictionary != nil else {
      throw AnalysisError(
        .wrongValue, "the key 'categories' is missing: under it stand lists of words and phrases",
        location: fields.node.location)
    }
    if let categories {
      guard categories.entries != nil else {
        throw AnalysisError(
          .wrongValue, "'categories' is a mapping of names to lists of words, found \(categories.kind)",
          location: categories.location)
      }
      try reader.read(categories, under: "")
    }
    if let dictionary {
      reader.entries += try DictionaryReading.entries(
        dictionary, of: file, match: reader.match, contents: &contents)
    }
    guard !reader.entries.isEmpty else {
      throw AnalysisError(
        .wrongValue, "'\(categories == nil ? "dictionary" : "categories")' has no words",
        location: (categories ?? dictionary)?.location)
    }
    return reader.entries
  }

  /// Reads a mapping of categories, a list of entries, or one entry.
  mutating func read(_ node: ConfigNode, under category: String) throws(AnalysisError) {
    switch node.content {
    case .mapping(let below):
      for entry in below {
        try read(entry.value, under: category.isEmpty ? entry.key : "\(category)/\(entry.key)")
      }
    case .sequence(let elements):
      entries.reserveCapacity(entries.count + elements.count)
      for element in elements { try add(element, to: category) }
    case .null:
      throw AnalysisError(
        .wrongValue, "the category '\(category)' has no words: remove it or add some", location: node.location)
    default: try add(node, to: category)
    }
  }

  private mutating func add(_ node: ConfigNode, to category: String) throws(AnalysisError) {
    if let text = node.string {
      entries.append(LexiconEntry(text: text, category: category, match: match, location: node.location))
      return
    }
    let fields = try Fields(node, "an entry", known: ["text", "match", "lang", "confidence"])
    guard let text = try fields.text("text") else {
      throw AnalysisError(.wrongValue, "an entry needs its 'text'", location: node.location)
    }
    entries.append(
      LexiconEntry(
        text: text, category: category, match: try fields.choice("match", WordMatch.self) ?? match,
        languages: try fields.texts("lang"), confidence: try fields.share("confidence"), location: node.location))
  }
}
