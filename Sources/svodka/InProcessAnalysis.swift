import SvodkaCorpus
import SvodkaEvaluation
import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import SvodkaResources
import SvodkaText

/// Runs an analyzer over the texts of gold documents; it is given id and text alone.
struct InProcessAnalysis {
  var plan: Plan
  var resources: ResourceLoader

  /// The rows that `analyze` would write, read back as findings.
  func found(in gold: [GoldDocument], by reader: OutputReader) async throws(AnalysisError) -> [FoundDocument] {
    let analysis = try DocumentAnalysis(
      plan: plan, reader: DocumentReader(options: ReadingOptions(), resources: resources), extras: [],
      resources: resources)
    let row = OutcomeRow(
      provenance: Provenance(plan: plan, program: Svodka.version, icu: ICUVersion.icu, unicode: ICUVersion.unicode),
      withText: false)
    var found: [FoundDocument] = []
    for document in gold {
      var bytes: [UInt8] = []
      JSONValue.object([.init("id", .string(document.id)), .init("text", .string(document.text))]).write(to: &bytes)
      let outcome = await analysis.outcome(of: RawInput(kind: .row, bytes: bytes))
      if let error = outcome.errors.first { Diagnostics.warn(error) }
      if let document = try reader.document(row: row.json(outcome)) { found.append(document) }
    }
    return found
  }
}
