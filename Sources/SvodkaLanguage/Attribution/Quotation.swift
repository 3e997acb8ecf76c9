import SvodkaKit

/// Stretches of a text in quotation marks, over sentences but not over paragraphs.
struct Quotation: Sendable, Hashable {
  /// From the opening to the closing mark, both within, as indices of tokens.
  var tokens: Range<Int>

  private static let closers = ["«": "»", "“": "”", "„": "“"]

  /// The outermost quotations; of those shorter than three tokens only what is plainly spoken, the others are names.
  static func all(_ tokens: [Token], sentences: [Sentence]) -> [Quotation] {
    var found: [Quotation] = []
    var paragraph = -1
    var open: (token: Int, closer: String, depth: Int)?
    for sentence in sentences {
      if sentence.paragraph != paragraph { (open, paragraph) = (nil, sentence.paragraph) }
      for index in sentence.tokens where tokens[index].kind == .mark {
        let mark = tokens[index].key
        if var current = open {
          if mark == current.closer {
            current.depth -= 1
            open = current
            if current.depth == 0 {
              if index - current.token > 3 || isSpoken(current.token..<(index + 1), tokens) {
                found.append(Quotation(tokens: current.token..<(index + 1)))
              }
              open = nil
            }
          } else if closers[mark] == current.closer, mark != current.closer {
            current.depth += 1
            open = current
          }
        } else if let closer = closers[mark] {
          open = (index, closer, 1)
        } else if mark == "\"" {
          open = (index, "\"", 1)
        }
      }
    }
    return found
  }

  /// "Pointless," he said; «Нет», — ответил он: a mark ends the words within, or a comma and a dash follow.
  static func isSpoken(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    if range.count > 2, [",", ".", "!", "?", "…"].contains(tokens[range.upperBound - 2].key) { return true }
    let next = range.upperBound
    return next + 1 < tokens.count && tokens[next].key == "," && ["—", "–", "-"].contains(tokens[next + 1].key)
  }
}
