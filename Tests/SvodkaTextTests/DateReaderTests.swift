import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

@Suite struct DateReaderTests {
  /// Rows of «sentence with [an expression] = its ISO form»; `?` where it is open. The day is Wednesday, 18 February 2015.
  private func expect(_ language: String, on day: CivilDate? = CivilDate(year: 2015, month: 2, day: 18), _ rows: String)
    throws
  {
    let reader = try DateReader(language: language, resources: ResourceLoader())
    for row in rows.split(separator: "\n") {
      let sides = row.split(separator: "=").map(String.init)
      let plain = sides[0].replacing("[", with: "").replacing("]", with: "")
      let text = DocumentText(plain)
      let found = reader.dates(in: text, on: day)
      var marked = ""
      var at = 0
      for mention in found {
        marked += text[TextSpan(at, mention.span.start)] + "[" + text[mention.span] + "]"
        at = mention.span.end
      }
      marked += text[TextSpan(at, text.count)]
      #expect(marked == sides[0])
      #expect(found.map { $0.iso ?? "?" }.joined(separator: " ") == (sides.count > 1 ? sides[1].trimming() : ""))
    }
  }

  @Test func `Russian dates`() throws {
    try expect(
      "ru",
      """
      Встреча прошла [21 января 2014 года] в Вене. = 2014-01-21
      Встреча прошла [21 января] в Вене, а [30 декабря] — в Риме. = 2015-01-21 2014-12-30
      Договор от [04.07.2018] вступил в силу. = 2018-07-04
      Это случилось в [марте 2011 года] и в [апреле]. = 2011-03 2015-04
      Война началась в [2014 году]. = 2014
      Бои шли [с 3 по 7 февраля]. = 2015-02-03/2015-02-07
      Бои шли [с 28 января по 3 февраля 2013 года]. = 2013-01-28/2013-02-03
      Погибли 5 человек, 31 апреля не бывает, 14 мирных жителей. =
      """)
  }

  @Test func `Russian relative dates`() throws {
    try expect(
      "ru",
      """
      [Вчера] он уехал, [завтра] вернётся. = 2015-02-17 2015-02-19
      Об этом в [понедельник] сообщил посол. = 2015-02-16
      Он вернётся в [следующую пятницу]. = 2015-02-20
      [С начала года] погибли семеро. = 2015-01-01/..
      [За сутки] ранены трое, [за последние три дня] — десять. = 2015-02-17/2015-02-18 2015-02-15/2015-02-18
      На [прошлой неделе] прошёл обмен. = 2015-02-09/2015-02-15
      [С марта 2011 года] бежали тысячи. = 2011-03/..
      [С марта] бежали тысячи. = 2014-03/..
      В [прошлом году] и [два месяца назад] было тише. = 2014 2014-12
      Это было [27 декабря прошлого года], за два дня до встречи. = 2014-12-27
      Перемирие продлится [до 1 апреля]. = ../2015-04-01
      Переговоры начнутся [через неделю]. = 2015-02-25
      """)
  }

  @Test func `English dates`() throws {
    try expect(
      "en",
      """
      They met on [January 21, 2014] in Vienna. = 2014-01-21
      They met on [Jan. 21] and on [3 February]. = 2015-01-21 2015-02-03
      The talks of [March 2011] and [July 4th, 2018] failed. = 2011-03 2018-07-04
      The treaty of [07/04/2018] and [2018-07-05] holds. = 2018-07-04 2018-07-05
      It ran [from January 26 to January 29]. = 2015-01-26/2015-01-29
      On [January 5] and 10 days [between May 5 and May 9]. = 2015-01-05 2015-05-05/2015-05-09
      It ran on [Jan. 26-29] in Geneva. = 2015-01-26/2015-01-29
      The war began in [2014], and 1,200 people died. = 2014
      They may march in the sun for 12 days. =
      """)
  }

