import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import SvodkaTesting
import TYPE
import Testing

@Suite struct TYPETests {
  private let fixtures = [
    Document(id: "en", text: "🔴 Who fired first? Nobody knows.", language: "en"),
    Document(id: "ru", text: "Кто стрелял первым? Никто не знает.", language: "ru"),
  ]

  /// Holds the analyzer to what the pipeline expects: evidence, equal results in parallel, hostile documents, and more.
  @Test func conforms() async throws {
    try await SvodkaTesting.conforms(
      TYPE(), over: fixtures, annotators: [SegmentationAnnotator(resources: ResourceLoader())])
  }
}
