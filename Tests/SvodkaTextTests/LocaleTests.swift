import SvodkaText
import Testing

@Suite struct LocaleTests {
  @Test func `regions have names in both languages`() {
    #expect(RegionNames.regions.count > 240 && RegionNames.regions.contains("ET"))
    #expect(RegionNames.name(region: "RU", in: "ru") == "Россия")
    #expect(RegionNames.name(region: "RU", in: "en") == "Russia")
    #expect(RegionNames.name(region: "150", in: "en") == "Europe")
    #expect(RegionNames.name(region: "QX", in: "en") == nil)
    #expect(RegionNames.name(region: "no region", in: "en") == nil)
  }

  @Test func `normal forms`() throws {
    #expect(try Array(Normalizer.normalize("и\u{306}", to: .nfc).utf8) == Array("й".utf8))
    #expect(try Normalizer.normalize("№1 ﬁn", to: .nfkcCasefold) == "no1 fin")
    #expect(try Normalizer.normalize(String(repeating: "ﷺ", count: 50), to: .nfkcCasefold).count > 500)
    #expect(try Normalizer.normalize("", to: .nfc).isEmpty)
  }

  @Test func `words stand in their language's order`() throws {
    let collator = try Collator(locale: "ru")
    #expect(collator.sorted(["яма", "ёлка", "жук", "ель", "Ельня"]) == ["ёлка", "ель", "Ельня", "жук", "яма"])
    #expect(try Collator(locale: "ru", strength: .primary).compare("Елка", "ёлка") == 0)
  }

  @Test func `versions are two numbers`() {
    #expect(ICUVersion.icu.split(separator: ".").allSatisfy { Int($0) != nil })
    #expect(ICUVersion.unicode.contains("."))
  }
}
