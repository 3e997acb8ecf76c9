import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaRules
import SvodkaTesting
import Testing

/// Analyzers written as files keep what the kit asks of every analyzer.
@Suite struct ConformanceTests {
  private let fixtures = [
    Document(id: "en-1", text: "Sanctions hit oil. 🔴 The new sanctions hit the oil trade again.", language: "en"),
    Document(id: "ru-1", text: "Новые санкции ударили по нефти. 🔴 Нефть дорожает.", language: "ru"),
    Document(id: "de-1", text: "Öl und sanctions.", language: "de"),
  ]

  private func hold(_ yaml: String, test: String = #function) async throws {
    var options = ConformanceOptions()
    options.largeDocument = 30_000
    options.longSentence = 500
    options.parallelRuns = 4
    let file = StepFile(path: "rules.yaml", root: try YAMLReader().read(Array(yaml.utf8), file: "rules.yaml"))
    try await conforms(
      try RuleAnalyzer(file), over: fixtures,
      annotators: [
        SegmentationAnnotator(resources: ResourceLoader()), RuleNamesAnnotator(resources: ResourceLoader()),
      ],
      options: options, test: test)
  }

  @Test func aLexiconConforms() async throws {
    try await hold(
      """
      kind: lexicon
      name: trade
      overlaps: all
      categories: {measures: [sanction*, санкц*, 'hit * oil'], goods: [oil, oil trade, нефт*, 'ö*']}
      """)
  }

  @Test func patternsConform() async throws {
    try await hold(
      """
      kind: pattern
      name: trade
      lists: {goods: [oil, oil trade, нефти]}
      patterns:
        hit:
          sequence:
            - {form: [sanctions, санкции], capture: measure}
            - {any: true, repeat: 0+}
            - {list: goods, capture: goods}
        name: {sequence: [{entity: any}]}
        any: {sequence: [{any: true, repeat: 2+}, {at: end}]}
      """)
  }
}
