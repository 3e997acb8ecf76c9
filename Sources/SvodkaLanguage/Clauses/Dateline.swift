/// "MANAGUA, Nicaragua (AP) _ The rebels …", «ЖЕНЕВА, 3 мая — …»: where, when and by whom a dispatch was sent, in front of
/// its first sentence. What stands there has no part in the clause behind it.
public enum Dateline {
  /// The tokens of a sentence without a dateline at its front; `mention` gives the name over a token.
  public static func skipping(
    in sentence: Range<Int>, of tokens: [Token], mention: (Int) -> Mention?
  ) -> Range<Int> {
    // It opens with a place in capitals: in smaller letters it could be any subject before a dash.
    guard let first = sentence.first, tokens[first].kind == .word, tokens[first].shape == .upper,
      mention(first)?.type != .organization
    else { return sentence }
    var hasBreak = false
    for i in sentence.prefix(longest).dropFirst() {
      let token = tokens[i]
      switch token.kind {
      case .mark where wideDashes.contains(token.key) || dashes.contains(token.key):
        // «США — против»: a place of a few capitals is an acronym, and the dash is the sentence's own.
        let isSure = wideDashes.contains(token.key) || hasBreak || tokens[first].key.count >= longestAcronym
        return isSure && i + 1 < sentence.upperBound ? i + 1..<sentence.upperBound : sentence
      case .mark:
        guard breaks.contains(token.key) else { return sentence }
        hasBreak = true
      case .word:
        let isMonth = tokens[i - 1].kind == .number
        guard token.shape != .lower || isMonth || mention(i) != nil else { return sentence }
      case .number, .mixed: break
      }
    }
    return sentence
  }

  private static let dashes = ["—", "–", "-"]
  /// Of old wires; no sentence has them.
  private static let wideDashes = ["_", "--"]
  private static let breaks = [",", "(", ")", ".", "/"]
  /// More tokens have no dateline.
  private static let longest = 18
  private static let longestAcronym = 5
}
