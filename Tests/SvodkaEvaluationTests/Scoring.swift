import SvodkaEvaluation
import SvodkaKit
import SvodkaResources

/// Gold and findings written as short lines, scored.
enum Scoring {
  /// Figures, as simply as tests need them.
  static let figures: Comparison = {
    var comparison = Comparison(
      identity: [.init("kind"), .init("low")], label: "kind", mode: .overlap,
      details: [.init("by", .name()), .init("who", .name(ignoringGeneric: true)), .init("subset_of", .reference)])
    comparison.full = ["by"]
    comparison.replacedBy = "superseded_by"
    comparison.nothing = [.init("low", 0)]
    return comparison
  }()

  /// Stances.
  static let stances = Comparison(
    identity: [.init("holder", .name(alternatives: ["holder_alt"])), .init("label")], label: "label", mode: .type)

  /// Mentions.
  static let mentions: Comparison = {
    var comparison = Comparison(identity: [.init("type")], label: "type", mode: .exact)
    comparison.labels = ["PER", "LOC"]
    comparison.place = "text"
    comparison.parts = "mentions"
    return comparison
  }()

  static func names() throws -> NameLikeness { try NameLikeness(resources: ResourceLoader()) }

  static func gold(_ rows: [String], _ comparison: Comparison) throws -> [GoldDocument] {
    try GoldReader(analyzer: "a", comparison: comparison)
      .read(Array(rows.joined(separator: "\n").utf8), path: "gold.jsonl")
  }

  static func found(_ rows: [String], _ comparison: Comparison) throws -> [FoundDocument] {
    try OutputReader(analyzer: "a", comparison: comparison)
      .read(Array(rows.joined(separator: "\n").utf8), path: "out.jsonl")
  }

  static func evaluate(
    gold: [String], found: [String], _ comparison: Comparison, mode: Comparison.Mode? = nil
  ) throws -> Evaluation {
    Evaluation(
      gold: try Self.gold(gold, comparison), found: try Self.found(found, comparison), comparison: comparison,
      mode: mode, names: try names())
  }
}
