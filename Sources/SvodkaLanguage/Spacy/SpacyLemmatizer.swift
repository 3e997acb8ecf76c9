import SvodkaKit
import SvodkaResources
import Synchronization

/// Finds dictionary forms as the rule lemmatizers of spaCy 3 do: by endings, exceptions, and lists of the words that there are.
final class SpacyLemmatizer: Sendable {
  /// What a lemma depends on.
  private struct Word: Hashable {
    var text: UInt64
    var pos: String
    var morph: String
  }

  /// The tables of one part of speech.
  private struct Tables: Sendable {
    var index: SpacyLemmaTable?
    var exceptions: SpacyLemmaTable?
    var rules: [(ending: String, lemma: String)]

    /// Whether a form is in the index, can be no word since it has other characters than letters, or is unknown.
    enum Standing {
      case listed, noWord, unknown
    }

    var isEmpty: Bool { index?.isEmpty != false && exceptions?.isEmpty != false && rules.isEmpty }

    func standing(of form: String) -> Standing {
      if index?.contains(SpacyLemmaTables.hash(form)) == true { return .listed }
      return form.unicodeScalars.allSatisfy(PythonText.isLetter) ? .unknown : .noWord
    }
  }

  private let pack: ModelPack
  private let plan: SpacyLemmaPlan
  private let strings: SpacyStrings
  private let tables: [String: Tables]
  private let lookup: SpacyLemmaTable?
  private let seen = Mutex<[Word: String]>([:])

  /// Opens the tables of a pack.
  ///
  /// - Throws: `R103` for a broken pack, `R101` and `P101`…`P103` for the program's own table.
  init(
    _ pack: ModelPack, language: String, strings: SpacyStrings, resources: any ResourceProvider
  ) throws(AnalysisError) {
    self.pack = pack
    self.strings = strings
    plan = try SpacyLemmaPlan(language: language, resources: resources)
    lookup = try SpacyLemmaTable("lemmas.lookup", of: pack)
    var tables: [String: Tables] = [:]
    for tag in SpacyLemmaPlan.tags {
      let name = SpacyLemmaTables.section(of: strings.number(of: tag.lowercased()))
      let rules = pack.names.contains("lemmas.rules.\(name)") ? try pack.lines("lemmas.rules.\(name)") : []
      tables[tag] = Tables(
        index: try SpacyLemmaTable("lemmas.index.\(name)", of: pack),
        exceptions: try SpacyLemmaTable("lemmas.exc.\(name)", of: pack),
        rules: stride(from: 0, to: rules.count - 1, by: 2).map { (rules[$0], rules[$0 + 1]) })
    }
    self.tables = tables
  }

  /// The lemmas of the tokens of a text; one that a rule has given stays.
  func lemmas(of text: SpacyTokens, _ analyses: [SpacyAnalysis]) -> [String] {
    seen.withLock { seen in
      if seen.count > 1 << 15 { seen.removeAll(keepingCapacity: true) }
      return zip(text.tokens, analyses).map { token, analysis in
        if let lemma = analysis.lemma { return lemma }
        let form = text.forms[token.form]
        let word = Word(text: form.textID, pos: analysis.pos, morph: analysis.morph)
        if let lemma = seen[word] { return lemma }
        let lemma = lemma(of: form, analysis)
        seen[word] = lemma
        return lemma
      }
    }
  }

  private func lemma(of form: SpacyForm, _ analysis: SpacyAnalysis) -> String {
    if ["", "EOL", "SPACE"].contains(analysis.pos) { return form.lower }
    switch plan.order {
    case .rules:
      if plan.isBase(analysis) { return form.lower }
      guard let tables = tables[analysis.pos], !tables.isEmpty else {
        return analysis.pos == "PROPN" ? form.text : form.lower
      }
      return ruled(form, tables)
    case .dictionary:
      guard plan.ruled.contains(analysis.pos), let tables = tables[analysis.pos] else {
        return lookup?.values(of: form.textID).first ?? form.text
      }
      return listed(form, tables)
    }
  }

  /// Forms by rules, those in the index first, then exceptions before all of them.
  private func ruled(_ form: SpacyForm, _ tables: Tables) -> String {
    var found: [String] = []
    var unknown: [String] = []
    for candidate in candidates(form.lower, tables) {
      switch tables.standing(of: candidate) {
      case .listed: found.insert(candidate, at: 0)
      case .noWord: found.append(candidate)
      case .unknown: unknown.append(candidate)
      }
    }
    for exception in tables.exceptions?.values(of: SpacyLemmaTables.hash(form.lower)) ?? []
    where !found.contains(exception) {
      found.insert(exception, at: 0)
    }
    return found.first ?? unknown.first ?? form.text
  }

  /// The form itself when it is in the index, then exceptions, then forms by rules, then the lookup table.
  private func listed(_ form: SpacyForm, _ tables: Tables) -> String {
    let lower = SpacyLemmaTables.hash(form.lower)
    if tables.index?.contains(lower) == true { return form.lower }
    if let exception = tables.exceptions?.values(of: lower).first { return exception }
    let candidates = candidates(form.lower, tables)
    return candidates.first { tables.standing(of: $0) != .unknown } ?? candidates.first
      ?? lookup?.values(of: form.lowerID).first ?? form.lower
  }

  private func candidates(_ lower: String, _ tables: Tables) -> [String] {
    tables.rules.compactMap { ending, lemma in
      guard lower.utf8.count >= ending.utf8.count, lower.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      else { return nil }
      let candidate = String(decoding: lower.utf8.dropLast(ending.utf8.count), as: UTF8.self) + lemma
      return candidate.isEmpty ? nil : candidate
    }
  }
}
