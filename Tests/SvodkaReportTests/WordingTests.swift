import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaReport

@Suite struct WordingTests {
  private static let owners = [
    ("Tables", "SvodkaReport"), ("Lexicons", "EntityCounts"), ("Lexicons", "CasualtyFigures"),
    ("Lexicons", "TalksStance"),
  ]

  @Test func russianNumbersAndPlurals() throws {
    let wording = try LocalWording(language: "ru", resources: ResourceLoader())
    #expect(wording.number(1_234_567) == "1\u{A0}234\u{A0}567")
    #expect(wording.number(1234.56, digits: 1) == "1\u{A0}234,6")
    let note = { (count: Int) in
      wording.text("note.small-groups", of: "SvodkaReport", count: count, ["groups": "а", "least": "5"])
    }
    #expect(note(1).hasPrefix("В группе а ") && note(2).hasPrefix("В группах а ") && note(5).hasPrefix("В группах"))
    #expect(wording.precedes("ёж", "жук") && wording.precedes("Анна", "анна") != wording.precedes("анна", "Анна"))
    #expect(wording.text("no.such.key", of: "SvodkaReport") == "no.such.key")
    #expect(
      wording.text("counts.more-in", of: "SvodkaReport", ["group": "{names}", "names": "x"])
        == "Чаще названы в {names}: x.")
  }

  @Test func englishNumbers() throws {
    let wording = try LocalWording(language: "en", resources: ResourceLoader())
    #expect(wording.number(1_234_567) == "1,234,567")
    #expect([0.05, 0.25, 2.5].map { wording.number($0, digits: 1) } == ["0.1", "0.3", "2.5"])
    #expect(throws: AnalysisError.self) { try LocalWording(language: "xx", resources: ResourceLoader()) }
  }

  @Test(arguments: owners)
  func everyKeyIsInBothLanguagesWithTheSamePlaces(_ folder: String, _ owner: String) throws {
    let resources = ResourceLoader()
    let tables = try LocalWording.languages.map {
      try WordingTable(folder: folder, owner: owner, language: $0, resources: resources)
    }
    #expect(tables[0].keys == tables[1].keys)
    for key in tables[0].keys {
      let places = tables.map { table in
        Set(
          (table[key]?.all ?? [:]).values.flatMap { text in
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
              $0.split(separator: "}").first.map(String.init)
            }
          })
      }
      #expect(places[0] == places[1], "\(key)")
    }
  }
}
