import Foundation
import SvodkaKit
import TalksStance
import Testing

/// The engine with a lexicon of a user's own: the one of `Samples/pipelines/sanctions.yaml`.
@Suite struct OtherTargetTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples/pipelines").path

  private static func analyzer(_ target: String) -> TalksStance {
    var settings = TalksStance.Settings()
    settings.target = target
    return TalksStance(settings: settings, resources: StepsOfTests.resources, folder: samples)
  }

  @Test(arguments: [
    (
      "Lima refuses to extend the sanctions, and Quito wants them tightened.", "en", ["Lima: oppose", "Quito: support"]
    ),
    ("Oslo will lift the embargo only if the prisoners are freed.", "en", ["Oslo: conditional"]),
    ("Lima hosted the peace talks.", "en", []),
    ("Будапешт отказывается продлевать санкции.", "ru", ["Будапешт: oppose"]),
    ("Вашингтон снимет эмбарго только после освобождения пленных.", "ru", ["Вашингтон: conditional"]),
  ]) func readsStancesTowardSanctions(text: String, language: String, expected: [String]) async throws {
    let found = try await stances(text, language, by: Self.analyzer("lexicons/sanctions.yaml"))
    #expect(found.map { "\($0.holder.canonical): \($0.label.rawValue)" } == expected)
  }

  @Test func theReportNamesTheTarget() throws {
    let section = Self.analyzer("lexicons/sanctions.yaml")
      .report(on: StanceSummary(), context: ReportContext(documents: 1))
    #expect(section.title == "Stance toward the sanctions")
  }

  @Test func aFileThatIsNotThereIsNamed() async throws {
    await #expect(throws: AnalysisError.self) {
      try await stances("Lima spoke.", "en", by: Self.analyzer("lexicons/nothing.yaml"))
    }
  }
}
