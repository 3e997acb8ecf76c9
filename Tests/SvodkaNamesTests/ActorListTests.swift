import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import Testing

@Suite struct ActorListTests {
  private func read(_ text: String, _ file: String = "actors.yaml") throws(AnalysisError) -> ActorList {
    try ActorListReader().read(Array(text.utf8), file: file)
  }

  /// The error of a list that is read and made ready.
  private func error(_ text: String, _ file: String = "actors.yaml") -> String? {
    do throws(AnalysisError) {
      let list = try read(text, file)
      _ = try EntityAnnotator(resources: ResourceLoader(), actors: list)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func readsActorsInTheirOrder() throws {
    let list = try read(
      """
      actors:
        avria:
          names: {ru: Аврия, en: Avria}
          side: north
          aliases: [Ардыш, {name: Верн, from: 2014-03-01, until: 2015-08-31, type: PER}]
          phrases: ["avrian troop*"]
        avria-navy: {parent: avria}
      """)
    #expect(list.entries.map(\.key) == ["avria", "avria-navy"])
    #expect(list.entries[0].aliases.map(\.name) == ["Аврия", "Avria", "Ардыш", "Верн"])
    #expect(list.entries[0].aliases[3].period.until == CivilDate(year: 2015, month: 8, day: 31))
    #expect(list.entries[0].aliases[3].type == .person)
    #expect(list.entries[0].phrases.map(\.pattern) == ["avrian troop*"])
    #expect(
      list.actor(of: list.entries[1]) == Actor(key: "avria", name: "Аврия", side: "north", part: "avria-navy"))
  }

  @Test func aTableSaysTheSame() throws {
    let yaml = try read(
      """
      actors:
        avria: {names: {ru: Аврия}, side: north, aliases: [{name: Верн, from: 2014-03-01}], phrases: ["avrian, troop*"]}
        lisse: {names: {ru: Лисса}, parent: avria}
      """)
    let table = try read(
      "\u{FEFF}side,key,name_ru,parent,alias,phrase,from\r\n"
        + "north,avria,Аврия,,Верн,,2014-03-01\r\n,avria,Аврия,,,\"avrian, troop*\",\r\n\r\n,lisse,Лисса,avria,,,\r\n",
      "actors.csv")
    #expect(table.entries.map(\.key) == yaml.entries.map(\.key))
    #expect(table.entries.map { $0.aliases.map(\.name) } == yaml.entries.map { $0.aliases.map(\.name) })
    #expect(table.entries.map { $0.aliases.map(\.period) } == yaml.entries.map { $0.aliases.map(\.period) })
    #expect(table.entries.map { $0.phrases.map(\.pattern) } == yaml.entries.map { $0.phrases.map(\.pattern) })
    #expect(table.entries.map { table.actor(of: $0) } == yaml.entries.map { yaml.actor(of: $0) })
  }

  @Test(arguments: [
    ("actors:\n  a: {alias: [X]}", "actors.yaml:2:7: unknown key 'alias': did you mean 'aliases'? [P102]"),
    ("actor:\n  a: {}", "actors.yaml:1:1: unknown key 'actor': did you mean 'actors'? [P102]"),
    (
      "actors:\n  a:\n    aliases:\n      - {name: X, from: 2014-3-1}",
      "actors.yaml:4:25: 'from' takes a day such as 2016-01-30, found the text '2014-3-1' [P103]"
    ),
    (
      "actors:\n  a: {aliases: [{name: X, from: 2014-03-02, until: 2014-03-01}]}",
      "actors.yaml:2:52: 'until' (2014-03-01) is before 'from' (2014-03-02) [P103]"
    ),
    ("actors:\n  a: {aliases: [{from: 2014-03-02}]}", "actors.yaml:2:17: the key 'name' is missing [P103]"),
    (
      "actors:\n  a: {aliases: [{name: X, type: GPE}]}",
      "actors.yaml:2:33: 'type' is one of PER, LOC, ORG, not the text 'GPE' [P103]"
    ),
    (
      "actors:\n  avria: {}\n  b: {parent: avrya}",
      "actors.yaml:3:3: 'b' has the parent 'avrya', which the list lacks: did you mean 'avria'? [P103]"
    ),
    (
      "actors:\n  a: {parent: b}\n  b: {parent: a}",
      "actors.yaml:2:3: 'a' is a part of itself: a -> b -> a [P103]"
    ),
    ("actors: {}", "actors.yaml: the list has no actors [P103]"),
    ("actors:\n  a: {}\n  a: {}", "actors.yaml:2:3: a key stands twice: a [P103]"),
  ])
  func saysWhereAListIsWrong(list: String, message: String) { #expect(error(list) == message) }

  @Test(arguments: [
    ("key,alyas\na,X\n", "a.csv:1:5: unknown key 'alyas': did you mean 'alias'? [P102]"),
    ("key,alias\na,X\na\n", "a.csv:3:1: expected 2 cells, as the header has, found 1 [P103]"),
    (
      "key,alias,from\na,\"X\",1 May\n",
      "a.csv:2:7: 'from' takes a day such as 2016-01-30, found the text '1 May' [P103]"
    ),
    ("key,alias\na,\"X\n", "a.csv:2:3: the quote that begins here is not closed [P103]"),
    (
      "key,side\na,north\na,south\n",
      "a.csv:3:3: 'side' is 'south' here and 'north' in a row before: give it once [P103]"
    ),
    ("alias\nX\n", "a.csv:1:1: the column 'key' is missing in the header [P103]"),
    ("key,alias\n,X\n", "a.csv:2:1: the key 'key' is missing [P103]"),
    (
      "",
      "a.csv: the table is empty: its header is some of key,name_ru,name_en,side,parent,alias,phrase,type,from,until [P103]"
    ),
  ])
  func saysWhereATableIsWrong(table: String, message: String) { #expect(error(table, "a.csv") == message) }

  @Test func oneNameIsNotTwoActors() {
    #expect(
      error("actors:\n  a: {aliases: [Сергей Лавров]}\n  b:\n    aliases: [Xanadu, Sergei Lavrov]")
        == "actors.yaml:4:23: 'Sergei Lavrov' of 'b' is the name 'Сергей Лавров' of 'a' at actors.yaml:2:17: "
        + "remove one, or give both days that do not overlap [P116]")
    #expect(error("actors:\n  a: {aliases: [Ветров]}\n  b: {aliases: [Ветрова]}") == nil)
    #expect(error("actors:\n  a: {phrases: [rebel*]}\n  b: {phrases: [rebel*]}")?.contains("actors.yaml:2:17") == true)
  }

  @Test func oneNameMayBeTwoActorsOneAfterTheOther() {
    let list = { (until: String) in
      """
      actors:
        a: {aliases: [{name: Верн, until: \(until)}]}
        b: {aliases: [{name: Vern, from: 2015-09-01}]}
      """
    }
    #expect(error(list("2015-08-31")) == nil)
    #expect(error(list("2015-09-01"))?.hasSuffix("[P116]") == true)
  }
}
