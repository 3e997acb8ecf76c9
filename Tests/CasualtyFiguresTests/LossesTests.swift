import CasualtyFigures
import Testing

/// Whose losses a claimant speaks of, where no list of actors tells.
@Suite struct LossesTests {
  @Test(arguments: [
    ("The army put enemy losses at 340 killed, and its own at 28 dead.", "en", [CasualtyLosses.enemy, .own]),
    ("The rebels said they had lost nine men.", "en", [.own]),
    ("Наши потери — пятеро раненых, противник оставил 60 трупов, сообщили в штабе.", "ru", [.own, .enemy]),
    ("Повстанцы заявили, что потеряли 12 бойцов.", "ru", [.own]),
  ]) func wordsTellWhose(text: String, language: String, expected: [CasualtyLosses]) async throws {
    #expect(try await figures(text, language).map(\.losses) == expected)
  }

  @Test(arguments: [
    ("Nine enemy soldiers were killed.", "en"), ("Doctors said 12 militants had been killed.", "en"),
    ("Врачи сообщили о 12 убитых боевиках.", "ru"),
  ]) func nobodysLossesWhereNoOneSpeaksOrTakesSides(text: String, language: String) async throws {
    #expect(try await figures(text, language).map(\.losses) == [nil])
  }
}
