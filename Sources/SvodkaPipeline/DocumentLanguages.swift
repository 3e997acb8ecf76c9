public import SvodkaKit
import SvodkaText

/// Tells the language of documents that do not say it, and of their paragraphs.
public struct DocumentLanguages: Sendable {
  private let identifier: LanguageIdentifier

  /// Makes it.
  ///
  /// - Throws: `R101` when a table is missing.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    identifier = try LanguageIdentifier(resources: resources)
  }

  /// The document with its language; one that is given is kept.
  public func identified(_ document: Document) -> Document {
    guard document.language.isEmpty || document.language == "und" else { return document }
    var document = document
    document.language = identifier.identify(document.text)
    return document
  }

  /// The languages of the paragraphs, neighbours of one language joined; white space goes with what stands before it.
  public func stretches(of document: Document) -> [Outcome.LanguageSpan] {
    var stretches: [Outcome.LanguageSpan] = []
    for paragraph in identifier.paragraphs(document.text) {
      if let last = stretches.last, last.language == paragraph.language {
        stretches[stretches.count - 1].span.end = paragraph.span.end
      } else {
        stretches.append(.init(span: paragraph.span, language: paragraph.language))
      }
    }
    for index in stretches.indices.dropFirst() { stretches[index - 1].span.end = stretches[index].span.start }
    if !stretches.isEmpty {
      stretches[0].span.start = 0
      stretches[stretches.count - 1].span.end = document.text.count
    }
    return stretches
  }
}
