import SvodkaKit
import SvodkaLanguage

/// Whether a sentence is about what the target belongs to: a meeting is one of peace talks where the text is about war or
/// diplomacy, and some other meeting elsewhere.
extension StanceWords {
  /// What the sentences of a document are about.
  struct Matter {
    /// The target by its own name, or a word of war and diplomacy.
    var conflict: [Bool] = []
    /// A word of politics.
    var politics: [Bool] = []

    /// True when one of the sentences at most `reach` away is about war or diplomacy.
    func isConflict(near number: Int, within reach: Int) -> Bool { Self.any(conflict, number, reach) }
    /// True when one of the sentences at most `reach` away is about politics, war or diplomacy.
    func isPolitics(near number: Int, within reach: Int) -> Bool {
      Self.any(politics, number, reach) || isConflict(near: number, within: reach)
    }

    private static func any(_ sentences: [Bool], _ number: Int, _ reach: Int) -> Bool {
      sentences[max(0, number - reach)...min(sentences.count - 1, number + reach)].contains(true)
    }
  }

  /// True when a target of a kind names the target in this sentence.
  func belongs(_ one: Target, _ number: Int, speaksAsState: Bool) -> Bool {
    switch one.kind {
    case .weak:
      speaksAsState || matter.isConflict(near: number, within: 4) || matter.isPolitics(near: number, within: 0)
        || hasPlaceBeside(one, number)
    case .verb, .slight, .place:
      speaksAsState || matter.isConflict(near: number, within: 3) || matter.isPolitics(near: number, within: 0)
    default: true
    }
  }

  /// "the *Entebbe* summit", «встречу с Хафтаром *в Берлине*».
  private func hasPlaceBeside(_ one: Target, _ number: Int) -> Bool {
    let sentence = sentences[number].tokens
    let beside =
      max(sentence.lowerBound, one.tokens.lowerBound - 3)..<min(sentence.upperBound, one.tokens.upperBound + 5)
    return beside.contains { base.mention(at: $0)?.type == .location }
  }
}
