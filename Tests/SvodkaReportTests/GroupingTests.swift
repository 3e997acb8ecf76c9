import SvodkaKit
import SvodkaReport
import Testing

@Suite struct GroupingTests {
  private var metadata: Metadata {
    var metadata = Metadata()
    metadata.source = "Herald"
    metadata.date = "2016-01-30T23:30:00+03:00"
    metadata.extra = [.init("desk", "north"), .init("page", 3)]
    return metadata
  }

  @Test func valuesOfADocument() throws {
    let grouping = try Grouping("source, lang,date:week,desk,page,nothing")
    #expect(grouping.values(of: metadata, language: "ru") == ["Herald", "ru", "2016-W04", "north", "3", ""])
    #expect(grouping.description == "source,lang,date:week,desk,page,nothing")
    for (step, value) in [("date", "2016-01-30"), ("date:month", "2016-01"), ("date:year", "2016")] {
      #expect(try Grouping(step).values(of: metadata, language: "ru") == [value])
    }
    #expect(try Grouping("source,date").values(of: Metadata(), language: "und") == ["", ""])
  }

  @Test(arguments: ["", "date:hour", "source,source", "a:b", "source,", "lang:x"])
  func whatIsNoGroupingIsAnError(_ text: String) {
    #expect(throws: AnalysisError.self) { try Grouping(text) }
  }

  @Test func aCoarserGroupingIsDerived() throws {
    let fine = try Grouping("source,lang,date:day")
    let values = fine.values(of: metadata, language: "en")
    for (coarse, expected) in [
      ("lang", ["en"]), ("date:week,source", ["2016-W04", "Herald"]), ("date:year", ["2016"]),
      ("date:day", ["2016-01-30"]),
    ] {
      #expect(try fine.coarsening(to: Grouping(coarse))(values) == expected)
    }
    #expect(try Grouping("date:month").coarsening(to: Grouping("date:year"))(["2016-01"]) == ["2016"])
    #expect(try fine.coarsening(to: Grouping("date:week"))(["", "", ""]) == [""])
  }

  @Test(arguments: [
    ("source", "source,lang", "source,lang"), ("date:week", "date:day", "date:day"),
    ("date:week", "date:month", "date:month"),
    ("source,date:month", "date:week", "source,date:week"), ("lang", "desk", "lang,desk"),
  ])
  func aFinerOneIsRefused(_ made: String, _ asked: String, _ advice: String) throws {
    #expect {
      _ = try Grouping(made).coarsening(to: Grouping(asked))
    } throws: {
      let error = $0 as? AnalysisError
      return error?.code == "I116" && error?.message.contains("--by \(advice)") == true
    }
  }
}
