import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite("What a pipeline says of its tokens is said of the house's, by where they stand")
struct SpacyProjectionTests {
  private static let lexicon = Result { try SpacyLexicon(lookups: [0x80], resources: ResourceLoader()) }

  private static func spans(of pieces: [String], in text: String) -> [TextSpan] {
    let bytes = Array(text.utf8)
    var found: [TextSpan] = []
    var at = 0
    for piece in pieces.map({ Array($0.utf8) }) {
      while at + piece.count < bytes.count, !bytes[at...].starts(with: piece) { at += 1 }
      found.append(TextSpan(at, at + piece.count))
      at += piece.count
    }
    return found
  }

  /// A text cut by a pipeline.
  private static func cut(_ text: String, _ pieces: [String]) throws -> SpacyTokens {
    let forms = SpacyForms()
    var tokens: [SpacyToken] = []
    for (piece, span) in zip(pieces, spans(of: pieces, in: text)) {
      tokens.append(SpacyToken(span: span, form: forms.add(try lexicon.get().form(piece)), hasSpaceAfter: false))
    }
    return SpacyTokens(tokens: tokens, forms: forms)
  }

  /// The same text as a layer of tokens.
  private static func layer(_ text: String, _ words: [String]) -> [Token] {
    zip(words, spans(of: words, in: text)).map { word, span in
      Token(span: span, kind: .word, shape: .none, key: word.lowercased(), spaceBefore: true)
    }
  }

  @Test("a token that takes in several is spoken for by the one on which the others depend")
  func severalInOne() throws {
    let line = "Nagorno-Karabakh is quiet"
    let text = try Self.cut(line, ["Nagorno", "-", "Karabakh", "is", "quiet"])
    let projection = SpacyProjection(text, onto: Self.layer(line, ["Nagorno-Karabakh", "is", "quiet"]))
    let heads: [Int32] = [2, 2, 3, 3, 3]
    #expect(projection.speakers(heads) == [2, 3, 4])
    #expect([2, 3, 4].map { projection.head(of: $0, heads, within: 0..<3) } == [1, -1, 1])
    #expect(
      projection.lemmas(["nagorno", "-", "karabakh", "be", "quiet"], of: text) == ["nagorno-karabakh", "be", "quiet"])
    // What depends on a part depends on the whole.
    #expect(projection.head(of: 4, [2, 2, 3, 3, 0], within: 0..<3) == 0)
    let name = try #require(projection.mention(0..<3, type: .location, rule: "r"))
    #expect(name.span == TextSpan(0, 16) && name.tokens == 0..<1 && name.rule == "r")
    // A name that is a part of a token stays the part, and covers the token.
    let part = try #require(projection.mention(2..<3, type: .location, rule: "r"))
    #expect(part.span == TextSpan(8, 16) && part.tokens == 0..<1)
  }

  @Test("a token that is cut further is spoken for in all its parts")
  func oneInSeveral() throws {
    let line = "The U.S. agrees"
    let text = try Self.cut(line, ["The", "U.S.", "agrees"])
    let projection = SpacyProjection(text, onto: Self.layer(line, ["The", "U", ".", "S", ".", "agrees"]))
    let heads: [Int32] = [1, 2, 2]
    #expect(projection.speakers(heads) == [0, 1, 1, 1, 1, 2])
    #expect(projection.mention(1..<2, type: .location, rule: "r")?.tokens == 1..<5)
    #expect(projection.mention(0..<2, type: .location, rule: "r")?.span == TextSpan(0, 8))
    // A head is the first of its parts, and parts have the head of the whole.
    #expect(projection.head(of: 0, heads, within: 0..<6) == 1)
    #expect(projection.head(of: 1, heads, within: 0..<6) == 5)
  }

  @Test("white space is no token: names end before it, and its own head is meant where it is one")
  func whiteSpace() throws {
    let line = "Zoë\n\nMüller came"
    let text = try Self.cut(line, ["Zoë", "\n\n", "Müller", "came"])
    let projection = SpacyProjection(text, onto: Self.layer(line, ["Zoë", "Müller", "came"]))
    #expect(projection.mention(1..<2, type: .person, rule: "r") == nil)
    let name = try #require(projection.mention(0..<2, type: .person, rule: "r"))
    #expect(name.span == TextSpan(0, 4) && name.tokens == 0..<1)
    #expect(projection.mention(0..<3, type: .person, rule: "r")?.span == TextSpan(0, 13))
    #expect(projection.speakers([3, 0, 1, 3]) == [0, 2, 3])
    #expect(projection.head(of: 2, [3, 0, 1, 3], within: 0..<3) == 0)
    // White space that heads itself makes a root.
    #expect(projection.head(of: 2, [3, 1, 1, 3], within: 0..<3) == -1)
  }

  @Test("a head in another sentence is none")
  func headElsewhere() throws {
    let line = "One. Two"
    let text = try Self.cut(line, ["One", ".", "Two"])
    let projection = SpacyProjection(text, onto: Self.layer(line, ["One", ".", "Two"]))
    #expect(projection.head(of: 2, [0, 0, 0], within: 2..<3) == -1)
    #expect(projection.head(of: 2, [0, 0, 0], within: 0..<3) == 0)
  }

  @Test("a token that the pipeline does not have is spoken for by nobody")
  func nobody() throws {
    let line = "one two"
    let text = try Self.cut(line, ["two"])
    let projection = SpacyProjection(text, onto: Self.layer(line, ["one", "two"]))
    #expect(projection.speakers([0]) == [-1, 0])
    #expect(projection.lemmas(["2"], of: text) == ["one", "2"])
  }
}
