public import SvodkaKit

extension Comparison {
  /// Each mention is compared by itself: it is gold's when span and type are.
  public static var entityCounts: Comparison {
    var comparison = Comparison(identity: [Field("type")], label: "type", mode: .exact)
    comparison.labels = ["PER", "LOC", "ORG"]
    comparison.place = "text"
    comparison.parts = "mentions"
    return comparison
  }
}
