public import SvodkaKit

/// A name that the shipped tables know.
public struct KnownName: Sendable, Hashable {
  /// A stable key, the same in every language.
  public var key: String
  /// What it is the name of.
  public var type: EntityType
  /// The usual name by language code, in the order of the table's columns.
  public var names: [(language: String, name: String)]

  /// Makes a name.
  public init(key: String, type: EntityType, names: [(language: String, name: String)]) {
    (self.key, self.type, self.names) = (key, type, names)
  }

  /// By key and type.
  public static func == (a: KnownName, b: KnownName) -> Bool { a.key == b.key && a.type == b.type }
  /// By key and type.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(type)
  }
}

/// The names of places, bodies and people that the tables list, found in the forms of one language.
///
/// The tables `Tables/places.tsv`, `bodies.tsv` and `people.tsv` have a column a language, named in their first line,
/// and a row a name. In a cell stand the usual name and, after `|`, others. The first cell's first name is the row's key.
/// A name written with a capital is found only so, one in capitals only in capitals; a name in lower case is found
/// either way. A mark at the end of a name says how it is declined: `~plural`, `~adjective`, `~person`, `~fixed`.
public struct Gazetteer: Sendable {
  /// A name found in the text.
  public struct Match: Sendable {
    /// How many tokens it covers.
    public var count: Int
    /// The names that are written so; most often one.
    public var names: [KnownName]
    /// For each of `names`, the one of its forms in the nominative that was found: `UN` and not `United Nations`.
    public var written: [String]
  }

  private struct Form {
    var entry: Int
    /// The name as the table writes it.
    var written: Int
    /// Bit i is set when word i must begin with a capital.
    var capitals: UInt32
    /// Every word must be in capitals.
    var isUpper: Bool
  }

  private var entries: [KnownName] = []
  /// Places in `entries` by type and key.
  private var numbers: [EntityType: [String: Int]] = [:]
  private var forms: [String: [Form]] = [:]
  private var written: [String] = []
  /// The longest name, in words, that begins with a word.
  private var longest: [String: Int] = [:]

  /// The last words of people's names, in every form.
  private(set) var surnames: Set<String> = []
  /// The same and the first words of names, by hash: most words of a text are neither.
  private var known = WordBits()
  private static let opens: UInt32 = 1
  private static let isSurname: UInt32 = 2

  /// True for the last word of people's names, by its hash.
  func isSurname(_ hash: UInt64) -> Bool { known[hash] & Self.isSurname != 0 }

  /// How names are declined in this language.
  public let inflection: Inflection

