public import SvodkaKit

/// Tells the language of documents that do not say it.
public struct DocumentLanguages: Sendable {
  /// Makes it.
  ///
  /// - Throws: `R101` when a table is missing.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
  }

  /// The document with its language; one that is given is kept.
  public func identified(_ document: Document) -> Document {
    guard document.language.isEmpty || document.language == "und" else { return document }
    var document = document
    document.language = Self.byScript(document.text)
    return document
  }

  private static func byScript(_ text: DocumentText) -> String {
    var (latin, cyrillic) = (0, 0)
    for byte in text.bytes {
      if byte == 0xD0 || byte == 0xD1 { cyrillic += 1 } else if (0x61...0x7A).contains(byte) { latin += 1 }
    }
    if latin + cyrillic == 0 { return "und" }
    return cyrillic > latin ? "ru" : "en"
  }
}
