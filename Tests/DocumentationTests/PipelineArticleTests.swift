import CasualtyFigures
import EntityCounts
import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaProcess
import SvodkaResources
import SvodkaTesting
import TalksStance
import Testing

/// The reference of the pipeline file: keys, defaults and explanations are those of the code. With `RECORD_SNAPSHOTS=1` it is
/// written anew.
@Suite struct PipelineArticleTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where settings are declared in the source.
  private struct Declared {
    var title: String
    var settings: any StepConfiguration
    var file: String
    var type: String
  }

  private static let parts = [
    Declared(
      title: "input:", settings: PipelineFile.Input(), file: "Sources/SvodkaPipeline/PipelineFile.swift", type: "Input"),
    Declared(
      title: "run:", settings: PipelineFile.Run(), file: "Sources/SvodkaPipeline/PipelineFile.swift", type: "Run"),
    Declared(
      title: "when:, beside a step", settings: PipelineFile.Condition(),
      file: "Sources/SvodkaPipeline/PipelineFile.swift", type: "Condition"),
  ]

  private static let steps = [
    Declared(
      title: ArticleSettings.stepName, settings: ArticleSettings(), file: "Sources/SvodkaPipeline/Plan.swift",
      type: "ArticleSettings"),
    Declared(
      title: EntityCounts.identity.name, settings: EntityCounts.Settings(),
      file: "Plugins/EntityCounts/EntityCounts.swift", type: "Settings"),
    Declared(
      title: TalksStance.identity.name, settings: TalksStance.Settings(), file: "Plugins/TalksStance/TalksStance.swift",
      type: "Settings"),
    Declared(
      title: "entities", settings: EntityAnnotator.Settings(), file: "Sources/SvodkaNames/EntityAnnotator.swift",
      type: "Settings"),
    Declared(
      title: ProcessAnalyzer.stepName, settings: ProcessSettings(),
      file: "Sources/SvodkaProcess/ProcessSettings.swift", type: "ProcessSettings"),
    Declared(
      title: "en-spacy-sm", settings: SpacyAnnotator.Settings(),
      file: "Sources/SvodkaLanguage/Spacy/SpacyAnnotator.swift", type: "Settings"),
  ]

  private static func registry() throws -> Registry {
    try Registry(
      LanguageSteps.descriptors + [
        EntityAnnotator.descriptor, EntityCounts.descriptor, CasualtyFigures.descriptor, TalksStance.descriptor,
        ProcessAnalyzer.descriptor(host: "test") { _, _ in },
      ])
  }

  @Test func theArticleSaysWhatTheCodeReads() throws {
    var article = """
      # The pipeline file

      Which steps run, with which settings, on which documents. Made from the code, and held to it by a test.

      ## Overview

      ```yaml
      svodka: 1
      use: common/reading.yaml                 # files whose steps go before
      input: {format: auto}
      steps:
        - article
        - entity-counts: {types: [PER, ORG]}   # a step with settings
        - talks-stance: {target: ${topic}}     # `--set topic=talks`, or a variable of the environment; `$$` is a dollar sign
          when: {lang: [ru, en]}
        - use: sanctions.yaml                  # a step that is a file (`kind:`), or another pipeline
        - process: {command: [python3, plugin.py]}
      run: {width: auto}
      ```

      `svodka check FILE` prints what it comes to. The order of the steps does not matter where one needs another; annotators that are needed and not listed
      come by themselves. A key that is not known is an error with line, column and the key that was meant. Paths are those seen from the file.


      """
    for part in Self.parts { article += try Self.section(part) }
    article += "## The steps\n\n`svodka list` names them all. Those that are not here have no settings.\n\n"
    for step in Self.steps { article += try Self.section(step, level: "###") }
    article += "What stands under `settings` of a `process` is handed on to the plugin as it is.\n"
    try snapshot(article, named: "../../../Sources/SvodkaKit/Documentation.docc/PipelineFile.md")
  }

  /// A step that gains settings has to come into the article: each is asked for the keys that it knows.
  @Test func everyStepWithSettingsIsInTheArticle() throws {
    let resources = ResourceLoader()
    for descriptor in try Self.registry().steps {
      let name = descriptor.identity.name
      let probe = ConfigNode(
        .mapping([.init(key: "?", keyLocation: nil, value: ConfigNode(.bool(true)))]))
      var message = ""
      do { _ = try descriptor.make(.init(configuration: probe, resources: resources)) } catch {
        message = error.message
      }
      let known = message.split(separator: "expected one of: ").dropFirst().first?.split(separator: ", ").map(
        String.init)
      guard let known else {
        #expect(message.contains("no keys are expected here"), "\(name): \(message)")
        continue
      }
      let declared = try Self.steps.first {
        $0.title == name || name.contains("-spacy-") && $0.title.contains("-spacy-")
      }
      .map { try Self.rows($0).map(\.key).sorted() }
      #expect(declared == known, "\(name) has settings that the article does not tell")
    }
  }

  private static func section(_ part: Declared, level: String = "##") throws -> String {
    var text = "\(level) \(part.title)\n\n| key | default | what it says |\n|---|---|---|\n"
    for row in try rows(part) { text += "| `\(row.key)` | `\(row.value)` | \(row.text) |\n" }
    return text + "\n"
  }

  /// Keys and defaults as the type encodes them, explanations as its doc comments have them, in the order of the source.
  private static func rows(_ part: Declared) throws -> [(key: String, value: String, text: String)] {
    let values = try #require(try JSONValueEncoder().encode(part.settings).members)
    let source = try String(contentsOf: package.appending(path: part.file), encoding: .utf8)
    let body = try #require(source.range(of: "struct \(part.type): ")).upperBound
    var texts: [String] = []
    var comment: [String] = []
    for line in source[body...].split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("/// ") {
        comment.append(String(line.dropFirst(4)))
      } else {
        if line.hasPrefix("public var ") { texts.append(comment.joined(separator: " ")) }
        comment = []
        if line.hasPrefix("public init()") { break }
      }
    }
    #expect(texts.count == values.count, "\(part.file): \(part.type)")
    return zip(values, texts).map { ($0.key, $0.value == .null ? "none" : $0.value.json(), plain($1)) }
  }

  /// Links to symbols of other modules become code, and Swift's word for nothing that of the table.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "``ProcessEnvironment/allowed``", with: "its clean environment")
      .replacingOccurrences(of: "``", with: "`").replacingOccurrences(of: "nil for", with: "none for")
      .replacingOccurrences(of: "Nil for none.", with: "")
  }
}
