import SvodkaKit
import TalksStance
import Testing

@Suite struct EnglishStanceTests {
  @Test(arguments: [
    ("Ankara will attend the peace talks in Oslo.", ["Ankara: support"]),
    ("Ankara has refused to attend the peace talks.", ["Ankara: oppose"]),
    ("Ankara did not rule out talks with the rebels.", ["Ankara: neutral"]),
    ("Ankara will attend the talks only if Cairo does.", ["Ankara: conditional"]),
    ("Unless the shelling stops, Ankara will boycott the conference.", ["Ankara: conditional"]),
    ("Berlin and Paris welcomed the negotiations.", ["Berlin: support", "Paris: support"]),
  ]) func readsTheSubject(text: String, expected: [String]) async throws {
    #expect(try await noted(text, "en") == expected)
  }

  @Test func twoContrariesMakeOneFor() async throws {
    #expect(try await noted("Madrid refused to boycott the peace conference.", "en") == ["Madrid: support"])
  }

  @Test func theSpeakerHoldsAJudgement() async throws {
    #expect(
      try await noted("\"The talks are pointless,\" said Interior Minister Pavel Dorin.", "en")
        == ["Pavel Dorin: oppose"])
  }

  @Test func anotherIdeaNamedBeforeIsTheTarget() async throws {
    #expect(
      try await noted("Oslo proposed new talks. Lima welcomed the idea; Quito has not yet commented.", "en")
        == ["Oslo: support", "Lima: support", "Quito: neutral"])
  }

  @Test func theLastPositionStands() async throws {
    let found = try await stances("Lima rejected the talks in March. On Friday Lima agreed to attend the talks.", "en")
    #expect(found.map(\.label) == [.support])
    #expect(found.first?.before?.label == .oppose)
  }

  @Test func theConditionIsInTheTextsWords() async throws {
    let found = try await stances(
      "Quito will return to the negotiating table provided that the prisoners are freed.", "en")
    #expect(found.first?.condition?.text == "the prisoners are freed")
  }

  @Test(arguments: [
    "The talks resumed on Thursday and lasted three hours.",
    "The airline will resume pay talks with the union on Friday.",
    "The striker refused to comment on the transfer talks.",
    "Rain fell on Ankara.",
  ]) func abstains(text: String) async throws {
    #expect(try await noted(text, "en") == [])
  }
}
