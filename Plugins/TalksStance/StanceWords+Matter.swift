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

    /// How many words of the target by name, war and diplomacy a sentence has.
    var words: [Int] = []
    /// True where the lexicon says which words are those of war and diplomacy.
    var isKnown = false

    /// True when hardly a word in the sentences around is about the target, war or diplomacy: an article about something else
    /// that names a meeting, a plan or a place. Of a few sentences nothing can be said.
    ///
    /// The numbers are those at which none of the stances in our own passages goes, and nearly half of the false ones in general prose does.
    func isElsewhere(_ number: Int) -> Bool {
      let around = words[max(0, number - 3)...min(words.count - 1, number + 3)]
      return isKnown && around.count > 3 && around.reduce(0, +) * 4 < around.count
    }

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
    if one.kind != .strong, matter.isElsewhere(number) { return false }
    return switch one.kind {
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
