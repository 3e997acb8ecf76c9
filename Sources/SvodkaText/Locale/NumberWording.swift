import CSvodkaICU
public import SvodkaKit
import Synchronization

/// Numbers as a language writes them, and the form of a word that goes with a number, by ICU's data from CLDR.
public final class NumberWording: Sendable {
  /// Which form of a word goes with a number (CLDR, "Language Plural Rules"): Russian «1 документ» is one, «2 документа» few,
  /// «5 документов» many.
  public enum Category: String, Sendable, CaseIterable {
    /// The forms as CLDR names them; `other` is in every language.
    case zero, one, two, few, many, other
  }

  private let handle: Mutex<Handle>

  /// Opens the rules of a locale such as `ru`.
  ///
  /// - Throws: `A106` when ICU has none.
  public init(locale: String) throws(AnalysisError) {
    var error: Int32 = 0
    guard let pointer = svodka_wording_open(locale, &error) else {
      throw AnalysisError(.textEngine, "ICU has no number format for the locale '\(locale)' (error \(error))")
    }
    let opened = Handle(pointer)
    handle = Mutex(opened)
  }

  /// The form that goes with a whole number.
  public func category(of number: Int) -> Category {
    handle.withLock { handle in
      var out = [CChar](repeating: 0, count: 16)
      guard svodka_wording_category(handle.pointer, Int64(number), &out) == 0 else { return .other }
      let name = String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return Category(rawValue: name) ?? .other
    }
  }

  /// A number with so many digits behind the point, rounded half up: `1,234.5`, «1 234,5».
  public func text(_ number: Double, digits: Int = 0) -> String {
    handle.withLock { handle in
      var units = [UInt16](repeating: 0, count: 400)
      let length = svodka_wording_number(handle.pointer, number, Int32(digits), &units, Int32(units.count))
      guard length >= 0 else { return number.description }
      return String(decoding: units[..<Int(length)], as: UTF16.self)
    }
  }
}

/// An open handle, used under a lock alone.
private final class Handle {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { svodka_wording_close(pointer) }
}
