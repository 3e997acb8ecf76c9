public import SvodkaKit

/// The annotators of this module, for a registry.
public enum LanguageSteps {
  /// Segmentation, names by rules, and who says what.
  public static var descriptors: [StepDescriptor] {
    [SegmentationAnnotator.descriptor, RuleNamesAnnotator.descriptor, AttributionAnnotator.descriptor]
  }
}