  /// Reads the tables for one language.
  ///
  /// - Throws: `R101`, `R102` when a table is missing or broken.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    inflection = try Inflection(language: language, resources: resources)
    for (table, type) in [("places", EntityType.location), ("bodies", .organization), ("people", .person)] {
      let (bytes, file) = try resources.read("Tables/\(table).tsv", of: "SvodkaLanguage")
      try add(bytes, file: file, type: type, language: language)
    }
  }

  /// Makes a gazetteer of names given one by one, each with the forms under which it is found, marked as in the tables.
  ///
  /// - Throws: `R101`, `R102` when the table of the language's endings is missing or broken.
  public init(
    _ names: [(name: KnownName, forms: [String])], language: String, resources: any ResourceProvider
  ) throws(AnalysisError) {
    inflection = try Inflection(language: language, resources: resources)
    for (name, forms) in names {
      entries.append(name)
      for form in forms { add(Array(form.utf8)[...], entry: entries.count - 1, type: name.type) }
    }
  }

  private mutating func add(
    _ bytes: [UInt8], file: String, type: EntityType, language: String
  ) throws(AnalysisError) {
    var columns: [String] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if columns.isEmpty {
        columns = cells.map { String(decoding: $0, as: UTF8.self) }
        continue
      }
      guard cells.count == columns.count, !cells[0].isEmpty else {
        throw AnalysisError(
          .brokenResource, "expected \(columns.count) cells divided by tabs, found \(cells.count)",
          location: .init(path: file, line: number))
      }
      var known = KnownName(key: "", type: type, names: [])
      for (column, cell) in zip(columns, cells) where !cell.isEmpty {
        let first = Self.unmarked(cell.prefix { $0 != 0x7C })
        known.names.append((column, String(decoding: first.name, as: UTF8.self)))
      }
      known.key = TokenKey.key(known.names[0].name)
      numbers[type, default: [:]][known.key] = entries.count
      entries.append(known)
      for (column, cell) in zip(columns, cells) where column == language {
        for name in cell.split(separator: 0x7C) { add(name, entry: entries.count - 1, type: type) }
      }
    }
  }

  /// The name of a key; nil when the tables have none.
  func name(key: String, type: EntityType) -> KnownName? { numbers[type]?[key].map { entries[$0] } }

  private static func unmarked(_ name: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, mark: ArraySlice<UInt8>) {
    guard let mark = name.firstIndex(of: 0x7E) else { return (name, []) }
    return (name[..<mark], name[(mark + 1)...])
  }

  private mutating func add(_ marked: ArraySlice<UInt8>, entry: Int, type: EntityType) {
    let (name, mark) = Self.unmarked(marked)
    var keys: [String] = []
    written.append(String(decoding: name, as: UTF8.self))
    var form = Form(entry: entry, written: written.count - 1, capitals: 0, isUpper: true)
    for word in Self.words(name) {
      let (key, shape) = TokenKey.make(word)
      if shape != .lower && shape != .none { form.capitals |= 1 << UInt32(min(keys.count, 31)) }
      if shape != .upper { form.isUpper = false }
      keys.append(key)
    }
    guard let first = keys.first else { return }
    let head: Inflection.WordClass =
      switch String(decoding: mark, as: UTF8.self) {
      case "plural": .plural
      case "adjective": .adjective
      case "person": .person
      case "fixed": .fixed
      default: form.isUpper ? .fixed : type == .person ? .person : .noun
      }
    let phrases = head == .fixed ? [keys] : inflection.forms(ofPhrase: keys, head: head)
    for phrase in phrases {
      if type == .person, phrase.count > 1, let last = phrase.last {
        surnames.insert(last)
        known.add(Self.isSurname, to: last)
      }
      forms[phrase.joined(separator: " "), default: []].append(form)
      let start = phrase.first ?? first
      known.add(Self.opens, to: start)
      if longest[start, default: 0] < phrase.count { longest[start] = phrase.count }
    }
  }

  /// The words of a name as the tokenizer cuts them: at blanks, and before and after an apostrophe that ends a word.
  private static func words(_ name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    for word in name.split(separator: 0x20) {
      if word.last == 0x27 {
        words.append(word.dropLast())
        words.append(word.suffix(1))
      } else if word.suffix(2).elementsEqual([0x27, 0x73]) {
        words.append(word.dropLast(2))
        words.append(word.suffix(2))
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// The longest name that begins at a token; nil when there is none.
  ///
  /// With `anyCase` capitals are not asked for, as in headlines that are all capitals.
  public func match(_ tokens: [Token], at start: Int, end: Int, anyCase: Bool = false) -> Match? {
    guard known[tokens[start].key] & Self.opens != 0, let most = longest[tokens[start].key] else { return nil }
    var text = tokens[start].key
    var best: Match?
    var count = 1
    while true {
      if let candidates = forms[text] {
        let names = candidates.filter { fits($0, tokens[start..<(start + count)], anyCase) }
        if !names.isEmpty {
          best = Match(count: count, names: [], written: [])
          for name in names where best?.names.contains(entries[name.entry]) == false {
            best?.names.append(entries[name.entry])
            best?.written.append(written[name.written])
          }
        }
      }
      guard count < most, start + count < end else { return best }
      text += " " + tokens[start + count].key
      count += 1
    }
  }

  private func fits(_ form: Form, _ tokens: ArraySlice<Token>, _ anyCase: Bool) -> Bool {
    for (i, token) in tokens.enumerated() {
      guard form.capitals & (1 << UInt32(min(i, 31))) != 0 else { continue }
      switch token.shape {
      case .upper: continue
      case .title:
        // One letter in capitals has the shape of a capitalised word.
        if form.isUpper && token.key.unicodeScalars.count > 1 { return false }
      case .mixed: if form.isUpper { return false }
      case .lower, .none: if !anyCase && token.kind == .word { return false }
      }
    }
    return true
  }
}
