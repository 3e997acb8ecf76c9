import SvodkaKit

/// The parts of one pipeline, each opened at its first use and then shared by all tasks.
struct SpacyModels: Sendable {
  /// What the shared token vectors are good for.
  struct Words: Sendable {
    let encoder: SpacyEncoder
    let tagger: SpacyTagger?
    let morphologizer: SpacyTagger?
    let parser: SpacyParser?
  }

  /// What follows the networks.
  struct Rules: Sendable {
    let ruler: SpacyAttributeRuler?
    let lemmatizer: SpacyLemmatizer?
  }

  let tokenizer: LanguageCache<SpacyTokenizer>
  let names: LanguageCache<SpacyNames>
  let words: LanguageCache<Words>
  let rules: LanguageCache<Rules>

  /// Prepares to read the pack of a name.
  init(store: ModelStore, pack name: String, resources: any ResourceProvider, kernel: MatrixKernel) {
    let pack = LanguageCache { (_) throws(AnalysisError) in try store.open(name, madeBy: SpacyPackBuilder.self) }
    let vectors = LanguageCache { (language) throws(AnalysisError) -> SpacyVectors? in
      let pack = try pack.value(for: language)
      return pack.names.contains("vectors.keys") ? try SpacyVectors(pack) : nil
    }
    let tokenizer = LanguageCache { (language) throws(AnalysisError) in
      let pack = try pack.value(for: language)
      return try SpacyTokenizer(
        tokenizer: Array(pack.bytes("tokenizer")), lookups: Array(pack.bytes("vocab/lookups.bin")),
        resources: resources)
    }
    self.tokenizer = tokenizer
    let shared = LanguageCache { (language) throws(AnalysisError) in
      try SpacyEncoder(
        pack.value(for: language), "shared", vectors: vectors.value(for: language), kernel: kernel)
    }
    names = LanguageCache { (language) throws(AnalysisError) in
      let pack = try pack.value(for: language)
      let encoder =
        pack.names.contains("ner.vectors.shape")
        ? try SpacyEncoder(pack, "ner.vectors", vectors: vectors.value(for: language), kernel: kernel)
        : try shared.value(for: language)
      return try SpacyNames(pack, encoder: encoder, kernel: kernel)
    }
    words = LanguageCache { (language) throws(AnalysisError) in
      let pack = try pack.value(for: language)
      let encoder = try shared.value(for: language)
      let components = try pack.lines("components")
      func tagger(_ component: String) throws(AnalysisError) -> SpacyTagger? {
        guard components.contains(component) else { return nil }
        return try SpacyTagger(pack, component, width: encoder.width, kernel: kernel)
      }
      return Words(
        encoder: encoder, tagger: try tagger("tagger"), morphologizer: try tagger("morphologizer"),
        parser: components.contains("parser") ? try SpacyParser(pack, width: encoder.width, kernel: kernel) : nil)
    }
    rules = LanguageCache { (language) throws(AnalysisError) in
      let pack = try pack.value(for: language)
      let components = try pack.lines("components")
      let hasRuler = components.contains("attribute_ruler") && pack.names.contains("attribute_ruler/patterns")
      return Rules(
        ruler: hasRuler ? try SpacyAttributeRuler(patterns: Array(pack.bytes("attribute_ruler/patterns"))) : nil,
        lemmatizer: components.contains("lemmatizer")
          ? try SpacyLemmatizer(
            pack, language: language, strings: tokenizer.value(for: language).strings, resources: resources) : nil)
    }
  }
}
