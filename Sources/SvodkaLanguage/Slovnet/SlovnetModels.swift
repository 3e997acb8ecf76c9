import SvodkaKit

/// The models of one language, each opened at its first use and then shared by all tasks.
struct SlovnetModels: Sendable {
  private let words: LanguageCache<SlovnetWords>
  let names: LanguageCache<NamesModel>
  let morphology: LanguageCache<MorphologyModel>
  let syntax: LanguageCache<SyntaxModel>
  let lemmas: LanguageCache<Lemmatizer>

  init(store: ModelStore, resources: any ResourceProvider, kernel: MatrixKernel) {
    let words = LanguageCache { (language) throws(AnalysisError) in
      try SlovnetWords(store.open("\(language)-words", madeBy: NavecPackBuilder.self))
    }
    @Sendable func open(_ kind: String, _ language: String) throws(AnalysisError) -> ModelPack {
      try store.open("\(language)-\(kind)", madeBy: SlovnetPackBuilder.self)
    }
    self.words = words
    names = LanguageCache { (language) throws(AnalysisError) in
      try NamesModel(open("names", language), words: words.value(for: language), kernel: kernel)
    }
    let morphology = LanguageCache { (language) throws(AnalysisError) in
      try MorphologyModel(open("morphology", language), words: words.value(for: language), kernel: kernel)
    }
    self.morphology = morphology
    lemmas = LanguageCache { (language) throws(AnalysisError) in
      try Lemmatizer(
        store.open("\(language)-dictionary", madeBy: OpenCorporaPackBuilder.self),
        labels: morphology.value(for: language).labels, unknown: words.value(for: language).unknown,
        table: DictionaryTable(language: language, resources: resources))
    }
    syntax = LanguageCache { (language) throws(AnalysisError) in
      try SyntaxModel(open("syntax", language), words: words.value(for: language), kernel: kernel)
    }
  }

  /// The packs that have to be there for a language.
  static func packs(for language: String) -> [String] {
    ["words", "names", "morphology", "syntax", "dictionary"].map { "\(language)-\($0)" }
  }

  /// The tokens of a text as the models see them.
  func forms(
    _ tokens: [Token], of text: DocumentText, language: String, shapes: SlovnetShapes, classes: ScalarClasses
  ) throws(AnalysisError) -> [SlovnetForm] {
    let words = try words.value(for: language)
    var forms: [SlovnetForm] = []
    forms.reserveCapacity(tokens.count)
    var lower: [UInt8] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for token in tokens {
        lower.removeAll(keepingCapacity: true)
        let word = UnsafeBufferPointer(rebasing: bytes[token.span.range])
        let shape = shapes.shape(of: word, classes: classes, lower: &lower)
        forms.append(SlovnetForm(word: lower.withUnsafeBytes { words.number(of: $0) }, shape: shape))
      }
    }
    return forms
  }
}
