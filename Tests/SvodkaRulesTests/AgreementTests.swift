import SvodkaKit
import SvodkaRules
import Testing

/// Agreement in gender, number and case, as Russian has it.
@Suite struct AgreementTests {
  private let words = WordTable(
    """
    новый новый ADJ Case=Nom|Gender=Masc|Number=Sing
    новая новый ADJ Case=Nom|Gender=Fem|Number=Sing
    новые новый ADJ Case=Nom|Number=Plur
    новым новый ADJ Case=Ins|Gender=Masc|Number=Sing
    посол посол NOUN Case=Nom|Gender=Masc|Number=Sing
    послы посол NOUN Case=Nom|Gender=Masc|Number=Plur
    послом посол NOUN Case=Ins|Gender=Masc|Number=Sing
    иван иван PROPN Case=Nom|Gender=Masc|Number=Sing _ PER
    анна анна PROPN Case=Nom|Gender=Fem|Number=Sing _ PER
    """)

  private func rules(_ agree: String) throws -> Rules {
    try Rules(
      """
      kind: pattern
      name: a
      patterns:
        x:
          sequence:
            - {pos: ADJ, capture: adjective}
            - {any: true, repeat: 0+}
            - {pos: NOUN, capture: noun}
          agree: \(agree)
      """, words: words)
  }

  @Test func wordsAgreeInGenderNumberAndCase() async throws {
    let rules = try rules("[adjective, noun]")
    for phrase in ["новый посол", "новые послы", "новым послом"] {
      #expect(try await rules.findings("Это \(phrase).", language: "ru").map(\.evidence.text) == [phrase])
    }
    for phrase in ["новая посол", "новый послом", "новые посол"] {
      #expect(try await rules.findings("Это \(phrase).", language: "ru").isEmpty)
    }
  }

  @Test func ofSeveralWaysTheOneThatAgreesIsTaken() async throws {
    let rules = try rules("[adjective, noun]")
    // The longest way ends at a noun in another case.
    #expect(
      try await rules.told("Там новый наш посол с послом.", language: "ru") == [
        "x: новый наш посол adjective=новый noun=посол"
      ])
  }

  @Test func agreementMayBeInSomeFeaturesAlone() async throws {
    let rules = try rules("{words: [adjective, noun], in: [case]}")
    #expect(try await rules.findings("Это новая посол.", language: "ru").count == 1)
    #expect(try await rules.findings("Это новый послом.", language: "ru").isEmpty)
  }

  @Test func aNameAgreesByItsFirstDeclinedWord() async throws {
    let rules = try Rules(
      "kind: pattern\nname: a\npatterns:\n  x:\n    sequence: [{pos: ADJ, capture: a}, {entity: PER, capture: b}]\n    agree: [a, b]\n",
      words: words)
    #expect(try await rules.findings("Это новая Анна.", language: "ru").count == 1)
    #expect(try await rules.findings("Это новая Иван.", language: "ru").isEmpty)
  }

  @Test func mistakesAreNamed() {
    let wrong = { (agree: String) in
      Rules.error(
        "kind: pattern\nname: a\npatterns:\n  x:\n    sequence: [{pos: ADJ, capture: word}, b]\n    agree: \(agree)\n")
    }
    #expect(wrong("[word, wrd]").contains("no part of the pattern is called 'wrd': did you mean 'word'? [P103]"))
    #expect(wrong("[word]").contains("'agree' takes the names of at least two captures"))
    #expect(wrong("{words: [word, word], in: [gendr]}").contains("'in' is one of gender, number, case, not 'gendr'"))
  }
}
