import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaTesting
import Testing

@Suite struct ConformanceTests {
  private let fixtures = [
    Document(id: "a", text: "Anna met Boris in Oslo. 🔴 Nobody knew.", language: "en"),
    Document(id: "b", text: "Анна и Борис встретились в Осло.", language: "ru"),
    Document(id: "c", text: "Boris left Oslo for Bergen, and Clara stayed.", language: "en"),
    Document(id: "d", text: "Boris kam nach Berlin.", language: "de"),
  ]
  private var annotators: [any Annotator] { [SegmentationAnnotator(resources: ResourceLoader())] }

  @Test func anAnalyzerWithoutFaultConforms() async throws {
    try await conforms(WordFinder(), over: fixtures, annotators: annotators)
  }

  @Test(arguments: [
    (WordFinder.Fault.readsUndeclared, ConformanceCheck.declaredLayers, "without declaring it"),
    (.misquotes, .evidence, "stands «Anna»"), (.leavesText, .evidence, "says «Anna!»"),
    (.repeatsIDs, .uniqueIDs, "'w' comes twice"), (.sharesState, .parallelRuns, "share no state"),
    (.remembers, .noLeak, "keep nothing between documents"), (.countsMerges, .summaryLaws, "identity"),
    (.concatenates, .summaryLaws, "commutativity"), (.addsUnequally, .summaryLaws, "associativity"),
    (.writesOtherwise, .summaryLaws, "coding"), (.cutsRows, .report, "not as long as its columns"),
    (.chokesOnEmpty, .hostileDocuments, "no text"), (.chokesOnLong, .hostileDocuments, "too long"),
  ])
  func eachFaultIsFound(_ fault: WordFinder.Fault, _ check: ConformanceCheck, _ words: String) async throws {
    var options = ConformanceOptions()
    options.checks.remove(.twoProcesses)
    options.largeDocument = 10_000
    let failure = await #expect(throws: ConformanceFailure.self) {
      try await conforms(WordFinder(fault), over: fixtures, annotators: annotators, options: options)
    }
    #expect(failure?.checks.contains(check) == true)
    #expect(failure?.violations.contains { $0.check == check && $0.message.contains(words) } == true)
  }

  @Test func whatDiffersBetweenProcessesIsFound() async throws {
    var options = ConformanceOptions()
    options.checks = [.twoProcesses]
    let failure = await #expect(throws: ConformanceFailure.self) {
      try await conforms(WordFinder(.asksTheProcess), over: fixtures, annotators: annotators, options: options)
    }
    #expect(failure?.violations.first?.message.contains("another process finds something else") == true)
  }

  @Test func aSecondProcessThatTellsNothingIsAFailure() async throws {
    var options = ConformanceOptions()
    options.checks = [.twoProcesses]
    let failure = await #expect(throws: ConformanceFailure.self) {
      try await conforms(
        WordFinder(), over: fixtures, annotators: annotators, options: options, test: "thereIsNoSuchTest()")
    }
    #expect(failure?.violations.first?.message.contains("told nothing") == true)
  }

  @Test func fixturesThatShowNothingAreAFailure() async throws {
    for fixtures in [[], [Document(id: "a", text: "nothing here", language: "en")], [self.fixtures[3]]] {
      let failure = await #expect(throws: ConformanceFailure.self) {
        try await conforms(WordFinder(), over: fixtures, annotators: annotators)
      }
      #expect(failure?.checks == [.declaredLayers])
    }
  }

  @Test func hostileDocumentsAreWhatTheySay() {
    let documents = HostileDocuments.all(language: "en", prose: "Anna met Boris in Oslo.", large: 1_000_000)
    let size = { (id: String) in documents.first { $0.id == id }?.text.count ?? -1 }
    #expect(size("empty") == 0)
    #expect((950_000...1_050_000).contains(size("large")))
    #expect(documents.first { $0.id == "a sentence of 5000 tokens" }?.text.string.split(separator: " ").count == 5000)
    #expect(Set(documents.map(\.id)).count == documents.count)
  }
}
