public import SvodkaKit

/// The kinds of analyzers that are written as YAML, for a registry.
public enum RuleSteps {
  /// `lexicon` and `pattern`.
  public static var kinds: [StepKind] { [lexicon, pattern] }

  private static let lexicon = StepKind(
    "lexicon", summary: "words and phrases by category"
  ) { (file, _) throws(AnalysisError) in
    let fields = try Fields(file.root, "a lexicon", known: LexiconReader.keys)
    var contents = ContentHash()
    contents.add(file.root)
    let entries = try LexiconReader.entries(fields, of: file, contents: &contents)
    let header = try RuleHeader(fields, contents: contents)
    let lexicon = try LexiconMatcher(
      entries, language: header.languages?.first ?? "en", overlaps: header.overlaps)
    let categories = Set(entries.map(\.category)).count
    return descriptor(
      RuleAnalyzer(header, matcher: .lexicon(lexicon), needs: lexicon.needsLemmas ? .lemmas : []), header,
      facts: ["\(entries.count) entries in \(categories) \(categories == 1 ? "category" : "categories")"])
  }

  private static let pattern = StepKind(
    "pattern", summary: "words in sequence or in the syntax of a sentence"
  ) { (file, _) throws(AnalysisError) in
    let fields = try Fields(file.root, "a pattern file", known: PatternFile.keys)
    var contents = ContentHash()
    contents.add(file.root)
    let header = try RuleHeader(fields, contents: contents)
    let patterns = try PatternFile(fields, language: header.languages?.first ?? "en")
    let matcher = PatternMatcher(patterns, overlaps: header.overlaps)
    let count = patterns.patterns.count
    return descriptor(
      RuleAnalyzer(header, matcher: .patterns(matcher), needs: matcher.needs), header,
      facts: ["\(count) \(count == 1 ? "pattern" : "patterns")"])
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
