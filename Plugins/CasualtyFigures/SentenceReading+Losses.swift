import SvodkaKit

extension SentenceReading {
  /// How many tokens away a word may tell whose losses a figure counts.
  private static let reach = 8

  /// Whose losses somebody speaks of, where the words say so: "its own forces had lost 28", «противник потерял 60».
  ///
  /// The nearest such word of the clause counts, one before the number rather than one behind it.
  func losses(of figure: LinkedFigure, toldBy isTold: Bool) -> CasualtyLosses? {
    guard isTold, !bearers.isEmpty,
      figure.kind == .killed || figure.kind == .wounded || figure.kind == .affected
        || figure.kind == .captured || figure.kind == .missing
    else { return nil }
    let whole = figure.tokens.lowerBound..<max(figure.tokens.upperBound, figure.noun.end)
    func gap(_ words: Range<Int>) -> Int? {
      if words.overlaps(whole) { return 0 }
      let between =
        words.upperBound <= whole.lowerBound
        ? words.upperBound..<whole.lowerBound : whole.upperBound..<words.lowerBound
      guard between.count <= Self.reach, !between.contains(where: { has($0, [.comma, .clause]) }) else { return nil }
      return between.count + (words.lowerBound >= whole.upperBound ? 2 : 0)
    }
    return bearers.compactMap { word in gap(word.tokens).map { (gap: $0, whose: word.value) } }
      .min { $0.gap < $1.gap }?.whose
  }
}