  @Test func `English relative dates`() throws {
    try expect(
      "en",
      """
      He left on [Wednesday] and returned on [Friday]. = 2015-02-18 2015-02-13
      He left [yesterday] and returns [next Wednesday]. = 2015-02-17 2015-02-25
      [Since March 2011] thousands fled. = 2011-03/..
      [Last week] ten were hurt, [this month] twenty. = 2015-02-09/2015-02-15 2015-02
      [In the past 24 hours] three died. = 2015-02-17/2015-02-18
      [Two years ago] it was calm. = 2013
      [Since the beginning of the year] seven died. = 2015-01-01/..
      It began in [March last year]. = 2014-03
      The truce holds [until April 1]. = ../2015-04-01
      """)
  }

  @Test func `what a text leaves open stays open`() throws {
    try expect("ru", on: nil, "Он приехал [21 января], в [среду], а не [вчера]. = XXXX-01-21 ? ?")
    try expect("en", on: nil, "He came on [Wednesday], or on [Friday, May 5]. = ? XXXX-05-05")
    let reader = try DateReader(language: "en", resources: ResourceLoader())
    #expect(reader.dates(in: "He came on Wednesday.").first?.weekday == 3)
  }

  @Test func `the day is that of the zone`() throws {
    // 4 July 2018, 22:30 UTC.
    let seconds = 1_530_743_400
    for (zone, day) in [
      ("UTC", "2018-07-04"), ("Europe/Moscow", "2018-07-05"), ("America/New_York", "2018-07-04"),
      ("GMT+2", "2018-07-05"),
      ("Asia/Damascus", "2018-07-05"), ("Europe/London", "2018-07-04"),
    ] {
      #expect(try CivilDate(secondsSince1970: seconds, zone: zone).description == day, "\(zone)")
    }
    #expect(try CivilDate(secondsSince1970: -1, zone: "UTC").description == "1969-12-31")
    let reader = try DateReader(language: "ru", resources: ResourceLoader())
    let day = try CivilDate(secondsSince1970: seconds, zone: "Europe/Moscow")
    #expect(reader.dates(in: "Он приехал вчера.", on: day).first?.iso == "2018-07-04")
    for (seconds, zone) in [(0, "Mars/Olympus"), (0, ""), (Int.max, "UTC"), (Int.min, "UTC")] {
      let error = #expect(throws: AnalysisError.self) { try CivilDate(secondsSince1970: seconds, zone: zone) }
      #expect(error?.code == "A106")
    }
  }

  @Test func `a leap day falls in a leap year`() throws {
    try expect("en", on: CivilDate(year: 2016, month: 3, day: 5), "It was on [February 29]. = 2016-02-29")
  }

  @Test func `a date does not go over a line end, and looks inside its span alone`() throws {
    let reader = try DateReader(language: "ru", resources: ResourceLoader())
    let text: DocumentText = "В зале было 21\nянваря и 5 мая"
    #expect(reader.dates(in: text).map { text[$0.span] } == ["5 мая"])
    #expect(reader.dates(in: text, within: TextSpan(0, 10)).isEmpty)
  }

  @Test func `a language without a table is told`() {
    #expect(throws: AnalysisError.self) { try DateReader(language: "ka", resources: ResourceLoader()) }
  }

  @Test(arguments: ["ru", "en"]) func `random expressions never crash it`(language: String) throws {
    let reader = try DateReader(language: language, resources: ResourceLoader())
    let pieces = [
      "31", "2", "2015", "0", "99999999999", "января", "May", "с", "до", "since", "of", "04.07.2018", "99.99.9999",
      "1-2-3", "-", ".", ",",
      "\n", "ago", "last", "year", "за", "недели", "назад", "Wednesday", "5-го", "🕊",
    ]
    var random = SplitMix(seed: 9)
    for _ in 0..<400 {
      let text = DocumentText((0..<12).compactMap { _ in pieces.randomElement(using: &random) }.joined(separator: " "))
      for day in [nil, CivilDate(year: 1, month: 1, day: 1), CivilDate(year: 9999, month: 12, day: 31)] {
        let found = reader.dates(in: text, on: day)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
      }
    }
  }
}

extension String {
  fileprivate func trimming() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
