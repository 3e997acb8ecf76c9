import SvodkaKit
import SvodkaLanguage

/// Reads names of bodies by their parts: what kind it is, and whose. «Минобороны РФ» and Russian Defense Ministry are one.
struct BodyNames: Sendable {
  /// A body of a kind that many states have.
  struct Body: Sendable, Hashable {
    /// The kind, by its first English name.
    var kind: String
    /// The key of the place whose it is.
    var owner: String

    /// The same in every language.
    var key: String { "body \(kind) of \(owner)" }
  }

  private let language: String
  private let grammar: NameGrammar
  /// The kinds, by every form of their names.
  private var kinds: [String: String] = [:]
  private var longest = 1
  private let demonyms: DemonymTable
  /// The usual name of each kind in this language, in the nominative.
  private(set) var names: [String: String] = [:]

  /// The table of a language, read once by all who share the resources.
  static func shared(language: String, resources: any ResourceProvider) throws(AnalysisError) -> BodyNames {
    try resources.shared(language) { () throws(AnalysisError) in
      try BodyNames(language: language, resources: resources)
    }
  }

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    self.language = language
    grammar = try NameGrammar.shared(language: language, resources: resources)
    demonyms = try DemonymTable(language: language, resources: resources)
    let table = try TabbedTable("Tables/body-kinds.tsv", of: "SvodkaNames", resources)
    guard let column = table.columns.firstIndex(of: language) else { return }
    for row in table.rows {
      let kind = TokenKey.key(String(row[0].prefix { $0 != "|" }))
      for (place, marked) in row[column].split(separator: "|").enumerated() {
        let parts = marked.split(separator: "~")
        guard let name = parts.first.map(String.init) else { continue }
        if place == 0 { names[kind] = name }
        let words = name.split(separator: " ").flatMap { Self.tokens(String($0)) }
        let head: Inflection.WordClass =
          switch parts.dropFirst().first {
          case "plural": .plural
          case "fixed": .fixed
          default: name.count > 1 && name == name.uppercased() ? .fixed : .noun
          }
        for form in grammar.inflection.forms(ofPhrase: words, head: head) {
          kinds[form.joined(separator: " ")] = kind
          longest = max(longest, form.count)
        }
      }
    }
  }

  /// The keys of a word as the tokenizer cuts it.
  private static func tokens(_ word: String) -> [String] {
    guard word.hasSuffix("'s") else { return [TokenKey.key(word)] }
    return [TokenKey.key(String(word.dropLast(2))), "'s"]
  }

  /// The body that tokens without marks name; nil where they name none by its parts, or more than one.
  func body(_ tokens: ArraySlice<Token>) -> Body? {
    guard tokens.count > 1 else { return nil }
    for count in stride(from: min(longest, tokens.count - 1), through: 1, by: -1) {
      for start in tokens.startIndex...(tokens.endIndex - count) {
        guard let kind = kinds[tokens[start..<(start + count)].map(\.key).joined(separator: " ")] else { continue }
        let (before, after) = (tokens[..<start], tokens[(start + count)...])
        guard before.isEmpty != after.isEmpty,
          let owner = before.isEmpty ? place(after) : place(before) ?? demonyms.place(before.map(\.key))
        else { continue }
        return Body(kind: kind, owner: owner)
      }
    }
    return nil
  }

  /// The key of a place that stands alone there, but for `of the` before it and `'s` behind it.
  private func place(_ tokens: ArraySlice<Token>) -> String? {
    var tokens = tokens
    while let first = tokens.first, demonyms.isLink(first.key) { tokens = tokens.dropFirst() }
    if let last = tokens.last, demonyms.isLink(last.key) { tokens = tokens.dropLast() }
    let found = grammar.known(tokens).filter { $0.name.type == .location }
    return found.count == 1 ? found[0].name.key : nil
  }

  // MARK: - Names of bodies

  /// What a body is called in this language: Foreign Ministry of Syria, «Министерство иностранных дел Сирии».
  func name(of body: Body) -> String? {
    guard let kind = names[body.kind],
      let owner = grammar.name(key: body.owner, type: .location)?.names.first(where: { $0.language == language })?.name
    else { return nil }
    if let link = demonyms.link { return "\(kind) \(link) \(owner)" }
    guard let genitive = genitive(of: owner) else { return "\(kind) (\(owner))" }
    return "\(kind) \(genitive)"
  }

  /// The second case, with the capitals of the first; nil of a plural, which the tables do not tell from another word.
  private func genitive(of name: String) -> String? {
    if name == name.uppercased() { return name }
    var words: [String] = []
    let all = name.split(separator: " ").map(String.init)
    for (i, word) in all.enumerated() {
      let key = TokenKey.key(word)
      let isAdjective = i + 1 < all.count
      let cases = grammar.inflection.cases(of: key, as: isAdjective ? .adjective : .noun)
      guard cases.count > 1, let form = cases[1].first, form != key else { return nil }
      words.append(form.prefix(1).uppercased() + form.dropFirst())
    }
    return words.joined(separator: " ")
  }
}
