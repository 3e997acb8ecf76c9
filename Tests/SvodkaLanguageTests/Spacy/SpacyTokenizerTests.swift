import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite("Text is cut into tokens as spaCy's tokenizer does")
struct SpacyTokenizerTests {
  /// A small model: marks, currency, ellipses and 's are cut off, hyphens between letters divide.
  private static let model = Result {
    try SpacyTokenizer(
      tokenizer: packed([
        "prefix_search": "^\\(|^\"|^\\$|^'|^\\.\\.+",
        "suffix_search": "\\)$|\"$|,$|\\.\\.+$|'s$|'$|(?<=[0-9])(?:km|%)$|(?<=[a-z)])\\.$",
        "infix_finditer": "\\.\\.+|(?<=[a-z])-(?=[a-z])",
        "url_match": "^[a-z]+\\.[a-z]+(?:/\\S*)?$",
        "exceptions": [
          "don't": [[65: "do"], [65: "n't", 67: "not"]],
          "a.m.": [[65: "a.m."]],
          ":)": [[65: ":)"]],
          "'Cause": [[65: "'Cause", 67: "because"]],
          "\n": [[65: "\n"]],
        ],
      ]),
      lookups: packed(["lexeme_norm": [SpacyStrings(resources: ResourceLoader()).number(of: "colour"): "color"]]),
      resources: ResourceLoader())
  }

  private func tokens(_ text: DocumentText) throws -> SpacyTokens { try Self.model.get().tokens(of: text) }

