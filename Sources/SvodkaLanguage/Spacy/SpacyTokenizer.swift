import SvodkaKit
import Synchronization

/// Cuts a text into tokens as spaCy 3's `Tokenizer` does with the rules of one model.
///
/// Any number of tasks may use one tokenizer; what it has learned of a word is kept for all of them.
final class SpacyTokenizer: Sendable {
  private struct State {
    var forms = SpacyForms()
    var numbers: [String: Int32] = [:]
  }

  /// The numbers of strings, for whoever has to number tags or relations.
  let strings: SpacyStrings
  private let lexicon: SpacyLexicon
  private let state = Mutex(State())

  /// - Parameters:
  ///   - tokenizer: the model's file `tokenizer`.
  ///   - lookups: the model's file `vocab/lookups.bin`.
  /// - Throws: `R103` for files that are not what they should be, `R101` and `R102` for the program's tables.
  init(tokenizer: [UInt8], lookups: [UInt8], resources: any ResourceProvider) throws(AnalysisError) {
    lexicon = try SpacyLexicon(norms: [:], resources: resources)
    strings = lexicon.strings
  }

  /// The tokens of a text, those of white space included.
  func tokens(of text: DocumentText) -> SpacyTokens {
    state.withLock { state in
      var tokens: [SpacyToken] = []
      for part in text.bytes.indices.split(whereSeparator: { text.bytes[$0] == 0x20 }) {
        guard let first = part.first, let last = part.last else { continue }
        let span = TextSpan(first, last + 1)
        let word = text[span]
        let number = state.numbers[word] ?? state.forms.add(lexicon.form(word))
        state.numbers[word] = number
        tokens.append(SpacyToken(span: span, form: number, hasSpaceAfter: last + 1 < text.count))
      }
      return SpacyTokens(tokens: tokens, forms: state.forms)
    }
  }
}
