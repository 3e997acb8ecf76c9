import SvodkaLanguage
import SvodkaResources
import Testing

@testable import SvodkaNames

@Suite struct EntityResolverTests {
  private static let resolver = Result { try EntityResolver(resources: ResourceLoader()) }

  /// Links as `from > to: reason` among people whose ids are their names.
  private func links(_ people: [(String, Int)], _ type: EntityType = .person) throws -> [String] {
    var entities = RunEntities()
    for (name, documents) in people { entities.add(RunEntity(id: name, name: name, type: type, documents: documents)) }
    return try Self.resolver.get().links(among: entities).map { "\($0.from) > \($0.to): \($0.reason)" }
  }

  @Test func joinsSurnameAndFullName() throws {
    #expect(try links([("Vetrov", 3), ("Sergei Vetrov", 2)]) == ["Vetrov > Sergei Vetrov: surname"])
    #expect(try links([("Ветров", 3), ("Sergei Vetrov", 2)]) == ["Ветров > Sergei Vetrov: surname"])
  }

  @Test func leavesASurnameOfTwoAlone() throws {
    #expect(try links([("Vetrov", 3), ("Sergei Vetrov", 2), ("Anton Vetrov", 1)]).isEmpty)
    #expect(try links([("Vetrov", 3), ("Sergei Vetrova", 2)]).isEmpty)
  }

  @Test func joinsSpellings() throws {
    #expect(
      try links([("Hakim Zeytun", 5), ("Hakim Zaytun", 2), ("Хаким Зейтун", 1)]) == [
        "Hakim Zaytun > Hakim Zeytun: spelling", "Хаким Зейтун > Hakim Zeytun: spelling",
      ])
    #expect(try links([("Тель-Рахва", 5), ("Tell Rahwa", 2)], .location) == ["Tell Rahwa > Тель-Рахва: spelling"])
    #expect(try links([("Иран", 5), ("Iraq", 2), ("Ирак", 1)], .location) == ["Ирак > Iraq: table"])
  }

  /// Hundreds of bearers of one surname, all named more often, hide nobody.
  @Test func findsOneNameAmongMany() throws {
    var people: [(String, Int)] = [("Sergei Vetrov", 2), ("Сергей Ветров", 1)]
    for first in "bdgklmnprtvz" {
      for second in "bdgklmnprtvz" {
        for third in ["ina", "oru", "ulte"] { people.append(("Sa\(first)o\(second)\(third) Vetrov", 5)) }
      }
    }
    #expect(try links(people).contains("Сергей Ветров > Sergei Vetrov: given name"))
  }

  @Test func joinsInitialsWithTheirOnlyName() throws {
    #expect(try links([("I. Vetrov", 5), ("Ivan Vetrov", 3), ("Igor Vetrov", 1)]).isEmpty)
    #expect(try links([("I. Vetrov", 5), ("И. Ветров", 3)]) == ["И. Ветров > I. Vetrov: initials"])
    #expect(try links([("Sergei Vetrov", 3), ("С. Ветров", 1)]) == ["С. Ветров > Sergei Vetrov: initials"])
    #expect(try links([("George Vetrov", 3), ("Дж. Ветров", 1)]) == ["Дж. Ветров > George Vetrov: initials"])
  }

  @Test func doesNotDependOnTheOrder() throws {
    let people = [("Hakim Zeytun", 2), ("Hakim Zaytun", 2), ("Vetrov", 1), ("Sergei Vetrov", 1), ("Ветров", 1)]
    let forward = try links(people)
    #expect(forward.count == 3)
    #expect(try links(people.reversed()) == forward)
  }

  @Test func takesTheFullestNameOfAnID() throws {
    var (a, b) = (RunEntities(), RunEntities())
    let rows = ["Hakim Z.", "Hakim Zeytun", "Хаким Зейтун"].map { RunEntity(id: "e1", name: $0, type: .person) }
    for row in rows { a.add(row) }
    for row in rows.reversed() { b.add(row) }
    #expect(a.sorted == b.sorted)
    #expect(a.sorted.map(\.documents) == [3])
    #expect(a.sorted.map(\.name) == ["Хаким Зейтун"])
  }
}
