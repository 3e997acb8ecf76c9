public import SvodkaKit
public import SvodkaPipeline

/// What made an output: versions of everything that could change it.
public struct Provenance: Sendable, Hashable {
  /// The program's version.
  public var program: String
  /// ICU's version.
  public var icu: String
  /// The version of Unicode that ICU has.
  public var unicode: String
  /// The hash of the pipeline, as `sha256:…`.
  public var pipeline: String
  /// Analyzers with their versions.
  public var analyzers: [JSONValue.Member]

  /// What a plan will have made.
  public init(plan: Plan, program: String, icu: String, unicode: String) {
    self.program = program
    self.icu = icu
    self.unicode = unicode
    pipeline = plan.digest
    analyzers = plan.analyzers.map { .init($0.identity.name, .string($0.identity.version)) }
  }

  /// The versions that are the same for all documents.
  public var versions: [JSONValue.Member] {
    [
      .init("svodka", .string(program)), .init("icu", .string(icu)), .init("unicode", .string(unicode)),
      .init("pipeline", .string(pipeline)),
    ]
  }

  /// As the output contract writes it, for a document in `language` whose layers were made by `models`.
  public func json(language: String?, models: [Identity]) -> JSONValue {
    let named = models.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return [
      "svodka": .string(program), "icu": .string(icu), "unicode": .string(unicode), "pipeline": .string(pipeline),
      "models": .object(language.map { [.init($0, .string(named.isEmpty ? "rules" : named))] } ?? []),
      "analyzers": .object(analyzers),
    ]
  }
}
