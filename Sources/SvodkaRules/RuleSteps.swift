public import SvodkaKit

/// The kinds of analyzers that are written as YAML, for a registry.
public enum RuleSteps {
  /// `lexicon` and `pattern`.
  public static var kinds: [StepKind] { [lexicon] }

  private static let lexicon = StepKind(
    "lexicon", summary: "words and phrases by category"
  ) { (file, _) throws(AnalysisError) in
    let fields = try Fields(file.root, "a lexicon", known: LexiconReader.keys)
    var contents = ContentHash()
    contents.add(file.root)
    let header = try RuleHeader(fields, contents: contents)
    let entries = try LexiconReader.entries(fields)
    let lexicon = try LexiconMatcher(
      entries, language: header.languages?.first ?? "en", overlaps: header.overlaps)
    let categories = Set(entries.map(\.category)).count
    return descriptor(
      RuleAnalyzer(header, matcher: .lexicon(lexicon), needs: lexicon.needsLemmas ? .lemmas : []), header,
      facts: ["\(entries.count) entries in \(categories) \(categories == 1 ? "category" : "categories")"])
  }

  /// The rules are compiled when the file is described; making the step gives what is there already.
  private static func descriptor(_ analyzer: RuleAnalyzer, _ header: RuleHeader, facts: [String]) -> StepDescriptor {
    var step = StepDescriptor(
      analyzer: header.identity, summary: header.summary ?? facts.joined(separator: ", ")
    ) { (_) throws(AnalysisError) in analyzer }
    step.examples = header.examples
    step.facts = facts
    return step
  }
}
