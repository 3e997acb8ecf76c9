public import SvodkaKit
import SvodkaResources

/// Finds the amounts of running text: digits with any grouping, number words in every form, parts, ranges and open
/// plurals, each with the words that bound it.
///
/// All words come from `Tables/numbers.LANGUAGE.yaml`. Reads about as fast as it can cut words; keeps nothing between calls.
public struct NumberReader: Sendable {
  private let vocabulary: NumberVocabulary

  /// Opens a reader for a language, as an ISO 639 code.
  ///
  /// - Throws: `R101` when there is no table for the language, `P101`…`P103` when it does not fit.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    vocabulary = NumberVocabulary(
      try resources.decode(NumberTable.self, from: "Tables/numbers.\(language).yaml", of: "SvodkaText"))
  }

  /// The amounts of a stretch of text, by default of all of it, in text order, none overlapping another.
  public func amounts(in text: DocumentText, within span: TextSpan? = nil) -> [Amount] {
    text.bytes.withUnsafeBufferPointer { bytes in
      var pieces: [NumberPiece] = []
      pieces.reserveCapacity((span?.length ?? bytes.count) / 5)
      NumberPiece.scan(bytes, span?.range ?? 0..<bytes.count, into: &pieces)
      for i in pieces.indices { pieces[i].word = vocabulary.word(pieces[i].hash) }
      return AmountFinder(grammar: NumberGrammar(vocabulary: vocabulary, bytes: bytes, pieces: pieces)).all()
    }
  }
}
