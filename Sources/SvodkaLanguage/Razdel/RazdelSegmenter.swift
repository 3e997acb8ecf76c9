import SvodkaKit
import SvodkaText

/// Tokens and sentences of Russian text, cut as the published Russian models expect them.
struct RazdelSegmenter: Sendable {
  /// What characters are to the tokenizer.
  let classes: ScalarClasses
  private let tokenizer: RazdelTokenizer
  private let sentences: RazdelSentences

  init(resources: any ResourceProvider) throws(AnalysisError) {
    let table = try RussianSegmentationTable(resources: resources)
    tokenizer = RazdelTokenizer(table)
    classes = ScalarClasses(marks: table.marks)
    sentences = RazdelSentences(table)
  }

  /// Both layers of a text. A line end always ends a sentence.
  func segment(_ text: DocumentText) -> (tokens: [Token], sentences: [Sentence]) {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 8)
    var cut: [Sentence] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (number, paragraph) in text.paragraphs.enumerated() {
        var next = tokens.count
        var lastEnd = -1
        tokenizer.forEachToken(in: bytes, paragraph.range) { start, end, kind in
          let (key, shape) = TokenKey.make(text.bytes[start..<end])
          let kind = kind ?? Self.kind(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          tokens.append(
            Token(span: TextSpan(start, end), kind: kind, shape: shape, key: key, spaceBefore: start != lastEnd))
          lastEnd = end
        }
        sentences.forEachSentence(in: bytes, paragraph.range) { start, end in
          let first = next
          while next < tokens.count, tokens[next].span.start < end { next += 1 }
          guard next > first else { return }
          let span = TextSpan(tokens[first].span.start, tokens[next - 1].span.end)
          cut.append(Sentence(span: span, tokens: first..<next, paragraph: number))
        }
      }
    }
    return (tokens, cut)
  }

  /// The kind of a token that has a character outside the tokenizer's scripts.
  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> Token.Kind {
    var (letters, digits) = (false, false)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isAlphabetic { letters = true }
      if scalar.properties.numericType == .decimal { digits = true }
    }
    return letters ? (digits ? .mixed : .word) : digits ? .number : .mark
  }
}
