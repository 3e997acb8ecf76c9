public import SvodkaKit

/// The kinds of analyzers that are written as YAML, for a registry.
public enum RuleSteps {
  /// `lexicon` and `pattern`.
  public static var kinds: [StepKind] {
    [
      StepKind("lexicon", summary: "words and phrases by category", describe: describe),
      StepKind("pattern", summary: "words in sequence, or in the syntax of a sentence", describe: describe),
    ]
  }

  /// The rules are compiled when the file is described; making the step gives what is there already.
  private static func describe(
    _ file: StepFile, _: any ResourceProvider
  ) throws(AnalysisError) -> StepDescriptor {
    let read = try RuleReading(file)
    let analyzer = read.analyzer
    var step = StepDescriptor(
      analyzer: analyzer.identity, summary: read.header.summary ?? read.facts.joined(separator: ", ")
    ) { (_) throws(AnalysisError) in analyzer }
    step.examples = read.header.examples
    step.facts = read.facts
    return step
  }
}

/// A rule file read and compiled.
struct RuleReading {
  let header: RuleHeader
  let analyzer: RuleAnalyzer
  /// What it is made of, for a reader.
  let facts: [String]

  /// Reads a file of either kind.
  ///
  /// - Throws: `P102` and `P103` with file, line and column; `R101` for a dictionary that is missing.
  init(_ file: StepFile) throws(AnalysisError) {
    switch try RuleKind.named(
      file.root["kind"]?.string ?? "", "kind", at: file.root["kind"]?.location ?? file.root.location)
    {
    case .lexicon: try self.init(lexicon: file)
    case .pattern: try self.init(patterns: file)
    }
  }

  private enum RuleKind: String, CaseIterable { case lexicon, pattern }

  private init(lexicon file: StepFile) throws(AnalysisError) {
    let fields = try Fields(file.root, "a lexicon", known: LexiconReader.keys)
    var contents = ContentHash()
    contents.add(file.root)
    let entries = try LexiconReader.entries(fields, of: file, contents: &contents)
    header = try RuleHeader(fields, contents: contents)
    let lexicon = try LexiconMatcher(entries, language: header.languages?.first ?? "en", overlaps: header.overlaps)
    analyzer = RuleAnalyzer(header, matcher: .lexicon(lexicon), needs: lexicon.needsLemmas ? .lemmas : [])
    facts = [
      Self.counted(entries.count, "entry", "entries"), Self.counted(lexicon.categories, "category", "categories"),
    ]
  }

  private init(patterns file: StepFile) throws(AnalysisError) {
    let fields = try Fields(file.root, "a pattern file", known: PatternFile.keys)
    var contents = ContentHash()
    contents.add(file.root)
    header = try RuleHeader(fields, contents: contents)
    let patterns = try PatternFile(fields, language: header.languages?.first ?? "en")
    let matcher = PatternMatcher(patterns, overlaps: header.overlaps)
    analyzer = RuleAnalyzer(header, matcher: .patterns(matcher), needs: matcher.needs)
    facts = [Self.counted(patterns.patterns.count, "pattern", "patterns")]
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
