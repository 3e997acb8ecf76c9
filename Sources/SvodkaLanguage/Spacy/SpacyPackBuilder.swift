import SvodkaKit
import SvodkaResources

/// Packs a pipeline of spaCy 3 (spacy.io, MIT) for the CPU: its networks for the kernel, the files of its rules as they are.
struct SpacyPackBuilder: PackBuilder {
  static let format = "spacy"
  static let revision = 1

  /// Files that go into the pack as they are, by their path in the pipeline's folder; the last need not be there.
  static let rules = ["tokenizer", "vocab/lookups.bin", "attribute_ruler/patterns"]

  func build(_ files: [String: [UInt8]], into pack: inout ModelPackWriter) throws(AnalysisError) {
    guard let config = files.keys.sorted().first(where: { $0.hasSuffix("/config.cfg") }) else {
      throw AnalysisError(.brokenModel, "the model cannot be used: it has no config.cfg")
    }
    let folder = SpacyFolder(files: files, path: String(config.dropLast("config.cfg".count)))
    let architecture = try SpacyArchitecture(SpacyConfig(try folder.file("config.cfg"), name: config))
    pack.add("components", lines: architecture.components)
    let vectors = try folder.vectors()
    let packer = SpacyNetworkPacker(vectors: vectors?.values)
    if let vectors {
      pack.add("vectors.count", numbers: [UInt32(vectors.values.count)])
      pack.add("vectors.keys", numbers: vectors.rows.map(\.key))
      pack.add("vectors.rows", numbers: vectors.rows.map(\.row))
    }
    if let shared = architecture.shared {
      let (model, path) = try folder.model("tok2vec")
      try packer.add(shared, of: model, as: "shared", to: &pack, path: path)
    }
    for (component, source) in [("tagger", architecture.tagger), ("morphologizer", architecture.morphologizer)] {
      guard let source else { continue }
      let (model, path) = try folder.model(component)
      let width = try addVectors(source, architecture, of: model, component, packer, &pack, path)
      try packer.addSoftmax(model, as: component, labels: try folder.labels(of: component), width: width, to: &pack)
    }
    for (component, source, places) in [("parser", architecture.parser, 8), ("ner", architecture.names, 3)] {
      guard let source else { continue }
      let (model, path) = try folder.model(component)
      let width = try addVectors(source, architecture, of: model, component, packer, &pack, path)
      let moves = try SpacyMove.all(try folder.file("\(component)/moves"), path: folder.path + "\(component)/moves")
      let transitions = try SpacyTransitionPacker(model, moves: moves, places: places, width: width, path: path)
      if component == "ner" { try transitions.addNames(to: &pack) } else { try transitions.addParser(to: &pack) }
    }
    let lemmas = "lemmatizer/lookups/lookups.bin"
    if folder.has(lemmas) { try SpacyLemmaTables.add(try folder.file(lemmas), to: &pack) }
    for rule in Self.rules where folder.has(rule) { pack.add(rule, try folder.file(rule)) }
  }

  /// Adds a component's own token vectors where it has them.
  ///
  /// - Returns: the length of the vectors that it works on.
  private func addVectors(
    _ source: SpacyArchitecture.Source, _ architecture: SpacyArchitecture, of model: ThincModel, _ component: String,
    _ packer: SpacyNetworkPacker, _ pack: inout ModelPackWriter, _ path: String
  ) throws(AnalysisError) -> Int {
    switch source {
    case .own(let vectors):
      try packer.add(vectors, of: model, as: component + ".vectors", to: &pack, path: path)
      return vectors.width
    case .shared:
      guard let shared = architecture.shared else {
        throw ThincModel.broken(path, "it listens to token vectors that the pipeline does not have")
      }
      return shared.width
    }
  }
}
