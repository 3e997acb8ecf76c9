import CasualtyFigures
import EntityCounts
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaRules
import TalksStance

/// What is compiled in.
enum BuiltinPlugins {
  /// Every step that the program knows.
  static func registry() throws(AnalysisError) -> Registry {
    try Registry(
      LanguageSteps.descriptors + [
        EntityAnnotator.descriptor, EntityCounts.descriptor, CasualtyFigures.descriptor,
        TalksStance.descriptor,
      ], kinds: RuleSteps.kinds)
  }

  /// What `analyze` runs without `--pipeline`.
  static let defaultPipeline = PipelineFile(steps: ["article", "entity-counts", "casualty-figures", "talks-stance"])
}
