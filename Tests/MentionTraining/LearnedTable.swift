import SvodkaLanguage

extension ChainLearner.Learned {
  /// The table as it ships.
  func table(from corpora: [Corpus]) -> String {
    let count = MentionLabel.count
    func written(_ row: some Sequence<Float>) -> String {
      row.map { String(Int(($0 * MentionWeights.scale).rounded())) }.joined(separator: " ")
    }
    var lines = [
      "# Which tokens are names, learned by Tests/MentionTraining from " + corpora.map(\.name).joined(separator: ", ")
        + ".",
      "# The rows are values of the traits in brackets and, in 64ths, the weights of \(MentionLabel.names.joined(separator: " ")).",
      "[pack \(corpora.first?.lessons.first?.traits.readings.pack ?? "")]", "[transitions]",
    ]
    for label in 0..<count { lines.append(written(weights.transitions[(label * count)..<((label + 1) * count)])) }
    lines.append((["[readings"] + questions.distances.map(String.init)).joined(separator: " ") + "]")
    for start in stride(from: 0, to: weights.readings.count, by: count) {
      lines.append(written(weights.readings[start..<(start + count)]))
    }
    for (t, template) in questions.templates.enumerated() {
      lines.append("[\(template.text)]")
      for (texts, row) in (rows[t] ?? []).sorted(by: { $0.texts.lexicographicallyPrecedes($1.texts) }) {
        lines.append((texts + [written(row)]).joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
