import SvodkaKit
import Synchronization

/// Engines over the same rules that no task uses just now.
final class TransliterationPool: Sendable {
  private let rules: [UInt8]
  private let file: String
  private let reversed: Bool
  private let cut: TransliterationEngine.Cut
  private let idle = Mutex<[TransliterationEngine]>([])

  /// Opens a first engine, so that broken rules are told at once.
  init(rules: [UInt8], file: String, reversed: Bool, cut: TransliterationEngine.Cut) throws(AnalysisError) {
    self.rules = rules
    self.file = file
    self.reversed = reversed
    self.cut = cut
    giveBack(try open())
  }

  private func open() throws(AnalysisError) -> TransliterationEngine {
    switch TransliterationEngine.open(rules: rules, reversed: reversed, cut: cut) {
    case .success(let engine): return engine
    case .failure(let failure):
      var location = SourceLocation(path: file)
      if let offset = failure.offset { (location.line, location.column) = place(of: offset) }
      throw AnalysisError(
        .brokenResource, "the transliteration rules are broken here: write them in the syntax of ICU transform rules",
        location: location, cause: failure.name)
    }
  }

  /// Line and column, from 1, of a UTF-16 offset in the rules. ICU points behind the statement at fault or into it.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    var (line, column, units) = (1, 1, 0)
    for scalar in String(decoding: rules, as: UTF8.self).unicodeScalars {
      if units >= offset { break }
      units += UTF16.width(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return (line, column)
  }

  func borrow() throws(AnalysisError) -> TransliterationEngine {
    if let engine = idle.withLock({ $0.popLast() }) { return engine }
    return try open()
  }

  func giveBack(_ engine: TransliterationEngine) { idle.withLock { $0.append(engine) } }
}
