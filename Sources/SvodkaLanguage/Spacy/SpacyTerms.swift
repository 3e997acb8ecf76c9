import SvodkaKit
import SvodkaResources
import Synchronization

/// What a pipeline says, in the words of Universal Dependencies: the table `Tables/spacy.terms.yaml`.
final class SpacyTerms: Sendable {
  private struct Table: Decodable {
    var nominal: [String]
    var tags: [String: String]
    var features: [String: String]
    var relations: [String: [String]]
  }

  /// What a part of speech and its features depend on.
  private struct Word: Hashable {
    var tag: String
    var pos: String
    var morph: String
  }

  private let nominal: Set<String>
  private let tags: [String: String]
  private let features: [Substring: String]
  private let relations: [String: [String]]
  /// By part of speech, what goes before `relations`.
  private let relationsByPOS: [String: [String: [String]]]
  private let seen = Mutex<[Word: Morph]>([:])

  /// Reads the part of a language; one that has none gets the part `default`.
  ///
  /// - Throws: `R101` and `P101`…`P103` when the table cannot be read, `R102` when it lacks the part `default`.
  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let path = "Tables/spacy.terms.yaml"
    let tables = try resources.decode([String: Table].self, from: path, of: "SvodkaLanguage")
    guard let table = tables[language] ?? tables["default"] else {
      throw AnalysisError(.brokenResource, "there is no part 'default'", location: .init(path: path))
    }
    nominal = Set(table.nominal)
    tags = table.tags
    features = Dictionary(
      table.features.map { (Substring($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    relations = table.relations
    var byPOS: [String: [String: [String]]] = [:]
    for (name, terms) in table.relations {
      let parts = name.split(separator: "/")
      if parts.count == 2 { byPOS[String(parts[1]), default: [:]][String(parts[0])] = terms }
    }
    relationsByPOS = byPOS
  }

  /// The part of speech and features of a token.
  func morph(_ analysis: SpacyAnalysis) -> Morph {
    let word = Word(tag: analysis.tag, pos: analysis.pos, morph: analysis.morph)
    return seen.withLock { seen in
      if let morph = seen[word] { return morph }
      if seen.count > 1 << 12 { seen.removeAll() }
      let morph = translated(analysis)
      seen[word] = morph
      return morph
    }
  }

  private func translated(_ analysis: SpacyAnalysis) -> Morph {
    let tag = tags[analysis.tag] ?? analysis.pos
    var kept = analysis.morph
    if analysis.morph.split(separator: "|").contains(where: { features[$0] != nil }) {
      let mapped = analysis.morph.split(separator: "|").map { features[$0] ?? String($0) }
      kept = Set(mapped).filter { !$0.isEmpty }.sorted().joined(separator: "|")
    }
    return Morph(
      tag: tag.isEmpty ? "X" : tag, features: kept,
      native: analysis.tag.isEmpty || analysis.tag == tag ? nil : analysis.tag)
  }

  /// The relation of token `i`, as UD has it for the word.
  ///
  /// - Parameters:
  ///   - i: a token.
  ///   - heads: the head of every token; a root is its own.
  ///   - analyses: what is known of every token.
  /// - Returns: the relation of UD.
  func relation(of i: Int, heads: [Int32], _ analyses: [SpacyAnalysis]) -> String {
    let native = analyses[i].relation
    guard let terms = relationsByPOS[analyses[i].pos]?[native] ?? relations[native], let first = terms.first else {
      return native.isEmpty ? "dep" : native
    }
    guard terms.count > 1 else { return first }
    var head = Int(heads[i])
    while relations[analyses[head].relation]?.first == "case", heads[head] != head { head = Int(heads[head]) }
    return nominal.contains(analyses[head].pos) ? terms[1] : first
  }
}