  @Test(
    "words, marks and white space",
    arguments: [
      ("One two", "One two"),
      ("(well-known,) he", "( well - known , ) he"),
      ("$5km and \"so...\"", "$ 5 km and \" so ... \""),
      ("Kim's dog's.", "Kim 's dog 's ."),
      ("don't 'don't' (don't)", "do n't ' do n't ' ( do n't )"),
      ("Don't", "Don't"),
      // An exception is found behind a prefix, and where the cut had gone through it.
      ("at 9 a.m. (a.m.) :)", "at 9 a.m. ( a.m. ) :)"),
      ("'Cause 'cause", "'Cause ' cause"),
      ("see x.org/a-b, or a-b", "see x.org/a-b , or a - b"),
      ("...", "..."),
      ("a  b   c", "a ␣ b ␣␣ c"),
      (" a\n\nb \n c ", "␣ a ⏎⏎ b ⏎␣ c"),
      ("a\u{A0}b\u{2003} c", "a \u{A0} b \u{2003}␣ c"),
      ("", ""),
      (" ", "␣"),
    ])
  func cuts(text: String, expected: String) throws {
    let made = try tokens(DocumentText(text))
    let forms = made.tokens.map { token in
      let form = made.forms[token.form]
      #expect(form.text == DocumentText(text)[token.span])
      return form.text.replacing(" ", with: "␣").replacing("\n", with: "⏎")
    }
    #expect(forms.joined(separator: " ") == expected)
    // Nothing of the text is lost: blanks of their own are all that stands between tokens.
    var end = 0
    for (i, token) in made.tokens.enumerated() {
      #expect(token.span.start == end)
      end = token.span.end + (token.hasSpaceAfter ? 1 : 0)
      if i == made.tokens.count - 1 { #expect(end == text.utf8.count || text.hasSuffix(" ")) }
    }
  }

  @Test("the normal form is the exception's, the model's, that of a mark, or lower case")
  func norms() throws {
    let made = try tokens("DON don't 'Cause colour — “ £ ΟΔΟΣ n't")
    let norms = made.tokens.map { made.forms[$0.form].norm }
    #expect(norms == ["don", "do", "not", "because", "color", "-", "\"", "$", "οδος", "n't"])
  }

  @Test(
    "shapes",
    arguments: [
      ("Kyiv", "Xxxx"), ("Moscow", "Xxxxx"), ("UN", "XX"), ("1,250.5", "d,ddd.d"), ("Т-72", "X-dd"), ("10000", "dddd"),
      ("naïve", "xxxx"), ("x²", "xd"), ("中文", "xx"), ("----", "----"), ("-----", "----"),
      (String(repeating: "a", count: 100), "LONG"),
    ])
  func shapes(word: String, shape: String) throws {
    #expect(SpacyLexicon.shape(Array(word.unicodeScalars)) == shape)
  }

  @Test("numbers of strings are spaCy's")
  func numbers() throws {
    let strings = try SpacyStrings(resources: ResourceLoader())
    #expect(strings.number(of: "") == 0)
    #expect(strings.number(of: "apple") == 8_566_208_034_543_834_098)
    #expect(strings.number(of: "coffee") == 3_197_928_453_018_144_401)
    #expect(strings.number(of: "ADJ") == 84)
    #expect(strings.number(of: "dep") == 414)
  }

  @Test("prefix, suffix and white space are kept with the form")
  func lexemes() throws {
    let made = try tokens("Zürich \n\n")
    let strings = try SpacyStrings(resources: ResourceLoader())
    let form = made.forms[made.tokens[0].form]
    #expect(form.prefixID == strings.number(of: "Z"))
    #expect(form.suffixID == strings.number(of: "ich"))
    #expect(form.lowerID == strings.number(of: "zürich"))
    #expect(!form.isSpace && made.forms[made.tokens[1].form].isSpace)
  }

  @Test("a word with a normal form of its own is another form, the same word the same")
  func formsAreShared() throws {
    let made = try tokens("don't n't don't")
    let forms = made.tokens.map(\.form)
    #expect(forms[0] == forms[3] && forms[1] == forms[4] && forms[1] != forms[2])
    #expect(made.forms[forms[1]].textID == made.forms[forms[2]].textID)
  }

  @Test("what goes on without white space for pages is cut before a character, and in good time")
  func longStretches() throws {
    for text in [String(repeating: "é", count: 5000), "a" + String(repeating: "中", count: 3000)] {
      let made = try tokens(DocumentText(text))
      #expect(made.tokens.map { made.forms[$0.form].text }.joined() == text)
      #expect(made.tokens.count == text.utf8.count / 2048 + 1)
      #expect(made.tokens.allSatisfy { $0.span.length <= 2048 && $0.span.length > 0 })
    }
    let quotes = try tokens(DocumentText(String(repeating: "\"", count: 20_000)))
    #expect(quotes.tokens.count == 20_000)
  }

  @Test("characters that Unicode takes for the same are other characters to a model")
  func canonicalEquivalents() throws {
    let made = try tokens("\u{E9} e\u{301} K \u{212A} — :) a\u{37E} don't")
    let forms = made.tokens.map { made.forms[$0.form] }
    #expect(forms[0].textID != forms[1].textID && forms[1].shape == "x\u{301}")
    #expect(forms[2].textID != forms[3].textID)
    #expect(forms[6].text.utf8.elementsEqual("a\u{37E}".utf8))
    #expect(ExactString("\u{37E}") != ExactString(";") && "\u{37E}" == ";")
  }

  @Test("when it has seen many words it begins anew, and earlier texts keep their forms")
  func generations() throws {
    let tokenizer = try SpacyTokenizer(
      tokenizer: packed(["exceptions": [:] as [String: Int], "prefix_search": "^\\(", "suffix_search": "\\)$"]),
      lookups: packed([:] as [String: Int]), resources: ResourceLoader(), manyForms: 100)
    let before = tokenizer.tokens(of: "before (that)")
    let made = tokenizer.tokens(of: DocumentText((0..<5000).map { "w\($0)" }.joined(separator: " ")))
    #expect(made.tokens.count == 5000)
    #expect(made.forms.generation == before.forms.generation)
    #expect(made.forms[made.tokens[4999].form].text == "w4999")
    let after = tokenizer.tokens(of: "before (that)")
    #expect(after.forms.generation != before.forms.generation)
    for tokens in [before, after] {
      #expect(tokens.tokens.map { tokens.forms[$0.form].text } == ["before", "(", "that", ")"])
    }
  }

  @Test("a file that is no tokenizer is refused")
  func refusals() throws {
    for file in [[0x01], packed(["exceptions": ["don't": [[65: "do"]]]]), packed(["prefix_search": "("])] {
      #expect(throws: AnalysisError.self) {
        try SpacyTokenizer(tokenizer: file, lookups: packed([:] as [String: Int]), resources: ResourceLoader())
      }
    }
  }
}
