import SvodkaKit
import SvodkaResources
import SvodkaText
import Testing

/// Every whole number that ICU spells is read back, in every case and gender, with its whole extent.
@Suite struct NumberSpelloutTests {
  static let russian = ["", "-genitive", "-dative", "-accusative", "-ablative", "-locative"].flatMap { ending in
    ["masculine", "feminine", "neuter"].map { "%spellout-cardinal-\($0)\(ending)" }
  }

  private func check(_ numbers: [Int], _ language: String, _ rules: String) throws {
    let speller = try NumberSpeller(locale: language, rules: rules)
    let reader = try NumberReader(language: language, resources: ResourceLoader())
    var wrong: [String] = []
    for number in numbers {
      let spelled = try speller.spell(number)
      let text = DocumentText("— \(spelled) — ")
      let found = reader.amounts(in: text)
      let right = found.count == 1 && found[0].low == number && text[found[0].core] == spelled
      if !right, wrong.count < 5 {
        wrong.append("\(number) «\(spelled)»: \(found.map { "\($0.low ?? -1) «\(text[$0.core])»" })")
      }
    }
    #expect(wrong.isEmpty, "\(rules)")
  }

  private static var large: [Int] {
    var state: UInt64 = 2016
    return (0..<400).map { n in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let limit = [100_000, 10_000_000, 1_000_000_000, 1_000_000_000_000][n % 4]
      return Int(state >> 16) % limit
    } + [10_000, 100_000, 1_000_000, 1_000_001, 21_000, 200_000, 1_000_000_000, 999_999_999_999]
  }

  @Test(arguments: russian) func readsRussian(rules: String) throws {
    try check(Array(0...10_000) + Self.large, "ru", rules)
  }

  @Test(arguments: ["%spellout-cardinal", "%spellout-cardinal-verbose"]) func readsEnglish(rules: String) throws {
    try check(Array(0...10_000) + Self.large, "en", rules)
  }

  @Test func readsOrdinals() throws {
    let reader = try NumberReader(language: "en", resources: ResourceLoader())
    let speller = try NumberSpeller(locale: "en", rules: "%spellout-ordinal")
    // "one hundredth" is a part before it is a place in a row.
    for number in 1...199 where number != 100 {
      let found = reader.amounts(in: DocumentText(try speller.spell(number)))
      #expect(found.map(\.kind) == [.ordinal] && found.first?.low == number, "\(number)")
    }
  }

  @Test func unknownRulesAreAnError() {
    #expect(throws: AnalysisError.self) { try NumberSpeller(locale: "ru", rules: "%no-such-rules") }
  }
}
