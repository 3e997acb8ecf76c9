import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// Names that a user wants counted, whatever else finds them: a file of lines `TYPE<tab>name|another name`.
///
/// The first name is the one by which the entity is called. Names are found in every case of Russian, with a capital where the
/// file has one. A type may be one of the user's own, in capitals. Lines that begin with `#` are comments.
struct UserGazetteer: Sendable {
  /// A name found in the text.
  struct Match {
    var tokens: Range<Int>
    var row: Int
  }

  /// One line of the file.
  struct Row: Sendable {
    var type: String
    var name: String
    var forms: [String]
  }

  let rows: [Row]
  private let gazetteers: LanguageCache<Gazetteer>

  /// Reads the bytes of a file.
  ///
  /// - Throws: `R102` for the first line that is none of a gazetteer's.
  init(_ bytes: [UInt8], file: String, resources: any ResourceProvider) throws(AnalysisError) {
    var rows: [Row] = []
    var lines: [String: Int] = [:]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.allSatisfy(\.isWhitespace) || text.hasPrefix("#") { continue }
      let location = SourceLocation(path: file, line: number + 1)
      let row = try Self.row(text, at: location)
      if let first = lines.updateValue(number + 1, forKey: row.type + " " + TokenKey.key(row.name)) {
        throw AnalysisError(
          .brokenResource, "'\(row.name)' stands in line \(first) too: give all its forms in one line",
          location: location)
      }
      rows.append(row)
    }
    let all = rows
    self.rows = all
    gazetteers = LanguageCache { (language) throws(AnalysisError) in
      try Gazetteer(
        all.enumerated().map { number, row in
          let type = EntityType(rawValue: row.type) ?? .organization
          return (KnownName(key: String(number), type: type, names: []), row.forms)
        }, language: language, resources: resources)
    }
  }

  private static func row(_ text: String, at location: SourceLocation) throws(AnalysisError) -> Row {
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed($0) }
    guard cells.count == 2 else {
      throw AnalysisError(
        .brokenResource, "expected a type, a tab and names divided by '|', found \(cells.count) cells divided by tabs",
        location: location)
    }
    guard cells[0].utf8.count > 1, cells[0].unicodeScalars.allSatisfy({ $0.properties.isUppercase || $0 == "_" }) else {
      throw AnalysisError(
        .brokenResource, "'\(cells[0])' is no type: expected PER, LOC, ORG or one of your own in capitals, as WEAPON",
        location: location)
    }
    let forms = cells[1].split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    guard !forms.contains("") else {
      throw AnalysisError(.brokenResource, "a name is empty: expected names divided by '|'", location: location)
    }
    return Row(type: cells[0], name: forms[0], forms: forms)
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.last == " " { rest.removeLast() }
    return String(rest.drop { $0 == " " })
  }

  /// The names in the tokens of a text, the longest at each place.
  func matches(_ tokens: [Token], language: String) throws(AnalysisError) -> [Match] {
    let gazetteer = try gazetteers.value(for: language)
    var found: [Match] = []
    var i = 0
    while i < tokens.count {
      guard let match = gazetteer.match(tokens, at: i, end: tokens.count), let row = Int(match.names[0].key) else {
        i += 1
        continue
      }
      found.append(Match(tokens: i..<(i + match.count), row: row))
      i += match.count
    }
    return found
  }
}
