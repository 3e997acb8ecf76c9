public import SvodkaKit

/// Runs the examples that a step brings along.
public struct ExampleCheck: Sendable {
  /// What came out.
  public struct Report: Sendable {
    /// How many examples came out as the file says.
    public var passed = 0
    /// An error for each example that did not, with its place in the file.
    public var failures: [AnalysisError] = []
    /// Why examples could not be run, such as a model that is not installed.
    public var skipped: [AnalysisError] = []
  }

  private let plan: Plan
  private let analysis: DocumentAnalysis

  /// Makes a check of the steps of a plan.
  ///
  /// - Throws: `R101` when a table is missing.
  public init(plan: Plan, resources: any ResourceProvider) throws(AnalysisError) {
    self.plan = plan
    analysis = try DocumentAnalysis(plan: plan, resources: resources)
  }

  /// Runs all examples of one step.
  public func run(_ step: StepDescriptor) async -> Report {
    var report = Report()
    for (number, example) in step.examples.enumerated() {
      let document = Document(
        id: "example-\(number + 1)", text: DocumentText(example.text), language: example.language ?? "und")
      let outcome = await analysis.outcome(of: document)
      guard let findings = outcome.analyses.first(where: { $0.analyzer == step.identity.name })?.findings else {
        var error =
          outcome.errors.first
          ?? AnalysisError(.stepFailed, "\(step.identity.name) does not run on this example: see its 'when'")
        let isMissing = error.code == ErrorCode.unknownLanguage.rawValue && !plan.missingModels.isEmpty
        error.location = example.location
        error.document = nil
        if isMissing { report.skipped.append(error) } else { report.failures.append(error) }
        continue
      }
      let failures = Self.failures(of: example, findings)
      if failures.isEmpty { report.passed += 1 } else { report.failures += failures }
    }
    return report
  }

  private static func failures(of example: StepExample, _ findings: [JSONValue]) -> [AnalysisError] {
    let found = findings.isEmpty ? "nothing" : findings.map(told).joined(separator: ", ")
    guard let wanted = example.wanted else {
      guard !findings.isEmpty else { return [] }
      return [failure("nothing may be found in '\(example.text)', found \(found)", example.location)]
    }
    guard !findings.isEmpty else {
      return [failure("nothing is found in '\(example.text)'", example.location)]
    }
    return wanted.compactMap { wish in
      guard !findings.contains(where: { finding in wish.fields.allSatisfy { has(finding, $0) } }) else { return nil }
      let fields = wish.fields.map { "\($0.key) \(written($0.value))" }.joined(separator: ", ")
      return failure("expected \(fields) in '\(example.text)', found \(found)", wish.location ?? example.location)
    }
  }

  private static func failure(_ message: String, _ location: SourceLocation?) -> AnalysisError {
    AnalysisError(.failedExample, message, location: location)
  }

  private static func has(_ finding: JSONValue, _ field: JSONValue.Member) -> Bool {
    // Named parts are a list in the output and a mapping in an example.
    if let parts = field.value.members {
      return parts.allSatisfy { part in
        (finding[field.key]?.array ?? []).contains { $0["name"]?.string == part.key && $0["text"] == part.value }
      }
    }
    return finding[field.key] == field.value
  }

  private static func told(_ finding: JSONValue) -> String {
    let parts = (finding["captures"]?.array ?? []).map { part in
      "\(part["name"]?.string ?? "") '\(part["text"]?.string ?? "")'"
    }
    return (["\(finding["category"]?.string ?? "a finding") '\(finding["evidence"]?.string ?? "")'"] + parts)
      .joined(separator: " with ")
  }

  private static func written(_ value: JSONValue) -> String {
    if let text = value.string { return "'\(text)'" }
    return (value.members ?? []).map { "\($0.key) \(written($0.value))" }.joined(separator: ", ")
  }
}
