public import SvodkaKit

/// Divides a paragraph into sentences: by ICU's boundaries (Unicode Standard Annex 29), less those behind abbreviations,
/// initials, list numbers and inside quoted speech, and more where dots or a missing blank hide one.
///
/// What the abbreviations of a language are stands in `Tables/segmentation.LANGUAGE.yaml`; a language without such a
/// table gets the rest of the rules. Any number of tasks may use one segmenter.
public struct SentenceSegmenter: Sendable {
  private let segmenter: Segmenter
  private let vocabulary: SentenceVocabulary

  /// Opens a segmenter for a language, as an ISO 639 code.
  ///
  /// - Throws: `A106` when ICU has no rules for it, `P101`…`P103` when its table is broken.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    segmenter = try Segmenter(.sentences, locale: language == "und" ? "en" : language)
    do {
      vocabulary = try SentenceVocabulary(language: language, resources: resources)
    } catch  where error.code == ErrorCode.missingResource.rawValue {
      vocabulary = SentenceVocabulary()
    }
  }

  /// The sentences of one paragraph, without white space at their ends, as byte offsets of the text.
  ///
  /// - Throws: `A106` when ICU fails.
  public func sentences(in text: DocumentText, paragraph: TextSpan) throws(AnalysisError) -> [TextSpan] {
    var found: [TextSpan] = []
    var start = paragraph.start
    for boundary in try candidates(in: text, paragraph: paragraph) {
      if boundary < paragraph.end, !isEnd(boundary, of: start, in: text, paragraph) { continue }
      let sentence = text.trimmed(TextSpan(start, boundary))
      start = boundary
      if sentence.isEmpty { continue }
      // A closing mark that is left over belongs to what it closes.
      if let last = found.last, isLeftOver(text.bytes[sentence.range]) {
        found[found.count - 1] = last.union(sentence)
      } else {
        found.append(sentence)
      }
    }
    return found
  }

  /// ICU's boundaries and those that it does not know, ascending.
  private func candidates(in text: DocumentText, paragraph: TextSpan) throws(AnalysisError) -> [Int] {
    let known = try segmenter.boundaries(in: text, within: paragraph).dropFirst()
    let hidden = HiddenBoundaries.find(in: text, within: paragraph)
    if hidden.isEmpty { return Array(known) }
    return Set(known).union(hidden).sorted()
  }

  /// Decides whether the sentence that began at `start` ends at `boundary`.
  private func isEnd(_ boundary: Int, of start: Int, in text: DocumentText, _ paragraph: TextSpan) -> Bool {
    let context = BoundaryContext(text, at: boundary, within: paragraph)
    guard let mark = context.mark else { return true }
    if context.next == .small || context.continues || context.isBracketed { return false }
    if context.isPrefix { return false }
    // «Где?» — Иванов не ответил.
    if context.isDashed, context.isClosed || context.next != .capital { return false }
    if context.isListNumber(from: start) { return false }
    guard mark == .stop, !context.isClosed else { return true }
    return isEndBehindStop(context, of: start)
  }

  private func isEndBehindStop(_ context: BoundaryContext, of start: Int) -> Bool {
    let forms = context.forms
    guard let form = forms.last else { return true }
    let begins = vocabulary.isStarter(context.nextWord) && !context.nextIsInitial
    if context.next == .digit {
      // 21. 10. 2015
      if vocabulary.goesBeforeNumber(forms) || form.utf8.count <= 2 && form.utf8.allSatisfy({ $0 < 0x3A }) {
        return false
      }
    }
    switch vocabulary.stop(behind: forms) {
    case .never: return false
    case .often: return true
    case .rarely:
      if context.next == .digit { return false }
      guard context.next == .capital else { return true }
      if begins { return !vocabulary.isContinuation(context.nextWord) }
      // «В 2015 г. Новый …» goes on; «… построен в 2015 г. Новый …» does not.
      return vocabulary.isStarterByEnding(context.nextWord) && context.followsNumber && context.words(from: start) > 4
    case nil: break
    }
    // С. В. Лавров, Joseph R. Biden.
    if context.next == .capital, Self.isInitial(form, before: context.nextWord) { return begins }
    return true
  }

  /// True for one capital, or several with stops between. A Latin I, V or X before Cyrillic is a number: «Николай I».
  private static func isInitial(_ form: String, before next: String) -> Bool {
    let parts = form.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.unicodeScalars.count == 1 && $0.unicodeScalars.allSatisfy(\.properties.isUppercase) })
    else {
      return false
    }
    let isCyrillic = next.unicodeScalars.first.map { (0x400...0x4FF).contains($0.value) } ?? false
    return !(isCyrillic && ["I", "V", "X"].contains(form))
  }

  /// True for closing marks alone.
  private func isLeftOver(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 8
      && String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
        BoundaryContext.closing.contains($0) || BoundaryContext.marks.contains($0)
      }
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
