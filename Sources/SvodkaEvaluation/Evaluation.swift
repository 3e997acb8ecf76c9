public import SvodkaKit

/// The findings of an analyzer over a set of gold documents, scored.
public struct Evaluation: Sendable {
  /// One document with its score.
  public struct ScoredDocument: Sendable {
    /// The gold.
    public var gold: GoldDocument
    /// The findings; none where the output lacks the document.
    public var found: [Record]
    /// The score.
    public var score: DocumentScore
  }

  /// What made findings equal.
  public let comparison: Comparison
  /// How places were compared.
  public let mode: Comparison.Mode
  /// The documents in the order of gold.
  public let documents: [ScoredDocument]
  /// The documents of gold that the output lacks; their gold counts as missed.
  public let absent: [String]

  /// Scores findings against gold, joined by id.
  public init(
    gold: [GoldDocument], found: [FoundDocument], comparison: Comparison, mode: Comparison.Mode? = nil,
    names: NameLikeness
  ) {
    let mode = mode ?? comparison.mode
    let rules = FieldRules(comparison: comparison, mode: mode, names: names)
    let byID = Dictionary(found.map { ($0.id, $0.records) }) { first, _ in first }
    self.comparison = comparison
    self.mode = mode
    documents = gold.map { gold in
      let found = byID[gold.id] ?? []
      return ScoredDocument(
        gold: gold, found: found, score: DocumentScore(gold: gold.records, found: found, rules: rules))
    }
    absent = gold.map(\.id).filter { byID[$0] == nil }
  }

  /// The counts over all documents.
  public var total: Tally { documents.reduce(into: Tally()) { $0 += $1.score.tally } }

  /// The counts of each document, as intervals draw from them.
  public var tallies: [Tally] { documents.map(\.score.tally) }

  /// The 95 % interval of F1 over documents.
  public func interval(rounds: Int = 1000) -> ClosedRange<Double>? {
    Bootstrap(rounds: rounds).interval(of: tallies)
  }

  /// The counts by label: those that the comparison lists, then others, in alphabetic order.
  public var byLabel: [(label: String, tally: Tally)] {
    var tallies: [String: Tally] = [:]
    let label = { (record: Record) in record.fields[comparison.label]?.string ?? "–" }
    for document in documents {
      for pair in document.score.right { tallies[label(document.gold.records[pair.gold]), default: Tally()].right += 1 }
      let kept = document.score.right.map(\.found) + document.score.extra
      for index in kept { tallies[label(document.found[index]), default: Tally()].found += 1 }
      for record in document.gold.records where !record.isOptional {
        tallies[label(record), default: Tally()].gold += 1
      }
    }
    let listed = comparison.labels ?? []
    let others = tallies.keys.filter { !listed.contains($0) }.sorted()
    return (listed + others).map { ($0, tallies[$0] ?? Tally()) }
  }

  /// The mean of the labels' F1; a label without gold and findings counts as zero, as where it is not defined.
  public var macroF1: Double? {
    let labels = byLabel
    return labels.isEmpty ? nil : labels.reduce(0) { $0 + ($1.tally.f1 ?? 0) } / Double(labels.count)
  }

  /// The counts by a key of the gold rows, such as `lang` or `genre`, in alphabetic order.
  public func byGroup(_ key: String) -> [(group: String, tally: Tally, documents: [Tally])] {
    var groups: [String: [Tally]] = [:]
    for document in documents { groups[document.gold.group(by: key), default: []].append(document.score.tally) }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.reduce(Tally(), +), $0.value) }
  }

  /// The counts when a finding with a wrong label is taken for right.
  public var anyLabel: Tally {
    var tally = total
    tally.right = documents.reduce(0) { $0 + $1.score.rightButLabel }
    return tally
  }

  /// The counts when the details under `full` are asked for too; nil where there are none.
  public var inFull: Tally? {
    guard !comparison.full.isEmpty else { return nil }
    var tally = total
    tally.right = documents.reduce(0) { $0 + $1.score.rightInFull }
    return tally
  }

  /// For each detail, how often it agrees where a finding is right, and the same of what is given alone.
  public var details: [(key: String, share: Share, given: Tally)] {
    comparison.details.enumerated().map { index, field in
      (
        field.key, documents.reduce(into: Share()) { $0 += $1.score.details[index] },
        documents.reduce(into: Tally()) { $0 += $1.score.given[index] }
      )
    }
  }

  /// Of the documents in which there is nothing to find, those in which nothing was found.
  public var clean: Share {
    documents.reduce(into: Share()) { share, document in
      if document.gold.records.isEmpty { share.note(document.score.extra.isEmpty) }
    }
  }

  /// For findings with several places: how many have their label and exactly gold's places, in documents whose gold says what belongs together.
  public var wholes: Tally? {
    guard comparison.parts != nil else { return nil }
    var tally = Tally()
    for document in documents {
      let key = { (record: Record) -> String? in
        record.value("canonical")?.string ?? (record.fields["mentions"] != nil ? record.whole.map { "#\($0)" } : nil)
      }
      guard document.gold.records.contains(where: { key($0) != nil }) else { continue }
      let gold = Self.groups(document.gold.records, label: comparison.label) { key($0) ?? "" }
      let found = Self.groups(document.found, label: comparison.label) { $0.whole.map(String.init) ?? "" }
      tally += Tally(right: gold.intersection(found).count, found: found.count, gold: gold.count)
    }
    return tally.gold > 0 ? tally : nil
  }

  private struct Whole: Hashable {
    var label: JSONValue?
    var places: Set<Range<Int>>
  }

  private static func groups(_ records: [Record], label: String, by key: (Record) -> String) -> Set<Whole> {
    var groups: [String: Whole] = [:]
    for record in records {
      guard let place = record.place else { continue }
      let name = "\(record.fields[label]?.string ?? "")\u{0}\(key(record))"
      groups[name, default: Whole(label: record.fields[label], places: [])].places.insert(place)
    }
    return Set(groups.values)
  }
}
