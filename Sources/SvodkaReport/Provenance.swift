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
  /// Models by language, with their versions.
  public var models: [JSONValue.Member]
  /// Analyzers with their versions.
  public var analyzers: [JSONValue.Member]

  /// What a plan will have made.
  public init(plan: Plan, program: String, icu: String, unicode: String) {
    self.program = program
    self.icu = icu
    self.unicode = unicode
    pipeline = plan.digest
    models = []
    analyzers = plan.analyzers.map { .init($0.identity.name, .string($0.identity.version)) }
  }

  /// As the output contract writes it.
  public var json: JSONValue {
    [
      "svodka": .string(program), "icu": .string(icu), "unicode": .string(unicode), "pipeline": .string(pipeline),
      "models": .object(models), "analyzers": .object(analyzers),
    ]
  }
}
