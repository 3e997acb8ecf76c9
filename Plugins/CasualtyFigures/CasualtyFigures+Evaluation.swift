public import SvodkaKit

extension Comparison {
  /// A casualty figure is gold's when kind, low and high are and the places overlap.
  ///
  /// A figure that another supersedes is left out, and in a document where gold has a toll of zero another zero is no error:
  /// «no casualties» may be told as killed and as wounded.
  public static var casualtyFigures: Comparison {
    var comparison = Comparison(
      identity: [Field("kind"), Field("low"), Field("high")], label: "kind", mode: .overlap,
      details: [
        Field("qualifier"), Field("scope"), Field("claimed_by", .name()),
        Field("victims", .name(ignoringGeneric: true)), Field("denied_by", .name()), Field("since", .name()),
        Field("as_of", .name()),
        Field("cause"), Field("place", .name()), Field("date", .name()), Field("subset_of", .reference),
      ])
    comparison.full = ["qualifier", "scope"]
    comparison.replacedBy = "superseded_by"
    comparison.nothing = [.init("low", 0), .init("high", 0)]
    return comparison
  }
}
