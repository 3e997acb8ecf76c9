import SvodkaKit

/// What a pipeline is made of, read from its configuration and checked by the names of its architectures.
///
/// The program computes some architectures of spaCy 3 and no others; a pipeline with another is refused by its name.
struct SpacyArchitecture: Sendable {
  /// An embedding of tokens: the attributes with the sizes of their tables, and the convolutions over them.
  struct TokenVectors: Sendable {
    var attributes: [String]
    var rows: [Int]
    var width: Int
    var depth: Int
    var hasStaticVectors: Bool
  }

  /// Where a component gets its token vectors from.
  enum Source: Sendable {
    case own(TokenVectors)
    case shared
  }

  /// Attributes of a token that the program can compute.
  static let attributes = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
  /// The width of the hidden layer of names and parser.
  static let hiddenWidth = 64

  let language: String
  /// The components that run, in order.
  let components: [String]
  /// The token vectors that components share.
  let shared: TokenVectors?
  let tagger: Source?
  let morphologizer: Source?
  let parser: Source?
  let names: Source?

  /// - Throws: `R103` for an architecture that the program does not compute.
  init(_ config: SpacyConfig) throws(AnalysisError) {
    language = try config.string("nlp", "lang")
    let disabled = Set(try config.strings("nlp", "disabled"))
    components = try config.strings("nlp", "pipeline").filter { !disabled.contains($0) }
    for component in components {
      try config.require(
        "components.\(component)", "factory",
        isOneOf: ["tok2vec", "tagger", "morphologizer", "parser", "ner", "attribute_ruler", "lemmatizer"])
    }
    // A block of settings may stand in its line or as a section of its own.
    if config.has("nlp.tokenizer") {
      try config.require("nlp.tokenizer", "@tokenizers", isOneOf: ["spacy.Tokenizer.v1"])
    } else {
      try config.require("nlp", "tokenizer", isOneOf: [["@tokenizers": "spacy.Tokenizer.v1"]])
    }
    let running = components
    func source(_ component: String) throws(AnalysisError) -> Source? {
      guard running.contains(component) else { return nil }
      return try Self.source("components.\(component).model", config)
    }
    shared = running.contains("tok2vec") ? try Self.vectors("components.tok2vec.model", config) : nil
    tagger = try source("tagger")
    morphologizer = try source("morphologizer")
    parser = try source("parser")
    names = try source("ner")
    for component in ["tagger", "morphologizer"] where running.contains(component) {
      try config.require(
        "components.\(component).model", "@architectures", isOneOf: ["spacy.Tagger.v1", "spacy.Tagger.v2"])
    }
    for (component, type) in [("parser", "parser"), ("ner", "ner")] where running.contains(component) {
      let section = "components.\(component).model"
      try config.require(section, "@architectures", isOneOf: ["spacy.TransitionBasedParser.v2"])
      try config.require(section, "state_type", isOneOf: [type])
      try config.require(section, "extra_state_tokens", isOneOf: [false])
      try config.require(section, "use_upper", isOneOf: [true])
      try config.require(section, "hidden_width", isOneOf: [Self.hiddenWidth])
      try config.require(section, "maxout_pieces", isOneOf: [2])
    }
  }

  private static func source(_ section: String, _ config: SpacyConfig) throws(AnalysisError) -> Source {
    let vectors = section + ".tok2vec"
    if try config.string(vectors, "@architectures") == "spacy.Tok2VecListener.v1" { return .shared }
    return .own(try self.vectors(vectors, config))
  }

  private static func vectors(_ section: String, _ config: SpacyConfig) throws(AnalysisError) -> TokenVectors {
    try config.require(section, "@architectures", isOneOf: ["spacy.Tok2Vec.v1", "spacy.Tok2Vec.v2"])
    let (embed, encode) = (section + ".embed", section + ".encode")
    try config.require(embed, "@architectures", isOneOf: ["spacy.MultiHashEmbed.v2"])
    try config.require(encode, "@architectures", isOneOf: ["spacy.MaxoutWindowEncoder.v2"])
    try config.require(encode, "window_size", isOneOf: [1])
    try config.require(encode, "maxout_pieces", isOneOf: [3])
    let found = TokenVectors(
      attributes: try config.strings(embed, "attrs"), rows: try config.ints(embed, "rows"),
      width: try config.int(encode, "width"), depth: try config.int(encode, "depth"),
      hasStaticVectors: try config.bool(embed, "include_static_vectors"))
    for attribute in found.attributes where !attributes.contains(attribute) {
      throw AnalysisError(
        .brokenModel,
        "the model cannot be used: [\(embed)] embeds \(attribute), and the program knows "
          + attributes.joined(separator: ", "))
    }
    return found
  }
}
