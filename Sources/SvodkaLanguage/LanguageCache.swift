public import SvodkaKit
import Synchronization

/// What is made once a language, at its first use: lexicons, segmenters, models.
public final class LanguageCache<Value: Sendable>: Sendable {
  private let make: @Sendable (String) throws(AnalysisError) -> Value
  private let made = Mutex<[String: Result<Value, AnalysisError>]>([:])

  /// Makes an empty cache over a function of the language code.
  public init(_ make: @escaping @Sendable (String) throws(AnalysisError) -> Value) { self.make = make }

  /// The value for a language; an error in making it is remembered too.
  ///
  /// The first caller makes it and the others wait, since two copies of a lexicon would cost more than the wait.
  public func value(for language: String) throws(AnalysisError) -> Value {
    let result = made.withLock { made -> Result<Value, AnalysisError> in
      if let known = made[language] { return known }
      let fresh: Result<Value, AnalysisError>
      do throws(AnalysisError) { fresh = .success(try make(language)) } catch { fresh = .failure(error) }
      made[language] = fresh
      return fresh
    }
    return try result.get()
  }
}
