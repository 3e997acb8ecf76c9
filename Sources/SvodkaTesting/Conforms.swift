public import SvodkaKit

/// What of the conformance kit is run, and how large.
public struct ConformanceOptions: Sendable {
  /// The checks to run.
  public var checks: Set<ConformanceCheck> = Set(ConformanceCheck.allCases)
  /// The size of the large document among the hostile ones, in bytes.
  public var largeDocument = 1_000_000
  /// The length of the longest sentence among the hostile ones, in tokens.
  public var longSentence = 5000
  /// How many runs over all fixtures go on at once.
  public var parallelRuns = 8

  /// All checks, at full size: a sentence of 5,000 tokens and a document of a megabyte.
  ///
  /// An analyzer whose time grows with the length of a text runs through them within a minute even without optimisation; one that
  /// takes much longer compares everything with everything, and would stop a user's run. Where each test run has to be quick, give
  /// smaller sizes there and the full ones before a release, as this project does (`FULL_SIZE=1` in its own tests).
  public init() {}
}

/// Holds an analyzer to what the pipeline expects of every analyzer; see ``ConformanceCheck``.
///
/// Call it from a test, with a few documents in which the analyzer finds something:
/// ```swift
/// @Test func conforms() async throws {
///   try await SvodkaTesting.conforms(MyAnalyzer(), over: [Document(id: "a", text: "…", language: "en")])
/// }
/// ```
/// The `annotators` make the layers that the analyzer reads, and may come in any order. Under the name `test` a second
/// process finds the test again: leave it to its default.
///
/// - Throws: ``ConformanceFailure`` with every violation.
public func conforms<A: Analyzer>(
  _ analyzer: A, over fixtures: [Document], annotators: [any Annotator] = [],
  options: ConformanceOptions = ConformanceOptions(), test: String = #function
) async throws(ConformanceFailure) {
  var run = ConformanceRun(
    bench: Bench(analyzer: analyzer, annotators: annotators), fixtures: fixtures, options: options, test: test)
  await run.all()
  if !run.violations.isEmpty {
    throw ConformanceFailure(analyzer: analyzer.identity.name, violations: run.violations)
  }
}
