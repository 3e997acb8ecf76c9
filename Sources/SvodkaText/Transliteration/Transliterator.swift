public import SvodkaKit

/// Writes Cyrillic in Latin letters, or turns it back, by ICU's rule engine.
///
/// The shipped rules know no context beyond a word, so that words are converted once and then remembered: text goes at
/// the speed of a table. A user's own rules see whole lines. Any number of tasks may use one transliterator: each
/// borrows an engine from a pool.
public struct Transliterator: Sendable {
  private let pool: TransliterationPool

  /// Opens a shipped scheme.
  ///
  /// - Parameters:
  ///   - scheme: The scheme.
  ///   - language: Whose Cyrillic it is, as an ISO 639 code.
  ///   - reversed: True for Latin to Cyrillic.
  ///   - resources: Where `Tables/transliteration/SCHEME.LANGUAGE.txt` is found.
  /// - Throws: `C101` when the scheme cannot be turned back, `R101` when there is no table for the language.
  public init(
    _ scheme: TransliterationScheme, language: String = "ru", reversed: Bool = false, resources: any ResourceProvider
  ) throws(AnalysisError) {
    if reversed, !scheme.isReversible {
      let others = TransliterationScheme.allCases.filter(\.isReversible).map(\.rawValue).joined(separator: ", ")
      throw AnalysisError(
        .badArgument,
        "the scheme '\(scheme.rawValue)' writes different letters alike and cannot be reversed: use \(others)")
    }
    let (rules, file) = try resources.read(
      "Tables/transliteration/\(scheme.rawValue).\(language).txt", of: "SvodkaText")
    pool = try TransliterationPool(rules: rules, file: file, reversed: reversed, cut: reversed ? .latinWords : .words)
  }

  /// Opens rules of one's own, in the syntax of ICU's transform rules, as UTF-8.
  ///
  /// - Parameters:
  ///   - rules: The rules; `#` starts a comment.
  ///   - file: The file they come from, for messages.
  ///   - reversed: True for the other direction of `<>` and `<` rules.
  /// - Throws: `R102` with line and column for what is no rule, and for rules nested deeper than 12 parentheses or sets or longer
  ///   than 16,384 characters with their variables written out; `C101` when `reversed` is asked of rules without a way back.
  public init(rules: [UInt8], file: String, reversed: Bool = false) throws(AnalysisError) {
    if reversed, !Self.hasWayBack(rules) {
      throw AnalysisError(
        .badArgument, "the rules have no way back: write '<>' or '<' instead of '>' where a rule can be reversed",
        location: SourceLocation(path: file))
    }
    do throws(TransliterationRuleGuard.Problem) {
      try TransliterationRuleGuard.check(rules)
    } catch {
      throw AnalysisError(
        .brokenResource, error.message, location: SourceLocation(path: file, line: error.line, column: error.column))
    }
    pool = try TransliterationPool(rules: rules, file: file, reversed: reversed, cut: .lines)
  }

  /// Converts a text. What the rules do not name stays as it is; Latin letters are left alone.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text in the other script.
  /// - Throws: `A106` when ICU fails.
  public func transliterate(_ text: String) throws(AnalysisError) -> String {
    let engine = try pool.borrow()
    defer { pool.giveBack(engine) }
    var text = text
    var result: [UInt8] = []
    let status = text.withUTF8 { bytes -> Int32 in
      result.reserveCapacity(bytes.count + bytes.count / 8)
      return engine.convert(bytes, into: &result)
    }
    guard status == 0 else {
      throw AnalysisError(.textEngine, "ICU could not transliterate the text (\(engine.errorName(status)))")
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// True when a rule outside comments and quotation has a `<`.
  private static func hasWayBack(_ rules: [UInt8]) -> Bool {
    var (inComment, inQuotes) = (false, false)
    for byte in rules {
      switch byte {
      case UInt8(ascii: "\n"): (inComment, inQuotes) = (false, false)
      case UInt8(ascii: "#") where !inQuotes: inComment = true
      case UInt8(ascii: "'") where !inComment: inQuotes.toggle()
      case UInt8(ascii: "<") where !inComment && !inQuotes: return true
      default: break
      }
    }
    return false
  }
}
