import SvodkaKit
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2016-01-30", 6, "2016-W04"), ("2016-01-03", 7, "2015-W53"), ("2018-12-31", 1, "2019-W01"),
    ("2024-02-29", 4, "2024-W09"),
  ]) func knowsWeekdaysAndWeeks(text: String, weekday: Int, week: String) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == week)
    #expect(date.description == text)
  }

  @Test(arguments: ["2023-02-29", "2016-13-01", "2016-1-30", "16-01-30", "2016/01/30", "январь", ""])
  func refusesWhatIsNoDay(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func dayNumbersCountEveryDayOnce() throws {
    var date = try #require(CivilDate(year: 1899, month: 12, day: 30))
    for _ in 0..<60_000 {
      let next = try #require(date.advanced(byDays: 1))
      #expect(next > date)
      #expect(next.dayNumber == date.dayNumber + 1)
      date = next
    }
    #expect(date == CivilDate(year: 2064, month: 4, day: 8))
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }
}
