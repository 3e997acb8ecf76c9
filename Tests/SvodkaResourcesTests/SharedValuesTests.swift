import SvodkaKit
import SvodkaResources
import Synchronization
import Testing

private final class Counter: Sendable {
  let count = Mutex(0)
}

@Suite struct SharedValuesTests {
  @Test func aValueIsMadeOnceForAllCopiesOfALoader() async throws {
    let loader = ResourceLoader()
    let made = Counter()
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 1...20 {
        group.addTask {
          try loader.shared("words") { () throws(AnalysisError) -> [String] in
            made.count.withLock { $0 += 1 }
            return ["мир", "peace"]
          }
        }
      }
      for try await words in group { #expect(words == ["мир", "peace"]) }
    }
    #expect(made.count.withLock { $0 } == 1)
    #expect(try loader.shared("words") { () throws(AnalysisError) -> Int in 7 } == 7, "names are of a type each")
  }

  @Test func anErrorIsNotKept() throws {
    let loader = ResourceLoader()
    #expect(throws: AnalysisError.self) {
      try loader.shared("word") { () throws(AnalysisError) -> String in throw AnalysisError(.missingResource, "none") }
    }
    let word = try loader.shared("word") { () throws(AnalysisError) -> String in
      try loader.shared("other") { () throws(AnalysisError) -> String in "talks" }
    }
    #expect(word == "talks")
  }
}
