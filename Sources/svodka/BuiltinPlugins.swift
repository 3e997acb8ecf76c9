import CasualtyFigures
import EntityCounts
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline

/// What is compiled in.
enum BuiltinPlugins {
  /// Every step that the program knows.
  static func registry() throws(AnalysisError) -> Registry {
    try Registry([
      SegmentationAnnotator.descriptor, RuleNamesAnnotator.descriptor, EntityAnnotator.descriptor,
      AttributionAnnotator.descriptor, EntityCounts.descriptor, CasualtyFigures.descriptor,
    ])
  }

  /// What `analyze` runs without `--pipeline`.
  static let defaultPipeline = PipelineFile(
    path: "(built in)", digest: "builtin:1",
    steps: ["article", "entity-counts", "casualty-figures"].map { .init(name: $0) })
}
