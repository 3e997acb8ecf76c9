import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaPipeline
import SvodkaResources
import Testing

/// What the README shows is what is compiled and run here.
@Suite struct ReadmeTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: ["Quotations.swift", "LibraryUse.swift"])
  func theCodeOfTheReadmeIsThisCode(file: String) throws {
    let readme = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    let source = try String(contentsOf: Self.package.appending(path: "Tests/SampleTests/\(file)"), encoding: .utf8)
    let code = try #require(source.split(separator: "of the README.\n", maxSplits: 1).last)
    #expect(readme.contains(code), "the README shows other code than Tests/SampleTests/\(file)")
  }

  /// Each run of lines between two ellipses stands in the output over the samples, in the order shown.
  @Test func theOutputOfTheReadmeIsPrinted() throws {
    let readme = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    let printed = try String(
      contentsOf: Self.package.appending(path: "Tests/CommandTests/Snapshots/two-newsrooms.txt"), encoding: .utf8)
    let block = try #require(
      readme.split(separator: "It prints, among more:\n\n```\n").last?.split(separator: "```").first)
    var rest = printed[...]
    for lines in block.split(separator: "…\n") {
      let found = try #require(rest.range(of: lines), "not printed, or elsewhere:\n\(lines)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func theLibraryUseFindsTheFigure() async throws {
    let findings = try await casualties(in: "Не менее 14 мирных жителей погибли при обстреле, заявил Лавров.")
    #expect(findings.count == 1)
    #expect(findings.first?["low"]?.int == 14)
    #expect(findings.first?["qualifier"]?.string == "at_least")
  }

  @Test func theAnalyzerCountsQuotations() async throws {
    let resources = ResourceLoader()
    let quotations = StepDescriptor(analyzer: Quotations().identity, summary: "") { (_) throws(AnalysisError) in
      Quotations()
    }
    let plan = try Planner(registry: try Registry(LanguageSteps.descriptors + [quotations]), resources: resources)
      .plan(PipelineFile(steps: ["quotations"]))
    let analysis = try DocumentAnalysis(plan: plan, resources: resources)
    let text: DocumentText =
      "«Мы не поедем в Женеву на этих условиях», — заявил министр Петров. Больше он ничего не сказал."
    let outcome = await analysis.outcome(of: Document(id: "a", text: text))
    let evidence = outcome.analyses.first?.findings?.compactMap { $0["evidence"]?.string }
    #expect(evidence == ["«Мы не поедем в Женеву на этих условиях»"])
  }
}
