public import SvodkaCorpus
public import SvodkaKit
import SvodkaResources

/// Takes one raw input through reading, language and all steps of a plan.
public struct DocumentAnalysis: Sendable {
  private let plan: Plan
  private let reader: DocumentReader
  private let languages: DocumentLanguages
  private let extras: AnyAnalyzer.Extras
  private let corrections: Corrections?

  /// Makes the analysis of a plan; `extras` asks for more than findings, `corrections` change them.
  ///
  /// - Throws: `R101` when a table is missing.
  public init(
    plan: Plan, reader: DocumentReader? = nil, extras: AnyAnalyzer.Extras = [],
    corrections: Corrections? = nil, resources: any ResourceProvider
  ) throws(AnalysisError) {
    self.plan = plan
    self.reader = reader ?? DocumentReader(options: ReadingOptions(), resources: resources)
    self.extras = extras
    self.corrections = corrections
    languages = try DocumentLanguages(resources: resources)
  }

  /// The outcome of one input; never throws, since a failure is an outcome.
  public func outcome(of raw: RawInput) async -> Outcome {
    let read = reader.read(raw)
    var outcome = Outcome(path: read.path, line: read.line, sha256: read.sha256)
    outcome.warnings = read.warnings
    switch read.document {
    case .failure(let error):
      outcome.errors.append(error)
      return outcome
    case .success(let document):
      await analyze(document, &outcome)
      return outcome
    }
  }

  /// The outcome of a document that was made in code; its language is told where it does not say it.
  public func outcome(of document: Document) async -> Outcome {
    var outcome = Outcome(path: nil, line: nil, sha256: SHA256.hex(document.text.bytes))
    await analyze(document, &outcome)
    return outcome
  }

  private func analyze(_ document: Document, _ outcome: inout Outcome) async {
    let document = languages.identified(document)
    outcome.languages = languages.stretches(of: document)
    outcome.document = document
    if plan.run.models == "required",
      let missing = plan.missingModels.first(where: { $0.language == document.language })
    {
      outcome.errors.append(missing.error())
      outcome.analyses = plan.analyzers.map { .init(analyzer: $0.identity.name, findings: nil) }
      return
    }
    await run(on: document, &outcome)
  }

  private func run(on document: Document, _ outcome: inout Outcome) async {
    var layers = Layers()
    outcome.models = plan.models(language: document.language)
    let offsets = ScalarOffsets(document.text)
    var broken: [AnalysisError] = []
    for call in plan.calls(language: document.language, source: document.metadata.source) {
      let planned = plan.steps[call.step]
      if Task.isCancelled {
        outcome.errors.append(AnalysisError(.cancelled, "the run was stopped", document: document.id))
        return
      }
      let identity = planned.step.identity
      let view = DocumentView(
        document, layers: layers, declared: planned.step.requirements.declared, to: identity.name)
      switch planned.step {
      case .annotator(let annotator):
        do throws(AnalysisError) {
          layers.add(try await annotator.annotate(view, wanting: call.wanted))
        } catch {
          broken.append(Self.placed(error, document, identity))
        }
      case .analyzer(let analyzer):
        outcome.analyses.append(
          await analyse(view, with: analyzer, offsets: offsets, after: broken, errors: &outcome.errors))
      }
    }
    // A broken annotator that no analyzer needed is still told.
    if outcome.errors.isEmpty { outcome.errors += broken }
  }

  private func analyse(
    _ view: DocumentView, with analyzer: AnyAnalyzer, offsets: ScalarOffsets, after broken: [AnalysisError],
    errors: inout [AnalysisError]
  ) async -> Outcome.Analysis {
    let name = analyzer.identity.name
    let none = Outcome.Analysis(analyzer: name, findings: nil)
    guard analyzer.requirements.knows(view.language) else {
      errors.append(
        AnalysisError(
          .unknownLanguage, "\(name) does not know the language '\(view.language)'", document: view.id, step: name))
      return none
    }
    do throws(AnalysisError) {
      let result = try await analyzer.analyze(
        view, offsets: offsets, extras: extras, revise: corrections?.revision(of: view.id, analyzer: name))
      return Outcome.Analysis(
        analyzer: name, findings: result.findings, presentations: result.presentations, summary: result.summary)
    } catch {
      var error = error
      // What is missing is missing because of the annotator: its error says more.
      if error.code == ErrorCode.missingLayer.rawValue {
        if let cause = broken.first {
          error.cause = cause.description
        } else {
          // Nothing broke: there is no step that makes the layer for this language.
          error.code = ErrorCode.unknownLanguage.rawValue
        }
      }
      error.document = view.id
      error.step = name
      errors.append(error)
      return none
    }
  }

  private static func placed(_ error: AnalysisError, _ document: Document, _ identity: Identity) -> AnalysisError {
    var error = error
    error.document = document.id
    error.step = identity.name
    return error
  }
}
