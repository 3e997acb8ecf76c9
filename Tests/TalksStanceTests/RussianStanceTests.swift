import TalksStance
import Testing

@Suite struct RussianStanceTests {
  @Test(arguments: [
    ("Анкара примет участие в мирных переговорах.", ["Анкара: support"]),
    ("Анкара отказалась от переговоров с повстанцами.", ["Анкара: oppose"]),
    ("Анкара не отказывается от переговоров.", ["Анкара: support"]),
    ("Анкара не исключает переговоров с повстанцами.", ["Анкара: neutral"]),
    ("Анкара вернётся за стол переговоров только после вывода войск.", ["Анкара: conditional"]),
    ("Берлин и Париж приветствовали начало диалога.", ["Берлин: support", "Париж: support"]),
    ("В Кремле отвергли идею переговоров.", ["Кремль: oppose"]),
  ]) func readsTheSubject(text: String, expected: [String]) async throws {
    #expect(try await noted(text, "ru") == expected)
  }

  @Test func theSpeakerHoldsAJudgement() async throws {
    #expect(
      try await noted("«Переговоры бессмысленны», — заявил министр Павел Дорин.", "ru") == ["Павел Дорин: oppose"])
  }

  @Test(arguments: [
    "Переговоры продолжались три часа.",
    "Клуб начал переговоры о переходе нападающего.",
    "В Анкаре прошёл дождь.",
  ]) func abstains(text: String) async throws {
    #expect(try await noted(text, "ru") == [])
  }

  @Test func aPronounThatNobodyCanTellIsSaidToBeUnresolved() async throws {
    let found = try await stances("Он не приедет на мирные переговоры.", "ru")
    #expect(found.map(\.label) == [.oppose])
    #expect(found.first?.holder.unresolved == true && found.first?.holder.entity == nil)
  }

  @Test func ofATextAboutSomethingElseAMeetingIsNone() async throws {
    let filler = "Дождь шёл три дня. Дети ходили в школу. В магазине был хлеб. Вечером пели песни."
    #expect(try await noted("\(filler) Лима поедет на форум в Осло. \(filler)", "ru") == [])
  }
}
