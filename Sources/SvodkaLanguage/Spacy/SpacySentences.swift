import SvodkaKit
import SvodkaText

/// Sentences over the tokens of a pipeline.
enum SpacySentences {
  /// As rules find them. A token that lies across two belongs to the first.
  static func byRules(
    _ tokens: [Token], of text: DocumentText, _ segmenter: SentenceSegmenter
  ) throws(AnalysisError) -> [Sentence] {
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

  /// As a parser found them: `starts` has the first byte of each.
  static func parsed(_ tokens: [Token], of text: DocumentText, starts: [Int]) -> [Sentence] {
    var found: [Sentence] = []
    var first = 0
    let paragraphs = text.paragraphs
    var paragraph = 0
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : text.count
      var last = first
      while last < tokens.count, tokens[last].span.start < end { last += 1 }
      guard first < last else { continue }
      let span = TextSpan(tokens[first].span.start, tokens[last - 1].span.end)
      while paragraph + 1 < paragraphs.count, paragraphs[paragraph].end <= max(start, span.start) { paragraph += 1 }
      found.append(Sentence(span: span, tokens: first..<last, paragraph: paragraph))
      first = last
    }
    return found
  }
}
