import SvodkaKit

/// Runs one analyzer on documents, with the layers that annotators make for it.
struct Bench<A: Analyzer>: Sendable {
  let analyzer: A
  let annotators: [any Annotator]

  /// The findings of a document, and each as the output contract writes it.
  struct Result: Sendable {
    var findings: [A.Finding]
    var written: [JSONValue]
    var view: DocumentView
    /// The findings as one line, to be compared.
    var line: String { JSONValue.array(written).json() }
  }

  /// Documents in a language that the analyzer does not know, or in which a layer that it needs is made for other languages
  /// alone, are none of its business. A layer that nobody makes is.
  func concerns(_ language: String) -> Bool {
    guard analyzer.requirements.knows(language) else { return false }
    return analyzer.requirements.layers.allSatisfy { layer in
      let makers = annotators.filter { $0.provides.contains { $0.id == layer.id } }
      return makers.isEmpty || makers.contains { $0.requirements.knows(language) }
    }
  }

  func run(_ document: Document) async throws -> Result {
    let view = DocumentView(
      document, layers: try await layers(of: document), declared: analyzer.requirements.declared,
      to: analyzer.identity.name)
    let findings = try await analyzer.analyze(view)
    let encoder = JSONValueEncoder(offsets: ScalarOffsets(document.text))
    return Result(findings: findings, written: try findings.map { try encoder.encode($0) }, view: view)
  }

  /// Makes all layers that the annotators can make, so that reading one without declaring it is told from its being missing.
  private func layers(of document: Document) async throws -> Layers {
    var layers = Layers()
    var waiting = annotators.filter { $0.requirements.knows(document.language) }
    while !waiting.isEmpty {
      let ready = waiting.firstIndex { annotator in
        annotator.requirements.layers.allSatisfy { layers.holds($0.id) }
      }
      guard let ready else { break }
      let annotator = waiting.remove(at: ready)
      // Of two that make one layer, the first is taken.
      let wanted = Set(annotator.provides.map(\.id)).filter { !layers.holds($0) }
      guard !wanted.isEmpty else { continue }
      let view = DocumentView(
        document, layers: layers, declared: annotator.requirements.declared, to: annotator.identity.name)
      layers.add(try await annotator.annotate(view, wanting: wanted))
    }
    return layers
  }
}
