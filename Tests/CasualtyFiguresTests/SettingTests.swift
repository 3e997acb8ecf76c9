import CasualtyFigures
import SvodkaKit
import Testing

/// When and where it happened, since and for when a figure holds, against Wednesday, 18 February 2015.
@Suite struct SettingTests {
  private func found(_ text: String, _ language: String = "en") async throws -> CasualtyFigure {
    try #require(try await figures(text, language, date: "2015-02-18").last)
  }

  @Test(arguments: [
    ("A bomb killed nine people in Torvan on Tuesday.", "en", "Tuesday", "2015-02-17"),
    ("The raid of 3 February left nine dead.", "en", "3 February", "2015-02-03"),
    ("A blast hit the camp on Monday. Nine people were killed.", "en", "Monday", "2015-02-16"),
    ("При обстреле 3 февраля погибли девять человек.", "ru", "3 февраля", "2015-02-03"),
    ("В понедельник в лагере прогремел взрыв. Погибли девять человек.", "ru", "понедельник", "2015-02-16"),
    ("Вчера в бою убиты девять солдат.", "ru", "Вчера", "2015-02-17"),
  ]) func readsTheDay(text: String, language: String, words: String, period: String) async throws {
    let figure = try await found(text, language)
    #expect(figure.date?.text.text == words)
    #expect(figure.date?.period == period)
  }

  @Test(arguments: [
    ("Nine people were killed, the mayor said on Tuesday.", "en"),
    ("Police said on Tuesday that nine people had been killed.", "en"),
    ("Погибли девять человек, сообщили в полиции во вторник.", "ru"),
  ]) func theDayOfTheReportIsNotThatOfTheEvent(text: String, language: String) async throws {
    #expect(try await found(text, language).date == nil)
  }

  @Test(arguments: [
    ("Since January 2014 some 300 miners have died.", "en", "January 2014", "2014-01/.."),
    ("Some 300 miners have died since the war began in March 2013.", "en", "the war began in March 2013", "2013-03/.."),
    ("С начала года погибли 40 шахтёров.", "ru", "начала года", "2015-01-01/.."),
    ("С марта 2013 года погибли 40 шахтёров.", "ru", "марта 2013 года", "2013-03/.."),
    ("С начала боёв в районе погибли 40 шахтёров.", "ru", "начала боёв", nil),
  ]) func readsSinceWhen(text: String, language: String, words: String, period: String?) async throws {
    let figure = try await found(text, language)
    #expect(figure.scope == .cumulative)
    #expect(figure.since?.text.text == words)
    #expect(figure.since?.period == period)
  }

  @Test(arguments: [
    ("Nine people died, said the surgeon, who has run the hospital since 2013.", "en"),
    ("Погибли девять человек, сказал хирург, который руководит больницей с 2013 года.", "ru"),
  ]) func aRelativeClauseAboutAPersonOpensNoPeriod(text: String, language: String) async throws {
    let figure = try await found(text, language)
    #expect(figure.scope == .incident)
    #expect(figure.since == nil)
  }

  @Test(arguments: [
    ("As of 12 February the death toll stood at 640.", "en", "12 February", "2015-02-12"),
    ("By Friday the number of wounded had reached 90.", "en", "Friday", "2015-02-13"),
    ("По состоянию на 12 февраля число погибших составляет 640.", "ru", "12 февраля", "2015-02-12"),
    ("К пятнице число раненых достигло 90.", "ru", "пятнице", "2015-02-13"),
  ]) func readsForWhenItHolds(text: String, language: String, words: String, period: String) async throws {
    let figure = try await found(text, language)
    #expect(figure.asOf?.text.text == words)
    #expect(figure.asOf?.period == period)
    #expect(figure.date == nil)
  }

  @Test(arguments: [
    ("A bomb killed nine people in the Sarif valley.", "en", "Sarif"),
    ("Ferry sinks off Maronde: 12 dead", "en", "Maronde"),
    ("Israel said 25 militants had been killed in Rafah.", "en", "Rafah"),
    ("A blast hit Kharkiv on Monday. Nine people were killed.", "en", "Kharkiv"),
    ("После взрыва на шахте «Заря» пропали девять горняков.", "ru", "Заря"),
    ("Под Вельском в ДТП погибли двое.", "ru", "Вельском"),
  ]) func readsThePlace(text: String, language: String, place: String) async throws {
    #expect(try await found(text, language).place?.text.text.contains(place) == true)
  }

  @Test func whoSpeaksIsNoPlace() async throws {
    #expect(try await found("Israel said its aircraft had killed 25 militants.").place == nil)
  }

  @Test(arguments: [
    ("Sixteen miners are missing after an explosion at the Zarya pit.", "en", CasualtyCause.accident),
    ("An explosion in a market killed nine.", "en", .violence),
    ("A blast hit the camp after a drone attack on the fuel depot. Nine people were killed.", "en", .violence),
    ("Число раненых при землетрясении выросло до 90.", "ru", .disaster),
    ("На складе произошёл взрыв. Погибли двое.", "ru", .accident),
  ]) func readsTheCause(text: String, language: String, cause: CasualtyCause) async throws {
    #expect(try await found(text, language).cause == cause)
  }
}
