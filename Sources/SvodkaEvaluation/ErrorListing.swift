import SvodkaKit

/// What an analyzer got wrong, with its place in the text, sorted by the kind of error.
public struct ErrorListing: Sendable {
  /// One error.
  public struct Entry: Sendable, Hashable {
    /// `wrong low, high`, `wrong place`, `missed`, `extra`, or `detail qualifier`.
    public var kind: String
    /// The document's id.
    public var document: String
    /// What gold has, in one line; nil for an extra finding.
    public var gold: String?
    /// What the analyzer has, in one line; nil for missed gold.
    public var found: String?
    /// The text around, with the place in question between ⟦ and ⟧.
    public var context: String
  }

  /// The errors: half right, missed, extra, wrong details; within a kind in the order of the documents.
  public let entries: [Entry]

  /// Lists the errors of an evaluation; `context` is the number of scalars shown on each side.
  public init(_ evaluation: Evaluation, names: NameLikeness, context: Int = 60) {
    let rules = FieldRules(comparison: evaluation.comparison, mode: evaluation.mode, names: names)
    var entries: [Entry] = []
    for document in evaluation.documents {
      entries += Self.entries(document, rules: rules, context: context)
    }
    self.entries = entries.enumerated().sorted { a, b in
      (Self.rank(a.element.kind), a.element.kind, a.offset) < (Self.rank(b.element.kind), b.element.kind, b.offset)
    }.map(\.element)
  }

  private static func rank(_ kind: String) -> Int {
    if kind.hasPrefix("wrong") { return 0 }
    return kind == "missed" ? 1 : kind == "extra" ? 2 : 3
  }

  private static func entries(
    _ document: Evaluation.ScoredDocument, rules: FieldRules, context: Int
  ) -> [Entry] {
    let text = ScalarText(document.gold.text)
    let comparison = rules.comparison
    var entries: [Entry] = []
    var extra = document.score.extra
    func entry(_ kind: String, gold: Record?, found: Record?) -> Entry {
      Entry(
        kind: kind, document: document.gold.id, gold: gold.map { line($0, comparison) },
        found: found.map { line($0, comparison) },
        context: (gold?.place ?? found?.place).map { surroundings($0, text, context) } ?? "")
    }
    for index in document.score.missed {
      let gold = document.gold.records[index]
      let wrong = { (found: Record) in comparison.identity.filter { !rules.isSame($0, found, gold) }.map(\.key) }
      let near = extra.filter { rules.overlap(document.found[$0], gold) || wrong(document.found[$0]).count <= 1 }
      guard let best = near.min(by: { wrong(document.found[$0]).count < wrong(document.found[$1]).count }) else {
        entries.append(entry("missed", gold: gold, found: nil))
        continue
      }
      extra.removeAll { $0 == best }
      let fields = wrong(document.found[best])
      entries.append(
        entry(
          "wrong " + (fields.isEmpty ? "place" : fields.joined(separator: ", ")), gold: gold,
          found: document.found[best]))
    }
    for index in extra { entries.append(entry("extra", gold: nil, found: document.found[index])) }
    for (pair, wrong) in zip(document.score.right, document.score.wrongDetails) {
      let (gold, found) = (document.gold.records[pair.gold], document.found[pair.found])
      for key in wrong {
        var entry = entry("detail \(key)", gold: nil, found: nil)
        entry.gold = "\(key) \(said(gold.value(key))) «\(gold.quote)»"
        entry.found = said(found.value(key))
        entry.context = gold.place.map { surroundings($0, text, context) } ?? ""
        entries.append(entry)
      }
    }
    return entries
  }

  private static func line(_ record: Record, _ comparison: Comparison) -> String {
    comparison.identity.map { said(record.value($0.key)) }.joined(separator: " ") + " «\(record.quote)»"
  }

  private static func said(_ value: JSONValue?) -> String {
    guard let value else { return "–" }
    let names = Record.names(value)
    return names.isEmpty ? value.json() : names.joined(separator: " = ")
  }

  private static func surroundings(_ place: Range<Int>, _ text: ScalarText, _ width: Int) -> String {
    let place = place.clamped(to: 0..<text.count)
    let (start, end) = (max(0, place.lowerBound - width), min(text.count, place.upperBound + width))
    let line =
      (start > 0 ? "…" : "") + text[start..<place.lowerBound] + "⟦" + text[place] + "⟧"
      + text[place.upperBound..<end] + (end < text.count ? "…" : "")
    return String(line.map { $0.isNewline ? " " : $0 })
  }
}
