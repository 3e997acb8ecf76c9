import CSvodkaICU
public import SvodkaKit

/// The order of words in a language (Unicode Technical Standard 10 with CLDR's tailoring), by ICU.
public struct Collator: Sendable {
  /// Which differences count.
  public enum Strength: Int32, Sendable {
    /// Letters alone: е, ё and Е are equal where the language says so.
    case primary = 0
    /// Letters and accents.
    case secondary = 1
    /// Letters, accents and case.
    case tertiary = 2
  }

  private let handle: Handle

  /// Opens the order of a locale such as `ru`.
  ///
  /// - Throws: `A106` when ICU has none.
  public init(locale: String, strength: Strength = .tertiary) throws(AnalysisError) {
    var error: Int32 = 0
    guard let pointer = svodka_collator_open(locale, strength.rawValue, &error) else {
      throw AnalysisError(.textEngine, "ICU has no order for the locale '\(locale)' (error \(error))")
    }
    handle = Handle(pointer)
  }

  /// Negative when `a` comes first, positive when `b` does, 0 when they are equal at this strength.
  public func compare(_ a: String, _ b: String) -> Int {
    var (a, b) = (a, b)
    return a.withUTF8 { a in
      b.withUTF8 { b in
        Int(
          svodka_collator_compare(
            handle.pointer, a.baseAddress, Int32(clamping: a.count), b.baseAddress, Int32(clamping: b.count)))
      }
    }
  }

  /// The words in order; equal ones keep theirs.
  public func sorted(_ words: [String]) -> [String] {
    words.enumerated().sorted {
      let order = compare($0.element, $1.element)
      return order != 0 ? order < 0 : $0.offset < $1.offset
    }.map(\.element)
  }
}

/// An open collator.
///
/// `@unchecked`: ICU's collators may be used by several threads as long as none changes them, and nothing changes it
/// after it is opened.
private final class Handle: @unchecked Sendable {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { svodka_collator_close(pointer) }
}
