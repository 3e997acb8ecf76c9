/// Brackets and quotation marks that belong to what stands round a name, and not to it.
enum Brackets {
  /// What opens what a mark closes.
  private static let openings: [String: [String]] = [
    ")": ["("], "]": ["["], "»": ["«"], "”": ["“", "„"], "“": ["„"],
  ]
  /// What closes what a mark opens.
  private static let closings: [String: [String]] = [
    "(": [")"], "[": ["]"], "«": ["»"], "“": ["”"], "„": ["“", "”"],
  ]

  /// A stretch without marks at its ends whose other half it does not hold; nil where nothing is left.
  static func closed(_ stretch: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    var rest = stretch
    while let last = rest.last, tokens[last].kind == .mark, let openings = openings[tokens[last].key],
      !rest.dropLast().contains(where: { openings.contains(tokens[$0].key) })
    {
      rest = rest.dropLast()
    }
    while let first = rest.first, tokens[first].kind == .mark, let closings = closings[tokens[first].key],
      !rest.dropFirst().contains(where: { closings.contains(tokens[$0].key) })
    {
      rest = rest.dropFirst()
    }
    return rest.isEmpty ? nil : rest
  }
}
