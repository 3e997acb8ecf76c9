import SvodkaKit

/// Stretches of a text in quotation marks, over sentences but not over paragraphs.
struct Quotation: Sendable, Hashable {
  /// From the opening to the closing mark, both within, as indices of tokens.
  var tokens: Range<Int>

  private static let closers = ["«": "»", "“": "”", "„": "“"]

  /// The outermost quotations of three tokens and more between the marks; shorter ones are names.
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
              if index - current.token > 3 { found.append(Quotation(tokens: current.token..<(index + 1))) }
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
}
