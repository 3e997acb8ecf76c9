import SvodkaKit
import SvodkaText
import Testing

/// Rules of a user's that ICU would never come to an end with.
@Suite struct TransliterationRulesTests {
  private func problem(_ rules: String) -> AnalysisError? {
    #expect(throws: AnalysisError.self) { try Transliterator(rules: Array(rules.utf8), file: "my.rules") }
  }

  private func nested(_ depth: Int, _ open: String, _ close: String) -> String {
    "# two\n\n" + String(repeating: open, count: depth) + "а" + String(repeating: close, count: depth) + " > b ;\n"
  }

  @Test(arguments: [("(", ")"), ("[", "]"), ("(\n", ")"), ("([", "])"), ("([{]}\\]", "])"), ("('('", ")")])
  func `deep nesting is told with its line`(open: String, close: String) throws {
    let error = try #require(problem(nested(100_000, open, close)))
    #expect(error.code == "R102" && error.message.contains("12 deep") && error.location?.path == "my.rules")
    #expect(error.location?.line == (open == "(\n" ? 15 : 3))
  }

  @Test func `as deep as anybody writes is allowed`() throws {
    for (open, close) in [("(", ")"), ("[", "]")] {
      let made = try Transliterator(rules: Array(nested(12, open, close).utf8), file: "my.rules")
      #expect(try made.transliterate("да") == "дb")
    }
  }

  @Test func `signs that stand for themselves do not count`() throws {
    let signs = String(repeating: "\\( '(((' [(((] ", count: 40)
    let rules = "# ((((((((((((((((\n\(signs) > b ;\nа > '((((((((((((((((' ;"
    #expect(
      try Transliterator(rules: Array(rules.utf8), file: "my.rules").transliterate("а") == "((((((((((((((((")
  }

  @Test(arguments: ["$777777777", "$٧٧٧٧٧٧٧٧", "$100 x", "(а) > $2", "(а) (б) > &Lower($3) c", "(а$2) > b"])
  func `a reference to no parenthesis is told with its line`(reference: String) throws {
    let error = try #require(problem("а > a ;\n\(reference) ;\n"))
    #expect(error.code == "R102" && error.message.contains("does not have") && error.location?.line == 2)
  }

  @Test(arguments: ["< ($2", "(а > b) ;", "((а) > b ;", "(а ;", "&Lower(x ;"])
  func `an open parenthesis is told with its line`(rule: String) throws {
    let error = try #require(problem("а > a ;\n\(rule)"))
    #expect(error.code == "R102" && error.message.contains("not closed") && error.location?.line == 2)
  }

  @Test func `segments on both sides are told with their line`() throws {
    let error = try #require(problem("а > a ;\n(б) <> ($1) ;"))
    #expect(error.code == "R102" && error.message.contains("one side") && error.location?.line == 2)
  }

  @Test func `parentheses, references and functions work`() throws {
    let rules = "(\\p{sc=Cyrl}) ' ' (а) > &Any-Upper($1) $2 ; ([б-в]) > $1 ; :: Null (Null) ;"
    #expect(try Transliterator(rules: Array(rules.utf8), file: "my.rules").transliterate("да а") == "дАа")
  }

  @Test func `variables that grow without end are told with their line`() throws {
    let rules = "$v0 = аб ;\n" + (1...40).map { "$v\($0) = $v\($0 - 1)$v\($0 - 1) ;\n" }.joined() + "$v40 > b ;\n"
    let error = try #require(problem(rules))
    #expect(error.code == "R102" && error.message.contains("variables"))
    #expect(error.location?.line == 12)
    let few = "$v0 = аб ;\n" + (1...6).map { "$v\($0) = $v\($0 - 1)$v\($0 - 1) ;\n" }.joined() + "$v6 > b ;\n"
    let long = String(repeating: "аб", count: 64)
    #expect(try Transliterator(rules: Array(few.utf8), file: "my.rules").transliterate(long) == "b")
  }
}
