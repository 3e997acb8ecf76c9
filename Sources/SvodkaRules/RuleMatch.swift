import SvodkaKit

/// A place where a rule holds.
struct RuleMatch: Sendable, Hashable {
  /// The tokens, as indices into the layer.
  var tokens: Range<Int>
  var category: String
  var entry: String?
  var captures: [Capture] = []
  var confidence: Double?

  struct Capture: Sendable, Hashable {
    var name: String
    var tokens: Range<Int>
  }

  /// In text order; of those that begin together the longer first, then by the names, so that no order of keys shows.
  static func isOrdered(_ a: RuleMatch, _ b: RuleMatch) -> Bool {
    if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
    if a.tokens.upperBound != b.tokens.upperBound { return a.tokens.upperBound > b.tokens.upperBound }
    if a.category != b.category { return a.category < b.category }
    if a.entry != b.entry { return (a.entry ?? "") < (b.entry ?? "") }
    return a.captures.map { [$0.tokens.lowerBound, $0.tokens.upperBound] }.lexicographicallyPrecedes(
      b.captures.map { [$0.tokens.lowerBound, $0.tokens.upperBound] }
    ) { $0.lexicographicallyPrecedes($1) }
  }

  /// The matches that are told, in order: each once, and of overlapping ones as `overlaps` says.
  static func chosen(_ matches: [RuleMatch], _ overlaps: RuleHeader.Overlaps) -> [RuleMatch] {
    var chosen: [RuleMatch] = []
    for match in matches.sorted(by: isOrdered) {
      if let last = chosen.last {
        let isSamePlace = last.tokens == match.tokens
        if isSamePlace, last.category == match.category, overlaps == .longest || last.captures == match.captures {
          continue
        }
        if overlaps == .longest, !isSamePlace, last.tokens.upperBound > match.tokens.lowerBound { continue }
      }
      chosen.append(match)
    }
    return chosen
  }
}
