import SvodkaLanguage
import SvodkaResources
import Testing

@testable import SvodkaNames

@Suite struct SoundCodeTests {
  private func code(_ name: String, _ language: String) throws -> String {
    try SoundCode(language: language, resources: ResourceLoader()).code(
      of: name.split(separator: " ").map { TokenKey.key(String($0)) })
  }

  @Test(arguments: [
    ("Сергей Ветров", "Sergey Vetrov"), ("Сергей Ветров", "Sergei Vetrov"), ("Карск", "Karsk"), ("Орбан", "Orbán"),
    ("Щукин", "Shchukin"), ("Порт-Лисс", "Port Lisse"), ("Абдалла Биляль", "Abdallah Bilal"), ("Мухаммед", "Mohammed"),
    ("Юлия", "Yulia"), ("Вильям", "William"), ("Хакан Фидан", "Hakan Fidan"), ("Джидда", "Jeddah"),
  ]) func agrees(russian: String, english: String) throws {
    #expect(try code(russian, "ru") == code(english, "en"))
  }

  @Test(arguments: [
    ("Петров", "Petrova"), ("Белград", "Belgorod"), ("Литва", "Latvia"), ("Ростов", "Rostock"), ("Тигр", "Tigray"),
  ]) func differs(russian: String, english: String) throws {
    #expect(try code(russian, "ru") != code(english, "en"))
  }
}
