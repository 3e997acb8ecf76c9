import SvodkaKit

/// What a pipeline says of its own tokens, said of a layer of tokens that may be cut otherwise: by where they stand in the text.
///
/// White space is no token of a layer. Where a token of the layer takes in several of the pipeline's (`Nagorno-Karabakh`), it is
/// spoken for by the one on which the others depend; where it is a part of one of the pipeline's, by that one.
struct SpacyProjection {
  private let tokens: [Token]
  /// By token of the layer: the pipeline's tokens that it takes in.
  private let members: [Range<Int>]
  /// By token of the pipeline: the first token of the layer that it has a part in, -1 for none.
  private let owners: [Int]
  private let spans: [TextSpan]

  init(_ text: SpacyTokens, onto tokens: [Token]) {
    self.tokens = tokens
    spans = text.tokens.map(\.span)
    var owners = [Int](repeating: -1, count: text.tokens.count)
    var members: [Range<Int>] = []
    members.reserveCapacity(tokens.count)
    var next = 0
    for (number, token) in tokens.enumerated() {
      while next < spans.count, spans[next].end <= token.span.start { next += 1 }
      var last = next
      while last < spans.count, spans[last].start < token.span.end {
        if owners[last] < 0 { owners[last] = number }
        last += 1
      }
      members.append(next..<max(next, last))
    }
    self.owners = owners
    self.members = members
  }

  /// The first token of the layer that a token of the pipeline has a part in; nil for white space.
  func owner(_ token: Int) -> Int? { owners[token] < 0 ? nil : owners[token] }

  /// A name over tokens of the pipeline; nil for one of white space alone.
  func mention(_ range: Range<Int>, type: EntityType, rule: String) -> Mention? {
    guard let first = range.first(where: { owners[$0] >= 0 }), let last = range.last(where: { owners[$0] >= 0 }) else {
      return nil
    }
    // The last token of the layer that the name reaches into.
    var end = owners[last] + 1
    while end < tokens.count, tokens[end].span.start < spans[last].end { end += 1 }
    return Mention(
      span: TextSpan(spans[first].start, spans[last].end), tokens: owners[first]..<end, type: type, confidence: 0.85,
      rule: rule)
  }

  /// For each token of the layer the token of the pipeline that speaks for it, by the heads of a parse; -1 for none.
  func speakers(_ heads: [Int32]) -> [Int] {
    members.map { range in
      guard range.count > 1 else { return range.first ?? -1 }
      return range.last { word in
        let head = Int(heads[word])
        return owners[word] >= 0 && (head == word || !range.contains(head))
      } ?? range.upperBound - 1
    }
  }

  /// The lemmas of the layer: of a token that takes in several of the pipeline's, the last one is put into its dictionary form.
  func lemmas(_ lemmas: [String], of text: SpacyTokens) -> [String] {
    zip(members, tokens).map { range, token in
      guard let last = range.last else { return token.key }
      if range.count == 1 { return lemmas[last] }
      return range.dropLast().map { text.forms[text.tokens[$0].form].text.lowercased() }.joined() + lemmas[last]
    }
  }

  /// The head of a token of the layer as a token of the layer; -1 for a root.
  ///
  /// - Parameters:
  ///   - word: the token of the pipeline that speaks for it.
  ///   - heads: the heads of the parse, a root's its own.
  ///   - sentence: the tokens of the layer among which the head must lie.
  /// - Returns: the head.
  func head(of word: Int, _ heads: [Int32], within sentence: Range<Int>) -> Int {
    var at = word
    // White space can be a head; then its own head is meant. No parse is deeper than it is long.
    for _ in heads {
      let head = Int(heads[at])
      guard head != at else { return -1 }
      if owners[head] >= 0, owners[head] != owners[word] {
        return sentence.contains(owners[head]) ? owners[head] : -1
      }
      at = head
    }
    return -1
  }
}

extension SpacyTokens {
  /// The tokens as the layer has them, without those of white space.
  var layer: [Token] {
    var found: [Token] = []
    found.reserveCapacity(tokens.count)
    var spaceBefore = true
    for token in tokens {
      let form = forms[token.form]
      if !form.isSpace {
        found.append(
          Token(
            span: token.span, kind: form.kind, shape: form.tokenShape, key: form.key, spaceBefore: spaceBefore))
      }
      spaceBefore = form.isSpace || token.hasSpaceAfter
    }
    return found
  }
}
