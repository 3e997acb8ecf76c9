import CasualtyFigures
import EntityCounts
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaProcess
import SvodkaRules
import TalksStance

/// What is compiled in.
enum BuiltinPlugins {
  /// The steps of a program that is built with more of them.
  @TaskLocal static var added: [StepDescriptor] = []

  /// Every step that the program knows.
  static func registry() throws(AnalysisError) -> Registry {
    try Registry(
      LanguageSteps.descriptors + [
        EntityAnnotator.descriptor, EntityCounts.descriptor, CasualtyFigures.descriptor,
        TalksStance.descriptor,
        ProcessAnalyzer.descriptor(host: "svodka \(Svodka.version)") { plugin, line in
          Diagnostics.note("\(plugin): \(line)")
        },
      ] + added, kinds: RuleSteps.kinds)
  }

  /// What `analyze` runs without `--pipeline`.
  static let defaultPipeline = PipelineFile(steps: ["article", "entity-counts", "casualty-figures", "talks-stance"])
}
