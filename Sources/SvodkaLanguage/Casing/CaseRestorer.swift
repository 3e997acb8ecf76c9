package import SvodkaKit
import SvodkaText

/// Puts back the case of letters where a text has lost it: whole texts without capitals, and lines of nothing else.
package struct CaseRestorer: Sendable {
  private let weights: CaseWeights
  private let tokenizer: Tokenizer
  private let gazetteer: Gazetteer

  /// Languages that have a table.
  package static let languages: Set = ["en", "ru"]

  /// Opens the table of a language.
  ///
  /// - Throws: `R101`, `R102` when a table is missing or broken.
  package init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read("Tables/casing.\(language).tsv", of: "SvodkaLanguage")
    weights = try CaseWeights(bytes, file: file)
    tokenizer = try Tokenizer(language: language)
    gazetteer = try NameGrammar.shared(language: language, resources: resources).gazetteer
  }

  /// The text with the case of prose in `paragraphs`.
  package func restored(_ text: DocumentText, in paragraphs: [TextSpan]) throws(AnalysisError) -> DocumentText {
    var read: [(traits: CaseTraits, cases: [WordCase?])] = []
    var acronyms: Set<String> = []
    for paragraph in paragraphs {
      let traits = CaseTraits(try tokenizer.tokens(in: text, within: paragraph), gazetteer: gazetteer)
      let cases = weights.cases(traits)
      read.append((traits, cases))
      for (token, decided) in zip(traits.tokens, cases) where decided == .upper && !weights.knows(token.key) {
        acronyms.insert(token.key)
      }
    }
    var bytes = text.bytes
    for (traits, cases) in read {
      for (i, decided) in cases.enumerated() {
        guard var decided else { continue }
        // What shows itself as an acronym once, as in brackets behind its full name, is one everywhere.
        if acronyms.contains(traits.tokens[i].key) { decided = .upper }
        let span = traits.tokens[i].span
        guard let word = decided.write(text.bytes[span.range], opensSentence: traits.opens[i]) else { continue }
        bytes.replaceSubrange(span.range, with: word)
      }
    }
    return DocumentText(reading: bytes, of: text)
  }
}
