public import SvodkaKit

/// The annotators of this module, for a registry.
public enum LanguageSteps {
  /// Segmentation, language models, names by tables and rules, and who says what.
  public static var descriptors: [StepDescriptor] {
    [
      CasingAnnotator.descriptor, SegmentationAnnotator.descriptor, SlovnetAnnotator.descriptor,
      RuleNamesAnnotator.descriptor,
      AttributionAnnotator.descriptor,
    ] + SpacyAnnotator.descriptors
  }
}
