/// The sentences of a text in one sequence for a model, with a separator behind each.
struct SentenceSequence {
  /// All forms and separators.
  private(set) var forms: [SlovnetForm] = []
  /// The sentences as ranges of `forms`; one that is too long for the parser comes in parts.
  private(set) var sentences: [Range<Int>] = []
  /// Where each token stands in `forms`.
  private(set) var places: [Int] = []
  /// The first token of each range.
  private var starts: [Int] = []

  init(_ tokens: [SlovnetForm], _ sentences: [Sentence], longest: Int) {
    forms.reserveCapacity(tokens.count + sentences.count)
    places.reserveCapacity(tokens.count)
    for sentence in sentences {
      let whole = sentence.tokens
      for start in stride(from: whole.lowerBound, to: whole.upperBound, by: longest) {
        let part = start..<min(start + longest, whole.upperBound)
        self.sentences.append(forms.count..<(forms.count + part.count))
        starts.append(start)
        for token in part {
          places.append(forms.count)
          forms.append(tokens[token])
        }
      }
      forms.append(.separator)
    }
  }

  /// The arcs of a parser as dependencies of the text's tokens.
  func dependencies(_ arcs: SyntaxModel.Arcs, labels: [String]) -> [Dependency] {
    var found: [Dependency] = []
    found.reserveCapacity(places.count)
    for (range, first) in zip(sentences, starts) {
      for place in range {
        let head = Int(arcs.heads[place])
        found.append(
          Dependency(head: head == 0 ? -1 : first + head - 1, relation: labels[Int(arcs.relations[place])]))
      }
    }
    return found
  }
}
