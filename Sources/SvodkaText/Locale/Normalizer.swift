import CSvodkaICU
public import SvodkaKit

/// Unicode normal forms, by ICU.
public enum Normalizer {
  /// A form of text in which what is alike is equal.
  public enum Form: Int32, Sendable {
    /// Canonical composition: й as one character.
    case nfc = 0
    /// Compatibility composition with case folding (NFKC_Casefold): «Ёлка №1» and «ёлка no1» are equal.
    case nfkcCasefold = 1
  }

  /// The text in a normal form.
  ///
  /// - Throws: `A106` when ICU fails, as for text of 2 GB and more.
  public static func normalize(_ text: String, to form: Form) throws(AnalysisError) -> String {
    let source = Array(text.utf8)
    if form == .nfc, source.allSatisfy({ $0 < 0x80 }) { return text }
    var target = [UInt8](repeating: 0, count: source.count * 2 + 32)
    for _ in 0..<2 {
      let length = svodka_normalize(
        form.rawValue, source, Int32(clamping: source.count), &target, Int64(target.count))
      guard length >= 0 else { break }
      if length <= target.count { return String(decoding: target[..<Int(length)], as: UTF8.self) }
      target = [UInt8](repeating: 0, count: Int(length))
    }
    throw AnalysisError(.textEngine, "ICU could not normalise a text of \(source.count) bytes")
  }
}
