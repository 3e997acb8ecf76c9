import SvodkaKit
import SvodkaLanguage

/// Stands in for a model: says of each word what a table says.
///
/// A line is `form lemma TAG features head:relation entity`, as far as needed; `_` leaves a place open. A head is the
/// form of another word of the sentence. An entity is `PER`, `LOC` or `ORG`; neighbours of one type are one name.
struct WordTable: Annotator {
  private struct Word {
    var lemma: String
    var tag = "X"
    var features = ""
    var head: String?
    var relation = "dep"
    var entity: EntityType?
  }

  private var words: [String: Word] = [:]

  init(_ table: String) {
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: " ").map(String.init)
      guard cells.count > 1 else { continue }
      func cell(_ number: Int) -> String? { cells.count > number && cells[number] != "_" ? cells[number] : nil }
      var word = Word(lemma: cell(1) ?? cells[0])
      word.tag = cell(2) ?? "X"
      word.features = cell(3) ?? ""
      if let edge = cell(4)?.split(separator: ":", maxSplits: 1) {
        word.head = String(edge[0])
        word.relation = edge.count > 1 ? String(edge[1]) : "dep"
      }
      word.entity = cell(5).flatMap(EntityType.init(rawValue:))
      words[TokenKey.key(cells[0])] = word
    }
  }

  var identity: Identity { Identity(name: "word-table", version: "1") }
  var provides: [AnyLayer] {
    [
      AnyLayer(Lemmas.layer), AnyLayer(Morphology.layer), AnyLayer(Dependencies.layer), AnyLayer(Mentions.layer),
    ]
  }
  var requirements: Requirements { Requirements(layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)]) }

  var descriptor: StepDescriptor {
    StepDescriptor(annotator: identity, summary: "", provides: provides, profile: .fast) {
      (_) throws(AnalysisError) in self
    }
  }

  func annotate(_ document: DocumentView, wanting layers: Set<LayerID>) async throws(AnalysisError) -> Layers {
    let tokens = try document(Tokens.layer)
    let known = tokens.map { words[$0.key] }
    var made = Layers()
    made[Lemmas.layer] = zip(tokens, known).map { $1?.lemma ?? $0.key }
    made[Morphology.layer] = known.map { Morph(tag: $0?.tag ?? "X", features: $0?.features ?? "") }
    var edges = [Dependency](repeating: Dependency(head: -1, relation: "root"), count: tokens.count)
    for sentence in try document(Sentences.layer) {
      for index in sentence.tokens {
        guard let word = known[index], let head = word.head else { continue }
        let at = sentence.tokens.first { tokens[$0].key == TokenKey.key(head) } ?? -1
        edges[index] = Dependency(head: at, relation: word.relation)
      }
    }
    made[Dependencies.layer] = edges
    made[Mentions.layer] = Self.mentions(tokens, known.map { $0?.entity })
    return made
  }

  private static func mentions(_ tokens: [Token], _ types: [EntityType?]) -> [Mention] {
    var mentions: [Mention] = []
    var start = 0
    while start < tokens.count {
      var end = start + 1
      if let type = types[start] {
        while end < tokens.count, types[end] == type { end += 1 }
        mentions.append(
          Mention(
            span: TextSpan(tokens[start].span.start, tokens[end - 1].span.end), tokens: start..<end, type: type,
            confidence: 1, rule: "table"))
      }
      start = end
    }
    return mentions
  }
}
