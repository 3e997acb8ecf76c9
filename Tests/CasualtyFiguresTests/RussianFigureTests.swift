import CasualtyFigures
import SvodkaKit
import Testing

@Suite struct RussianFigureTests {
  @Test(arguments: [
    ("Погибли не менее девяти человек, ещё 30 ранены.", "killed 9- at_least; wounded 30-30"),
    ("Снаряд убил четверых сельчан.", "killed 4-4"),
    ("Двенадцать погибших и тридцать раненых — итог налёта.", "killed 12-12; wounded 30-30"),
    ("Число жертв урагана выросло до 61.", "killed 61-61"),
    ("Найдены тела 12 человек.", "killed 12-12"),
    ("Шторм унёс жизни сорока рыбаков.", "killed 40-40"),
    ("Пропали без вести человек двадцать.", "missing 20-20 about"),
    ("Без крова остались около 20 тысяч человек.", "displaced 20000-20000 about"),
    ("В плен сдались полсотни солдат.", "captured 50-50 about"),
    ("Погиб 70-летний пенсионер.", "killed 1-1"),
    ("Армия потеряла 14 человек убитыми и 30 ранеными.", "killed 14-14; wounded 30-30"),
    ("Более ста человек убиты и ранены.", "affected 100- more_than"),
    ("Погибли трое, пострадали 17 человек.", "killed 3-3; wounded 17-17"),
    ("Пострадали 17 человек.", "affected 17-17"),
  ]) func findsWhatHappened(text: String, expected: String) async throws {
    #expect(try await noted(text, "ru") == expected)
  }

  @Test(arguments: [
    ("Погибли 20 человек, в том числе четверо детей.", "killed 20-20; killed 4-4"),
    ("Восемь человек погибли в Торване, пять — в Хальдене.", "killed 8-8; killed 5-5"),
    ("Похищены десять девочек, две из них погибли.", "captured 10-10; killed 2-2"),
    ("Число погибших увеличилось с 12 до 15.", "killed 12-12 former; killed 15-15"),
    ("Число погибших уточнено: не 19, а 17.", "killed 19-19 former; killed 17-17"),
    ("Обошлось без жертв.", "killed 0-0"),
    ("Никто не пострадал.", "affected 0-0"),
    ("Не обошлось без жертв: трое ранены.", "wounded 3-3"),
  ]) func countsListsPartsAndNobody(text: String, expected: String) async throws {
    #expect(try await noted(text, "ru") == expected)
  }

  @Test(arguments: [
    "В город вошли 30 танков и 4000 солдат.",
    "Может погибнуть до 300 человек, предупредили спасатели.",
    "Удар разрушил четыре дома и 12 машин.",
    "Из плена освобождены 75 военнослужащих.",
    "На учениях условный противник потерял 200 солдат.",
    "Матч посетили 40 тысяч зрителей.",
    "Слухи о двадцати погибших не подтвердились.",
    "За поправку проголосовали 300 депутатов.",
    "Вернулись домой 250 тысяч беженцев.",
  ]) func findsNothing(text: String) async throws {
    #expect(try await noted(text, "ru") == "")
  }

  @Test func namesWhoVouches() async throws {
    let found = try await figures("По данным МВД, убиты двое прохожих.", "ru")
    #expect(found.map { $0.claimedBy?.text.text } == ["МВД"])
    #expect(found.map { $0.victims?.text.text } == ["прохожих"])
  }

  @Test func countsFromADate() async throws {
    let found = try await figures("С начала года погибли 40 шахтёров.", "ru")
    #expect(found.map(\.scope) == [.cumulative])
    #expect(found.first?.since?.text.text == "начала года")
  }

  @Test func numbersFiguresInTextOrder() async throws {
    let found = try await figures("Погибли двое. Ранены трое. Похищен один.", "ru")
    #expect(found.map(\.id) == ["cf-1", "cf-2", "cf-3"])
    #expect(found.map(\.kind) == [.killed, .wounded, .captured])
  }
}
