import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Which of a document's entities are counted: by type and count, without those on an exclusion list, with those of a user's gazetteer.
struct EntitySelection: Sendable {
  let types: Set<String>
  let minimum: Int
  /// Keys of names that are left out.
  let excluded: Set<String>
  let gazetteer: UserGazetteer?

  init(_ settings: EntityCounts.Settings, gazetteer: UserGazetteer?) throws(AnalysisError) {
    let known = EntityType.allCases.map(\.rawValue)
    // A user's own type is counted without being listed, as long as the list is the usual one.
    let own = Set(gazetteer?.rows.map(\.type) ?? []).subtracting(known)
    for type in settings.types where !known.contains(type) && !own.contains(type) {
      throw AnalysisError(
        .wrongValue,
        "entity-counts: there is no type '\(type)': expected one of " + (known + own.sorted()).joined(separator: ", "),
        step: EntityCounts.identity.name)
    }
    guard settings.minimum >= 1 else {
      throw AnalysisError(
        .wrongValue, "entity-counts: 'minimum' is \(settings.minimum): expected 1 or more",
        step: EntityCounts.identity.name)
    }
    let listed = Set(settings.types)
    types = listed.isSuperset(of: known) ? listed.union(own) : listed
    minimum = settings.minimum
    excluded = Set(settings.exclude.map(TokenKey.key))
    self.gazetteer = gazetteer
  }

  /// The findings that are kept, in the order of their first mention.
  func findings(_ all: [EntityFinding], in document: DocumentView) throws(AnalysisError) -> [EntityFinding] {
    var findings = all
    if let gazetteer {
      let tokens = try document(Tokens.layer)
      let matches = try gazetteer.matches(tokens, language: document.language)
      findings = joined(findings, matches, gazetteer, tokens, document)
    }
    return findings.filter { finding in
      types.contains(finding.type) && finding.count >= minimum && !isExcluded(finding)
    }
  }

  private func isExcluded(_ finding: EntityFinding) -> Bool {
    !excluded.isEmpty
      && ([finding.name] + finding.names.entries.map(\.name)).contains { excluded.contains(TokenKey.key($0)) }
  }

  /// A name of the gazetteer takes the place of what was found there, unless that is longer: the user's Wagner is not Richard Wagner.
  private func joined(
    _ findings: [EntityFinding], _ matches: [UserGazetteer.Match], _ gazetteer: UserGazetteer, _ tokens: [Token],
    _ document: DocumentView
  ) -> [EntityFinding] {
    var findings = findings
    let spans = findings.flatMap { $0.mentions.map(\.span) }.sorted { $0.start < $1.start }
    let index = RangeIndex(spans.map(\.range))
    var taken: [TextSpan] = []
    var own: [Int: [SpannedText]] = [:]
    for match in matches {
      let span = tokens[match.tokens.lowerBound].span.union(tokens[match.tokens.upperBound - 1].span)
      let there = index.overlapping(span.range).map { spans[$0] }
      guard !there.contains(where: { $0.length > span.length }) else { continue }
      taken += there
      own[match.row, default: []].append(document.text.spanned(span))
    }
    let gone = Set(taken)
    for k in findings.indices {
      let mentions = findings[k].mentions
      findings[k].mentions.removeAll { gone.contains($0.span) }
      findings[k].count = findings[k].mentions.count
      // Reasons stand in step with mentions.
      if let reasons = findings[k].joinedBy {
        var kept: [String?] = []
        for (mention, reason) in zip(mentions, reasons) where !gone.contains(mention.span) { kept.append(reason) }
        findings[k].joinedBy = kept
      }
    }
    findings.removeAll { $0.mentions.isEmpty }
    for (number, mentions) in own.sorted(by: { $0.key < $1.key }) {
      let row = gazetteer.rows[number]
      let key = TokenKey.key(row.name)
      // Who has this name and type already is the same one.
      if let known = findings.firstIndex(where: { finding in
        finding.type == row.type
          && ([finding.name] + finding.names.entries.map(\.name)).contains { TokenKey.key($0) == key }
      }) {
        let reasons = findings[known].joinedBy ?? findings[known].mentions.map { _ in nil }
        var all: [(mention: SpannedText, reason: String?)] = []
        for (mention, reason) in zip(findings[known].mentions, reasons) { all.append((mention, reason)) }
        for mention in mentions { all.append((mention, "gazetteer")) }
        all.sort { $0.mention.span.start < $1.mention.span.start }
        findings[known].mentions = all.map(\.mention)
        findings[known].joinedBy = all.map(\.reason)
        findings[known].count = all.count
        continue
      }
      findings.append(
        EntityFinding(
          id: "u" + String(StableHash.fnv1a("\(row.type) \(key)".utf8), radix: 16), name: row.name,
          names: LocalNames([.init(language: document.language, name: row.name)]), type: row.type,
          count: mentions.count, mentions: mentions, ambiguousWith: [], actor: nil, joinedBy: mentions.map { _ in nil })
      )
    }
    return findings.sorted { ($0.mentions[0].span.start, $0.id) < ($1.mentions[0].span.start, $1.id) }
  }
}
