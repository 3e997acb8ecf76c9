import SvodkaKit

/// A text as the tagger and the parser of a pipeline read it, token by token of the pipeline.
struct SpacyReading: Sendable {
  /// What is said of each token; relations are the model's.
  var analyses: [SpacyAnalysis]
  var parse: ParsedWords
}

extension SpacyModels.Words {
  /// Tags and parses a text.
  func read(_ text: SpacyTokens, _ workspace: SpacyWorkspace) -> SpacyReading {
    let count = text.tokens.count
    var tags = [Int32](repeating: 0, count: tagger == nil ? 0 : count)
    var features = [Int32](repeating: 0, count: morphologizer == nil ? 0 : count)
    let length = parser?.length ?? 0
    let kept = workspace.tokens.room(for: max(1, count * length))
    for from in stride(from: 0, to: count, by: SpacyEncoder.block) {
      let range = from..<min(from + SpacyEncoder.block, count)
      let vectors = encoder.encode(text, range, workspace)
      tagger?.tag(vectors, count: range.count, workspace, into: &tags, at: from)
      morphologizer?.tag(vectors, count: range.count, workspace, into: &features, at: from)
      parser?.reduce(vectors, count: range.count, into: kept + from * length)
    }
    let parse =
      parser?.parse(kept, count: count, workspace) { text.forms[text.tokens[$0].form].isSpace }
      ?? ParsedWords(heads: (0..<count).map { Int32($0) }, relations: [Int32](repeating: 0, count: count))
    let analyses = (0..<count).map { i in
      var analysis = morphologizer.map { SpacyAnalysis(morphologizer: $0.labels[Int(features[i])]) } ?? SpacyAnalysis()
      if let tagger { analysis.tag = tagger.labels[Int(tags[i])] }
      if let parser { analysis.relation = parser.relations[Int(parse.relations[i])] }
      return analysis
    }
    return SpacyReading(analyses: analyses, parse: parse)
  }
}
