import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import Testing

@testable import SvodkaNames

@Suite struct NameMatcherTests {
  private static let matcher = Result { try NameMatcher(resources: ResourceLoader()) }

  @Test(arguments: [
    ("Лавровым", "Lavrov"), ("С. В. Лавров", "Sergey Lavrov"), ("Лавров", "Sergei Lavrov"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Сергея Викторовича Лаврова", "Sergei Lavrov"), ("Лавров Сергей", "Sergey Lavrov"),
    ("министр Сергей Шойгу", "Sergei Shoigu"), ("Щеголев", "Shchegolev"), ("Щеголев", "Schegolev"),
    ("Пекин", "Beijing"), ("ООН", "UN"), ("Германии", "Germany"), ("Хайдер аль-Абади", "Haider Abadi"),
    ("Цзян Цзэминь", "Jiang Zemin"), ("Сергій", "Сергей"), ("Милошевич", "Milošević"),
    ("Павла Дурова", "Pavel Durov"), ("В.В. Путину", "Путин Владимир Владимирович"), ("Льва Ветрова", "Lev Vetrov"),
  ]) func joins(_ a: String, _ b: String) throws {
    let match = try Self.matcher.get().match(a, b)
    #expect(match.isSame, "\(match)")
  }

  @Test(arguments: [
    ("Иванов", "Ivanova"), ("Иванова", "Ivanov"), ("Сирия", "Serbia"), ("Иран", "Iraq"), ("Ирака", "Iran"),
    ("Валерий", "Valeria"), ("Северная Корея", "South Korea"), ("С. Лавров", "Alexander Lavrov"),
    ("Иван Петров", "Peter Ivanov"), ("Кравченко", "Kravchuk"), ("Самир", "Amir"), ("Ван И", "Wang Ying"),
    ("Иван Петрович Ветров", "Иван Павлович Ветров"), ("Пётр Иванович Ветров", "Peter Pavlovich Vetrov"),
    ("И. П. Ветров", "Иван Сергеевич Ветров"), ("Клинтоны", "Clinton"), ("Ветровы", "Ветров"),
    ("Темур Яношевич", "Темур Йовичевич"),
  ]) func keepsApart(_ a: String, _ b: String) throws {
    let match = try Self.matcher.get().match(a, b)
    #expect(!match.isSame, "\(match)")
  }

  @Test(arguments: [
    ("Министерство обороны России", "Russian Defense Ministry"), ("Минобороны РФ", "Russia's Ministry of Defence"),
    ("Министерством иностранных дел Франции", "French Foreign Ministry"),
    ("МИД Венгрии", "Foreign Ministry of Hungary"),
    ("сирийской армии", "Syrian army"), ("Вооружённые силы Йемена", "Yemeni Armed Forces"),
    ("иранским парламентом", "Iran's parliament"),
  ]) func knowsBodiesByTheirParts(_ a: String, _ b: String) throws {
    let match = try Self.matcher.get().match(a, b)
    #expect(match.isSame && match.reason == "table", "\(match)")
  }

  @Test(arguments: [
    ("МИД Украины", "Russian Foreign Ministry"), ("МИД Франции", "French Defence Ministry"),
    ("израильская армия", "Syrian army"), ("Минобороны", "Russian Defense Ministry"),
  ]) func keepsBodiesApart(_ a: String, _ b: String) throws {
    let match = try Self.matcher.get().match(a, b)
    #expect(!match.isSame, "\(match)")
  }

  /// Every place to which an adjective belongs is one of the tables.
  @Test func adjectivesBelongToKnownPlaces() throws {
    let resources = ResourceLoader()
    let grammar = try NameGrammar.shared(language: "en", resources: resources)
    let tokenizer = try Tokenizer(language: "en")
    for row in try TabbedTable("Tables/demonyms.tsv", of: "SvodkaNames", resources).rows {
      let text = DocumentText(row[0])
      let tokens = try tokenizer.tokens(in: text, within: TextSpan(0, text.bytes.count))
      #expect(grammar.known(tokens[...]).contains { $0.name.key == TokenKey.key(row[0]) }, "\(row[0])")
    }
  }

  @Test func isSymmetric() throws {
    let matcher = try Self.matcher.get()
    for (a, b) in [("Хафтар", "Haftar"), ("Sergey Lavrov", "С. Лавров"), ("Дейр-эз-Зор", "Deir Ezzor")] {
      #expect(try matcher.match(a, b) == matcher.match(b, a))
    }
  }

  @Test func saysWhy() throws {
    let matcher = try Self.matcher.get()
    #expect(try matcher.match("Пекин", "Beijing").reason == "table")
    #expect(try matcher.match("Лавров", "Sergei Lavrov").reason == "surname")
    #expect(try matcher.match("С. Лавров", "Sergei Lavrov").reason == "initials")
    #expect(try matcher.match("Хафтар", "Haftar").reason == "spelling")
  }

  @Test func hasOneKeyInBothScripts() throws {
    let matcher = try Self.matcher.get()
    #expect(try matcher.key(of: "Сергеем Лавровым") == matcher.key(of: "Sergey Lavrov"))
    #expect(try matcher.key(of: "Пекине") == matcher.key(of: "Beijing"))
    #expect(try matcher.key(of: "Иванова") != matcher.key(of: "Ivanov"))
  }

  /// Pairs of people, places and bodies of world news, written for this test.
  @Test func keepsItsQualityOnPairs() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/name-pairs.tsv")
    let matcher = try Self.matcher.get()
    var (right, found, wanted) = (0, 0, 0)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 4)
      let isSame = try matcher.match(cells[0], cells[1]).isSame
      wanted += cells[2] == "same" ? 1 : 0
      found += isSame ? 1 : 0
      right += isSame && cells[2] == "same" ? 1 : 0
    }
    #expect(Double(right) / Double(found) >= 0.98, "\(found - right) false")
    #expect(Double(right) / Double(wanted) >= 0.92, "\(wanted - right) missed")
  }
}
