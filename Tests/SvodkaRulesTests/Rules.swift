import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources
import SvodkaRules
import SvodkaTesting

/// A rule file under test, with the layers that a pipeline of it alone would have; no models.
struct Rules {
  let step: StepDescriptor
  let plan: Plan
  private let analysis: DocumentAnalysis

  /// Plans a rule file; `words` says what words are (see ``WordTable``) in place of a model.
  init(_ yaml: String, path: String = "rules.yaml", words: WordTable? = nil) throws {
    let resources = ResourceLoader()
    let file = StepFile(path: path, root: try YAMLReader().read(Array(yaml.utf8), file: path))
    let registry = try Registry(
      LanguageSteps.descriptors.filter { $0.profile == .rules } + (words.map { [$0.descriptor] } ?? []),
      kinds: RuleSteps.kinds)
    plan = try Planner(registry: registry, resources: resources)
      .plan(try PipelineFile(step: file, digest: "test"))
    step = try registry.step(of: file, resources: resources)
    analysis = try DocumentAnalysis(plan: plan, resources: resources)
  }

  /// The findings in a text.
  func findings(_ text: String, language: String = "en") async throws -> [RuleFinding] {
    let outcome = await analysis.outcome(of: Document(id: "a", text: DocumentText(text), language: language))
    if let error = outcome.errors.first { throw error }
    let written = outcome.analyses.first?.findings ?? []
    return try written.map { try ConfigNodeDecoder().decode(RuleFinding.self, from: ConfigNode(json: $0)) }
  }

  /// The text with what was found drawn under it.
  func drawn(_ text: String, language: String = "en") async throws -> String {
    let text = DocumentText(text)
    let marks = try await findings(text.string, language: language).map { finding in
      MarkedText.Mark(text.bytes(ofScalars: finding.evidence.span), finding.category)
    }
    return MarkedText.draw(text, marks)
  }

  /// `category: words` of each finding, with its named parts.
  func told(_ text: String, language: String = "en") async throws -> [String] {
    try await findings(text, language: language).map { finding in
      (["\(finding.category): \(finding.evidence.text)"] + finding.captures.map { "\($0.name)=\($0.text.text)" })
        .joined(separator: " ")
    }
  }

  /// How the examples of the file come out.
  func examples() async throws -> ExampleCheck.Report {
    try await ExampleCheck(plan: plan, resources: ResourceLoader()).run(step)
  }

  /// The error that a rule file is answered with.
  static func error(_ yaml: String, path: String = "rules.yaml") -> String {
    do {
      _ = try Rules(yaml, path: path)
      return "no error"
    } catch { return "\(error)" }
  }
}

extension DocumentText {
  /// Offsets in scalars as offsets in bytes.
  fileprivate func bytes(ofScalars span: TextSpan) -> TextSpan {
    let scalars = Array(string.unicodeScalars)
    let bytes = { (end: Int) in scalars[..<end].reduce(0) { $0 + UTF8.width($1) } }
    return TextSpan(bytes(span.start), bytes(span.end))
  }
}
