public import SvodkaKit

extension Comparison {
  /// A stance is gold's when holder and label are; gold may give other names of the holder.
  public static var talksStance: Comparison {
    var comparison = Comparison(
      identity: [Field("holder", .name(alternatives: ["holder_canonical", "holder_alt"])), Field("label")],
      label: "label", mode: .type,
      details: [
        Field("target", .name()), Field("condition", .name()), Field("reason", .name()),
        Field("attributed_to", .name()),
      ])
    comparison.labels = ["support", "oppose", "conditional", "neutral"]
    return comparison
  }
}
