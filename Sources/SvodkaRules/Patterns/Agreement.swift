import SvodkaKit
import SvodkaLanguage

/// Named parts of a pattern that agree in gender, number or case, as an adjective does with its noun.
struct Agreement: Sendable {
  enum Feature: String, CaseIterable, Sendable {
    case gender, number, `case`

    /// As Universal Dependencies writes it.
    var name: String {
      switch self {
      case .gender: "Gender"
      case .number: "Number"
      case .case: "Case"
      }
    }
  }

  var names: [String]
  var features: [Feature]

  /// True when all parts that a match has agree with each other; what a word does not show, it does not contradict.
  func holds(_ captures: [RuleMatch.Capture], in text: RuleText) -> Bool {
    guard let morphology = text.morphology else { return false }
    let words = names.compactMap { name in
      captures.first { $0.name == name }.map { Self.head(of: $0.tokens, morphology) }
    }
    for (i, first) in words.enumerated() {
      for second in words[(i + 1)...] where !agree(first, second) { return false }
    }
    return true
  }

  /// The first word that has a case, else the first that has a number, else the first.
  private static func head(of tokens: Range<Int>, _ morphology: [Morph]) -> Morph {
    let words = morphology[tokens]
    return words.first { $0["Case"] != nil } ?? words.first { $0["Number"] != nil } ?? morphology[tokens.lowerBound]
  }

  private func agree(_ a: Morph, _ b: Morph) -> Bool {
    features.allSatisfy { feature in
      // The plural has no genders.
      if feature == .gender, a["Number"] == "Plur" || b["Number"] == "Plur" { return true }
      guard let one = a[feature.name], let other = b[feature.name] else { return true }
      return one == other
    }
  }
}
