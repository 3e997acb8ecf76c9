import SvodkaKit
import SvodkaText

/// The tokens of a pipeline as the layer of tokens has them, without those of white space.
struct SpacyWords {
  /// The layer.
  private(set) var tokens: [Token] = []
  /// By token of the pipeline: how many tokens of the layer stand before it.
  private var numbers: [Int] = [0]

  init(_ text: SpacyTokens) {
    tokens.reserveCapacity(text.tokens.count)
    numbers.reserveCapacity(text.tokens.count + 1)
    var spaceBefore = true
    for token in text.tokens {
      let form = text.forms[token.form]
      if !form.isSpace {
        tokens.append(
          Token(
            span: token.span, kind: form.kind, shape: form.tokenShape, key: form.key, spaceBefore: spaceBefore))
      }
      spaceBefore = form.isSpace || token.hasSpaceAfter
      numbers.append(tokens.count)
    }
  }

  /// Tokens of the pipeline as tokens of the layer.
  func range(_ range: Range<Int>) -> Range<Int> { numbers[range.lowerBound]..<numbers[range.upperBound] }

  /// A name; nil for one of white space alone.
  func mention(_ range: Range<Int>, type: EntityType, rule: String) -> Mention? {
    let covered = self.range(range)
    guard let first = covered.first, let last = covered.last else { return nil }
    return Mention(
      span: TextSpan(tokens[first].span.start, tokens[last].span.end), tokens: covered, type: type, confidence: 0.85,
      rule: rule)
  }

  /// The sentences of a text as rules find them. A token that lies across two belongs to the first.
  func sentences(of text: DocumentText, by segmenter: SentenceSegmenter) throws(AnalysisError) -> [Sentence] {
    var found: [Sentence] = []
    var next = 0
    for (number, paragraph) in text.paragraphs.enumerated() {
      for span in try segmenter.sentences(in: text, paragraph: paragraph) {
        let first = next
        while next < tokens.count, tokens[next].span.start < span.end { next += 1 }
        guard first < next else { continue }
        found.append(Sentence(span: span, tokens: first..<next, paragraph: number))
      }
    }
    return found
  }
}
