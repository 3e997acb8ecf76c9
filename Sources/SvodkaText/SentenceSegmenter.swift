public import SvodkaKit

/// Divides a paragraph into sentences.
public struct SentenceSegmenter: Sendable {
  private let segmenter: Segmenter

  /// Opens a segmenter for a language, as an ISO 639 code.
  ///
  /// - Throws: `A106` when ICU has no rules for it.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    segmenter = try Segmenter(.sentences, locale: language == "und" ? "en" : language)
  }

  /// The sentences of one paragraph, without white space at their ends, as byte offsets of the text.
  public func sentences(in text: DocumentText, paragraph: TextSpan) throws(AnalysisError) -> [TextSpan] {
    let boundaries = try segmenter.boundaries(in: text, within: paragraph)
    return zip(boundaries, boundaries.dropFirst())
      .map { text.trimmed(TextSpan($0, $1)) }
      .filter { !$0.isEmpty }
  }
}

extension DocumentText {
  /// The paragraphs: what line ends divide, without white space at their ends, none empty.
  public var paragraphs: [TextSpan] {
    var found: [TextSpan] = []
    var start = 0
    for (i, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      found.append(trimmed(TextSpan(start, i)))
      start = i + 1
    }
    found.append(trimmed(TextSpan(start, bytes.count)))
    return found.filter { !$0.isEmpty }
  }
}
