public import SvodkaKit

/// The layer of the text as it is read: the text of the document, its letters in the case that prose would give them.
///
/// Old wires came in capitals alone, and some collections and posts have none. What tells a name from a word is then gone, so it is
/// put back before anything is read. Every byte stays where it was; evidence is quoted as it was written (`DocumentText.spanned`).
public enum Reading {
  /// Its key.
  public static let layer = Layer<DocumentText>("reading")
}

extension DocumentView {
  /// The text as it is read; the text itself where nothing made the layer.
  ///
  /// - Throws: `A101` when the step did not declare the layer.
  public func reading() throws(AnalysisError) -> DocumentText { try optional(Reading.layer) ?? text }
}
