public import SvodkaKit
import SvodkaResources
import SvodkaText
import Synchronization

/// The words of a report from the tables `report.LANGUAGE.yaml`, numbers and plural forms by ICU.
///
/// A table lies among the `Tables` of a target or the `Lexicons` of a plugin. A value is a text, or the forms of one by CLDR's
/// plural categories:
/// ```yaml
/// groups.documents: {one: "{n} документ", few: "{n} документа", many: "{n} документов", other: "{n} документа"}
/// ```
/// `{n}` is the number itself, other places are the caller's.
public final class LocalWording: ReportWording {
  /// The language, as an ISO 639 code.
  public let language: String
  private let numbers: NumberWording
  private let collator: Collator
  private let resources: any ResourceProvider
  private let tables = Mutex<[String: WordingTable]>([:])

  /// The languages that the program has tables for.
  public static let languages = ["en", "ru"]

  /// Opens the words of a language.
  ///
  /// - Throws: `C101` for a language without tables; `R101`, `P101`…`P103` when the program's own table is missing or broken.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    guard Self.languages.contains(language) else {
      throw AnalysisError(
        .badArgument, "there are no words in '\(language)': expected one of " + Self.languages.joined(separator: ", "))
    }
    self.language = language
    self.resources = resources
    numbers = try NumberWording(locale: language)
    collator = try Collator(locale: language)
    let own = try WordingTable(folder: "Tables", owner: "SvodkaReport", language: language, resources: resources)
    tables.withLock { $0["SvodkaReport"] = own }
  }

  /// The words under a key, in the form that goes with `count`; the key itself where there are none.
  public func text(_ key: String, of owner: String, count: Int?, _ places: [String: String]) -> String {
    guard let entry = table(of: owner)[key] else { return key }
    var text = entry.form(count.map { numbers.category(of: $0) } ?? .other)
    if let count { text = text.replacing("{n}", with: number(count)) }
    // In the order of the text, so that a place's value that looks like a place is left alone.
    return Self.filled(text, places)
  }

  private static func filled(_ text: String, _ places: [String: String]) -> String {
    guard !places.isEmpty else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      out += places[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  private func table(of owner: String) -> WordingTable {
    tables.withLock { tables in
      if let table = tables[owner] { return table }
      let table =
        (try? WordingTable(folder: "Lexicons", owner: owner, language: language, resources: resources))
        ?? (try? WordingTable(folder: "Tables", owner: owner, language: language, resources: resources))
        ?? WordingTable()
      tables[owner] = table
      return table
    }
  }

  /// `1,234`, «1 234».
  public func number(_ value: Int) -> String { numbers.text(Double(value)) }
  /// `1,234.5`, «1 234,5».
  public func number(_ value: Double, digits: Int) -> String { numbers.text(value, digits: digits) }
  /// By ICU's collation of the language; of words that are equal in it, by code points.
  public func precedes(_ a: String, _ b: String) -> Bool {
    let order = collator.compare(a, b)
    return order != 0 ? order < 0 : a < b
  }
}
