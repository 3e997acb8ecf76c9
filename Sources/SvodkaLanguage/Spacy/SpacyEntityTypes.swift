import SvodkaKit
import SvodkaResources

/// What the types of a model's names are in the house's terms, by table; a type that is not there is none of a name.
struct SpacyEntityTypes: Sendable {
  private let types: [String: EntityType]

  /// Reads `Tables/spacy.types.tsv`.
  init(resources: any ResourceProvider) throws(AnalysisError) {
    types = Dictionary(
      try PairTable.read("Tables/spacy.types.tsv", resources).compactMap { label, type in
        EntityType(rawValue: type).map { (label, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  subscript(label: String) -> EntityType? { types[label] }
}
