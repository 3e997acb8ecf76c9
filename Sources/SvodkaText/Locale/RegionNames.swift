import CSvodkaICU

/// CLDR's names of countries and territories, through ICU.
public enum RegionNames {
  /// The two-letter codes of ISO 3166-1 that ICU knows, in alphabetical order.
  public static let regions: [String] = {
    var codes: [String] = []
    while let code = svodka_region_code(Int32(codes.count)) { codes.append(String(cString: code)) }
    return codes
  }()

  /// The name of a region (`RU`, or a UN M49 number such as `150`) in a language. Nil when CLDR has none.
  ///
  /// It is the name as CLDR writes it on its own: «Россия», «Мьянма (Бирма)», "Myanmar (Burma)".
  public static func name(region: String, in locale: String) -> String? {
    var units = [UInt16](repeating: 0, count: 200)
    let length = svodka_region_name(region, locale, &units, Int32(units.count))
    guard length > 0, length <= units.count else { return nil }
    return String(decoding: units[..<Int(length)], as: UTF16.self)
  }
}
