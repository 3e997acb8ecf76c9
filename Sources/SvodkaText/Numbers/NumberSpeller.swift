internal import CSvodkaICU
public import SvodkaKit
import Synchronization

/// Spells whole numbers in words by ICU's rule-based number formats (Unicode CLDR, `rbnf`).
///
/// Any number of tasks may use one speller; they take turns.
public final class NumberSpeller: Sendable {
  private let format: Mutex<SpelloutFormat>

  /// Opens a speller for a locale such as `ru` and one of CLDR's rule sets, such as
  /// `%spellout-cardinal-feminine-genitive`; without one the locale's own is taken.
  ///
  /// - Throws: `A106` when ICU has no such rules.
  public init(locale: String, rules: String? = nil) throws(AnalysisError) {
    var error: Int32 = 0
    let opened = rules.map { svodka_speller_open(locale, $0, &error) } ?? svodka_speller_open(locale, nil, &error)
    guard let pointer = opened else {
      throw AnalysisError(
        .textEngine, "ICU has no spell-out rules \(rules ?? "") for the locale '\(locale)' (error \(error))")
    }
    format = Mutex(SpelloutFormat(pointer))
  }

  /// The number in words.
  ///
  /// - Throws: `A106` when ICU fails.
  public func spell(_ number: Int) throws(AnalysisError) -> String {
    let spelled = format.withLock { format in
      String(validatingUTF8Capacity: 1024) { svodka_speller_spell(format.pointer, Int64(number), $0, $1) }
    }
    guard let spelled else { throw AnalysisError(.textEngine, "ICU cannot spell \(number)") }
    return spelled
  }
}

/// An open format.
///
/// `@unchecked`: the pointer is used under the lock of the speller that owns it, and by nobody else.
private final class SpelloutFormat: @unchecked Sendable {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { svodka_speller_close(pointer) }
}

extension String {
  /// A string that `fill` writes; nil when it returns a negative length.
  fileprivate init?(validatingUTF8Capacity capacity: Int, _ fill: (UnsafeMutablePointer<CChar>?, Int32) -> Int32) {
    var buffer = [CChar](repeating: 0, count: capacity)
    let length = buffer.withUnsafeMutableBufferPointer { fill($0.baseAddress, Int32(capacity)) }
    guard length >= 0 else { return nil }
    self.init(decoding: buffer[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
