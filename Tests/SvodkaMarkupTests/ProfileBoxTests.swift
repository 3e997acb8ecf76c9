import SvodkaResources
import Testing

@testable import SvodkaMarkup

@Suite struct ProfileBoxTests {
  private let lexicon: FurnitureLexicon

  init() throws { lexicon = try FurnitureLexicon(resources: ResourceLoader()) }

  /// What is left of the lines of an article.
  private func kept(_ lines: [String]) -> Int {
    let read = lines.map { PlainLine(Array($0.utf8)[...], lexicon: lexicon) }
    return lexicon.profiles.start(in: read) ?? lines.count
  }

  private let english = [
    "The harbour of Velm will close for a week, the port authority said on Monday morning.",
    "Ships are sent to the docks of Orrin, where there is room for twelve of them at a time.",
  ]
  private let russian = [
    "Банк «Полярный» снизил ставки по вкладам, сообщила в понедельник его пресс-служба в Велме.",
    "Новые условия действуют с первого числа и не касаются договоров, заключённых до конца марта.",
  ]

  @Test func aBoxBelowTheArticleIsNoPartOfIt() {
    let author = [
      "Ann Orlov", "Ann Orlov is a reporter who has covered ports and ships of the north since she left the navy.",
    ]
    #expect(kept(english + author) == 2)
    #expect(
      kept(
        english + [
          "About Velm Shipping",
          "Velm Shipping Inc – the oldest of the companies that carry grain and ore along the coast of the north.",
        ]) == 2)
    let bank =
      "ПАО «Полярный» — крупный банк, которым владеют рыбаки и судостроители севера; работает он в двенадцати городах."
    #expect(
      kept(
        russian + [
          "Полярный", bank, "По итогам года он занял сорок второе место среди всех банков севера по размеру вкладов.",
        ]) == 2)
    #expect(kept(russian + ["Полярный " + bank]) == 2)
  }

  @Test func proseAndPortraitsStay() {
    // A sentence with a dash, and one about what the article is of.
    #expect(
      kept(
        english + [
          "The harbour is a place where, as the harbour master says, ships have met since the town was founded."
        ]) == 3)
    #expect(
      kept(
        russian + [
          "Снижение ставок — обычная мера, к которой банки севера прибегают каждой весной, говорят в министерстве."
        ]) == 3)
    // Two of them are what the article tells.
    let portraits = [
      "Ann Orlov", "Ann Orlov is a reporter who has covered ports and ships of the north since she left the navy.",
      "Ben Tarr", "Ben Tarr is a sailor who has never left the north, where his father built the first of the ships.",
    ]
    #expect(kept(english + portraits) == 6)
    // It stands below an article.
    #expect(kept(Array(portraits.prefix(2)) + english) == 4)
  }
}
