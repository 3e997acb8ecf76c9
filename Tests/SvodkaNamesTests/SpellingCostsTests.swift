import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaNames

@Suite struct SpellingCostsTests {
  private let alphabet: SpellingAlphabet

  init() throws { alphabet = try SpellingAlphabet(resources: ResourceLoader()) }

  private func distance(_ costs: SpellingCosts, _ a: String, _ b: String) throws -> Int32 {
    costs.distance(try #require(try alphabet.spelled(a)), try #require(try alphabet.spelled(b)))
  }

  @Test func addsTheCostsOfPieces() throws {
    let rows = "cyrillic-latin\t^щ\t^shch\t5\ncyrillic-latin\tу\tu\t10\ncyrillic-latin\tка$\tka$\t7\n"
    let costs = try SpellingCosts(Array(rows.utf8), file: "costs.tsv")
    #expect(try distance(costs, "щука", "shchuka") == 22)
    #expect(try distance(costs, "щука", "shchuk") > 22)
  }

  @Test func costsNothingForTheSameLetters() throws {
    let costs = try SpellingCosts(resources: ResourceLoader())
    #expect(try distance(costs, "lavrov", "lavrov") == 0)
    #expect(try distance(costs, "лавров", "лавров") == 0)
  }

  @Test func isDearerForAnotherName() throws {
    let costs = try SpellingCosts(resources: ResourceLoader())
    #expect(try distance(costs, "сергей", "sergei") < distance(costs, "сергей", "sergio"))
    #expect(try distance(costs, "хрущев", "khrushchev") < distance(costs, "хрущев", "khrustalev"))
  }

  @Test func namesTheLineOfABrokenTable() {
    #expect {
      try SpellingCosts(Array("# costs\ncyrillic-latin\tа\ta\n".utf8), file: "costs.tsv")
    } throws: { ($0 as? AnalysisError)?.location?.line == 2 }
  }

  @Test(arguments: [("Żółw", "żółw"), ("李", "li"), ("محمد", "mhmd")])
  func writesOtherScriptsInLatin(_ name: String, _ letters: String) throws {
    let word = try #require(try alphabet.spelled(name.lowercased()))
    #expect(word.script == .latin)
    let read = String(word.letters.dropFirst().dropLast().map { SpellingAlphabet.letter($0, .latin) })
    #expect(read == letters)
  }
}
