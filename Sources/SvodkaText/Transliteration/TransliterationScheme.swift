/// The ways of writing Cyrillic in Latin letters that are shipped, one file of rules each and language.
public enum TransliterationScheme: String, CaseIterable, Sendable {
  /// BGN/PCGN 1947, as maps and agencies have it: Yelʹtsin.
  case bgn
  /// ISO 9:1995, which is GOST 7.79-2000, system A: a letter for a letter, Elʹcin. Can be turned back.
  case iso9
  /// GOST 7.79-2000, system B: ASCII alone, El`cin. Can be turned back.
  case gost779b
  /// ICAO Doc 9303, as in passports: Eltsin.
  case icao
  /// The tables of the American Library Association and the Library of Congress: Elʹt͡sin.
  case alaLC = "ala-lc"
  /// What newspapers print: Yeltsin.
  case press

  /// True when the Latin text can be turned back into the same Cyrillic.
  public var isReversible: Bool { self == .iso9 || self == .gost779b }
}
