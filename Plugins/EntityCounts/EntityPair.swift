public import SvodkaKit

/// Two entities that documents name together: in one sentence, or in sentences near one another.
public struct EntityPair: Codable, Sendable, Hashable, Comparable {
  /// The ids of the two, the smaller first.
  public var first: String
  /// The greater id.
  public var second: String
  /// By document, the number of sentences with which the two stand together.
  public var atoms: [EntitySummary.Atom]
  /// Sentences, by hash; at most ``KeptEvidence/most``.
  public var evidence: [KeptEvidence]

  /// By ids.
  public static func < (a: EntityPair, b: EntityPair) -> Bool { (a.first, a.second) < (b.first, b.second) }

  func merged(_ other: EntityPair) -> EntityPair? {
    guard first == other.first, second == other.second else { return nil }
    var both = self
    both.atoms = SortedUnion.of(atoms, other.atoms) { $0.document == $1.document ? max($0, $1) : nil }
    both.evidence = Array(SortedUnion.of(evidence, other.evidence).prefix(KeptEvidence.most))
    return both
  }

  /// Both lists as one; nil where neither was asked for.
  static func union(_ a: [EntityPair]?, _ b: [EntityPair]?) -> [EntityPair]? {
    guard let a, let b else { return a ?? b }
    return SortedUnion.of(a, b) { $0.merged($1) }
  }

  /// The pair without the documents for which `keeps` does not hold; nil where nothing is left.
  func keeping(documents keeps: (String) -> Bool) -> EntityPair? {
    var pair = self
    pair.atoms.removeAll { !keeps($0.document) }
    pair.evidence.removeAll { !keeps($0.quote.document) }
    return pair.atoms.isEmpty ? nil : pair
  }

  /// Sentences in all documents.
  public var count: Int { atoms.reduce(0) { $0 + $1.count } }
}

/// Finds which entities of a document stand together.
struct EntityWindows {
  /// Sentences that name more entities than this are lists, and say of no two that they belong together.
  static let most = 20

  let document: DocumentView
  let sentences: [TextSpan]
  /// How many sentences in a row count as together; 1 for the same sentence.
  let window: Int

  /// A pair counts once for each sentence that names one of the two while the other is named there or shortly before.
  func pairs(of findings: [EntityFinding]) -> [EntityPair] {
    let named = entities(findings)
    var pairs: [EntityPair] = []
    var places: [[Int]: Int] = [:]
    for (last, here) in named.enumerated() where !here.isEmpty {
      let before = (max(0, last - window + 1)..<last).map { ($0, named[$0]) }
      for (k, (a, mention)) in here.enumerated() {
        var others = here[(k + 1)...].map { (entity: $0.entity, sentence: last) }
        // What this sentence names as well has counted with it.
        for (sentence, there) in before.reversed() {
          for b in there.map(\.entity) where !here.contains(where: { $0.entity == b }) {
            if !others.contains(where: { $0.entity == b }) { others.append((b, sentence)) }
          }
        }
        for (b, from) in others where findings[a].id != findings[b].id {
          let ids = [findings[a].id, findings[b].id].sorted()
          let place = places[[min(a, b), max(a, b)]] ?? pairs.count
          if place == pairs.count {
            places[[min(a, b), max(a, b)]] = place
            pairs.append(
              EntityPair(
                first: ids[0], second: ids[1], atoms: [EntitySummary.Atom(document: document.id, count: 0)],
                evidence: []))
          }
          pairs[place].atoms[0].count += 1
          pairs[place].evidence.append(
            KeptEvidence(evidence(findings[a], mention, TextSpan(sentences[from].start, sentences[last].end))))
        }
      }
    }
    for k in pairs.indices {
      pairs[k].evidence = Array(Set(pairs[k].evidence).sorted().prefix(KeptEvidence.most))
    }
    return pairs.sorted()
  }

  /// By sentence, the findings that it names, each with its first mention there.
  private func entities(_ findings: [EntityFinding]) -> [[(entity: Int, mention: TextSpan)]] {
    var named: [[(entity: Int, mention: TextSpan)]] = sentences.map { _ in [] }
    for (entity, finding) in findings.enumerated() {
      for mention in finding.mentions {
        let after = sentences.partitioningIndex { $0.start > mention.span.start }
        guard after > 0, mention.span.start < sentences[after - 1].end else { continue }
        if named[after - 1].last?.entity != entity { named[after - 1].append((entity, mention.span)) }
      }
    }
    return named.map { $0.count > Self.most ? [] : $0 }
  }

  private func evidence(_ finding: EntityFinding, _ mention: TextSpan, _ span: TextSpan) -> ReportEvidence {
    ReportEvidence(
      document: document.id, sentence: document.text.spanned(span), finding: mention, label: finding.name,
      analyzer: EntityCounts.identity.name, id: finding.id)
  }
}

extension [TextSpan] {
  /// The first index for which a condition holds that holds for all behind it.
  fileprivate func partitioningIndex(_ holds: (TextSpan) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
