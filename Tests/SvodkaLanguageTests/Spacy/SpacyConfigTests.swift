import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite struct SpacyConfigTests {
  private static let text = """
    [nlp]
    lang = "xx"
    pipeline = ["tok2vec","ner"]
    disabled = []
    tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}

    [components]

    [components.ner]
    factory = "ner"

    [components.ner.model]
    @architectures = "spacy.TransitionBasedParser.v2"
    state_type = "ner"
    extra_state_tokens = false
    hidden_width = 64
    maxout_pieces = 2
    use_upper = true

    [components.ner.model.tok2vec]
    @architectures = "spacy.Tok2VecListener.v1"
    width = ${components.tok2vec.model.encode:width}

    [components.tok2vec]
    factory = "tok2vec"

    [components.tok2vec.model]
    @architectures = "spacy.Tok2Vec.v2"

    [components.tok2vec.model.embed]
    @architectures = "spacy.MultiHashEmbed.v2"
    attrs = ["NORM",
        "SHAPE"]
    rows = [50,20]
    include_static_vectors = false

    [components.tok2vec.model.encode]
    @architectures = "spacy.MaxoutWindowEncoder.v2"
    width = 96
    depth = 4
    window_size = 1
    maxout_pieces = 3
    """

  private func config(_ edit: (String) -> String = { $0 }) throws -> SpacyConfig {
    try SpacyConfig(Array(edit(Self.text).utf8), name: "config.cfg")
  }

  @Test func readsValuesAndReferences() throws {
    let config = try config()
    #expect(try config.string("nlp", "lang") == "xx")
    #expect(try config.int("components.ner.model.tok2vec", "width") == 96)
    #expect(try config.strings("components.tok2vec.model.embed", "attrs") == ["NORM", "SHAPE"])
    #expect(try !config.bool("components.tok2vec.model.embed", "include_static_vectors"))
  }

  @Test func readsLineEndsOfOtherSystems() throws {
    let config = try config { $0.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    #expect(try SpacyArchitecture(config).components == ["tok2vec", "ner"])
  }

  @Test func readsTheArchitecture() throws {
    let architecture = try SpacyArchitecture(config())
    #expect(architecture.language == "xx")
    #expect(architecture.components == ["tok2vec", "ner"])
    #expect(architecture.shared?.rows == [50, 20])
    #expect(architecture.shared?.depth == 4)
    #expect(architecture.parser == nil)
    guard case .shared = try #require(architecture.names) else {
      Issue.record("names have vectors of their own")
      return
    }
  }

  /// What the program does not compute is refused, with the names of what was found and of what it knows.
  @Test(arguments: [
    ("spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2"), ("spacy.MaxoutWindowEncoder.v2", "spacy.BiLSTMEncoder.v1"),
    ("spacy.TransitionBasedParser.v2", "spacy-curated-transformers.Parser.v1"),
    ("spacy.Tokenizer.v1", "spacy.ko.KoreanTokenizer"), ("factory = \"ner\"", "factory = \"spancat\""),
    ("\"SHAPE\"", "\"LOWER\""), ("use_upper = true", "use_upper = false"), ("window_size = 1", "window_size = 2"),
  ]) func refusesOtherArchitectures(known: String, other: String) throws {
    let config = try config { text in
      let parts = text.split(separator: known, omittingEmptySubsequences: false)
      #expect(parts.count == 2)
      return parts.joined(separator: other)
    }
    let error = #expect(throws: AnalysisError.self) { try SpacyArchitecture(config) }
    #expect(error?.code == ErrorCode.brokenModel.rawValue)
    let name = other.split(separator: "\"").last.map(String.init) ?? other
    #expect(error?.message.contains(name.split(separator: " ").last ?? "") == true, "\(error?.message ?? "")")
  }

  @Test func saysWhatIsMissing() throws {
    let error = #expect(throws: AnalysisError.self) { try config().string("nlp", "batch") }
    #expect(error?.message.contains("'batch' under [nlp]") == true)
    let broken = #expect(throws: AnalysisError.self) { try SpacyConfig(Array("[nlp\n".utf8), name: "c") }
    #expect(broken?.location?.line == 1)
  }
}
