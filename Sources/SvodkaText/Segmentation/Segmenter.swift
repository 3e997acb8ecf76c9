internal import CSvodkaICU
public import SvodkaKit
import Synchronization

/// Finds boundaries of words, sentences or graphemes by ICU's break iterators (Unicode Standard Annex 29).
///
/// Any number of tasks may use one segmenter: each borrows an iterator from a pool.
public struct Segmenter: Sendable {
  /// What is divided from what.
  public enum Unit: Int32, Sendable {
    /// Words, numbers and marks.
    case words = 0
    /// Sentences as UAX 29 has them, without knowledge of abbreviations.
    case sentences = 1
    /// What a reader takes for one character.
    case graphemes = 2
  }

  private let pool: IteratorPool

  /// Opens a segmenter for a locale such as `ru`.
  ///
  /// - Throws: `A106` when ICU has no such iterator.
  public init(_ unit: Unit, locale: String) throws(AnalysisError) {
    pool = IteratorPool(unit: unit, locale: locale)
    pool.giveBack(try pool.open())
  }

  /// The boundaries inside `span`, as byte offsets of the text, ascending, the ends of the span among them.
  ///
  /// - Throws: `A106` when ICU fails.
  public func boundaries(in text: DocumentText, within span: TextSpan) throws(AnalysisError) -> [Int] {
    if span.isEmpty { return [span.start] }
    let iterator = try pool.borrow()
    defer { pool.giveBack(iterator) }
    var boundaries = [span.start]
    let status = text.bytes[span.range].withUnsafeBufferPointer { bytes -> Int32 in
      let status = svodka_breaks_set_text(iterator.pointer, bytes.baseAddress, Int64(bytes.count))
      guard status == 0 else { return status }
      while true {
        let next = svodka_breaks_next(iterator.pointer)
        if next < 0 { return 0 }
        boundaries.append(span.start + Int(next))
      }
    }
    guard status == 0 else {
      throw AnalysisError(.textEngine, "ICU could not segment the text (error \(status))")
    }
    return boundaries
  }
}

/// An open break iterator.
///
/// `@unchecked`: the pointer is used by the one task that borrowed it from the pool, and the pool hands it to one task at a time under its lock.
private final class Iterator: @unchecked Sendable {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { svodka_breaks_close(pointer) }
}

private final class IteratorPool: Sendable {
  private let unit: Segmenter.Unit
  private let locale: String
  private let idle = Mutex<[Iterator]>([])

  init(unit: Segmenter.Unit, locale: String) {
    self.unit = unit
    self.locale = locale
  }

  func open() throws(AnalysisError) -> Iterator {
    var error: Int32 = 0
    guard let pointer = svodka_breaks_open(unit.rawValue, locale, &error) else {
      throw AnalysisError(.textEngine, "ICU has no segmenter for the locale '\(locale)' (error \(error))")
    }
    return Iterator(pointer)
  }

  func borrow() throws(AnalysisError) -> Iterator {
    if let iterator = idle.withLock({ $0.popLast() }) { return iterator }
    return try open()
  }

  func giveBack(_ iterator: Iterator) { idle.withLock { $0.append(iterator) } }
}
