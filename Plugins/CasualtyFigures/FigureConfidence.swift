import SvodkaKit

/// How often figures of a kind are right.
///
/// The shares were counted on the gold of our own and on general prose, with an engine that knew neither: of figures whose noun is
/// "people" 99 in 100 were right, of those with a noun that the lexicon does not know 65; a figure that somebody vouches for was right
/// more often than one that nobody does, "affected" less often than the other kinds.
enum FigureConfidence {
  /// The confidence of a figure: that of its pattern, which falls with the distance of the link, by what was counted, what happened and
  /// whether somebody says so. From 0.2 to 0.99.
  static func of(_ figure: LinkedFigure, victimClass: String?, isClaimed: Bool) -> Double {
    var share = figure.confidence * counted(figure.noun, victimClass)
    if figure.kind == .affected { share *= 0.92 }
    if isClaimed { share *= 1.03 }
    return min(0.99, max(0.2, share))
  }

  private static func counted(_ noun: CountedNoun, _ victimClass: String?) -> Double {
    if noun.isUnknown { return 0.7 }
    if noun.isProper { return 0.9 }
    if noun.isEmpty { return 0.97 }
    // "people" are counted for little else; soldiers and officials also for other things.
    return victimClass == "unknown" ? 1.02 : 1
  }
}
