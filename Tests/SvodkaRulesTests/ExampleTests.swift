import SvodkaKit
import SvodkaPipeline
import SvodkaRules
import Testing

/// The examples that rule files carry.
@Suite struct ExampleTests {
  private func report(_ examples: String) async throws -> (passed: Int, failures: [String]) {
    let yaml = "kind: lexicon\nname: a\nlanguages: [en]\ncategories: {war: [front], oil: [oil]}\nexamples:\n" + examples
    let report = try await Rules(yaml).examples()
    return (report.passed, report.failures.map { "\($0)" })
  }

  @Test func whatComesOutAsWrittenPasses() async throws {
    let report = try await report(
      """
        matches:
          - The front moved.
          - {text: Oil at the front., finds: [{category: oil, evidence: Oil}, {category: war}]}
        rejects: [All is quiet.]
      """)
    #expect(report.passed == 3)
    #expect(report.failures.isEmpty)
  }

  @Test func whatDoesNotIsToldWithItsLine() async throws {
    let report = try await report(
      """
        matches:
          - All is quiet.
          - text: Oil at the front.
            finds: {category: oil, evidence: front}
        rejects:
          - An oil price.
      """)
    #expect(report.passed == 0)
    #expect(
      report.failures == [
        "rules.yaml:7:7: nothing is found in 'All is quiet.' [P114]",
        "rules.yaml:9:14: expected category 'oil', evidence 'front' in 'Oil at the front.', found oil 'Oil', war 'front' [P114]",
        "rules.yaml:11:7: nothing may be found in 'An oil price.', found oil 'oil' [P114]",
      ])
  }
}
