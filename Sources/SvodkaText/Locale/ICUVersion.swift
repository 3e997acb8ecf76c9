import CSvodkaICU

/// The versions of the ICU library in use.
public enum ICUVersion {
  /// ICU's own, such as `72.1`.
  public static let icu = string(svodka_icu_version)
  /// The version of Unicode that ICU implements, such as `15.0`.
  public static let unicode = string(svodka_unicode_version)

  private static func string(_ fill: (UnsafeMutablePointer<CChar>) -> Void) -> String {
    var buffer = [CChar](repeating: 0, count: 20)
    fill(&buffer)
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
