/// A step that is written as a file instead of in Swift: one that says `kind:` and `name:`, and the rest as its kind wants it.
///
/// A pipeline takes one up by `- use: sanctions.yaml`.
public struct StepFile: Sendable {
  /// The path, as it was given or found beside the pipeline.
  public var path: String
  /// What the file says.
  public var root: ConfigNode

  /// Takes what was read.
  public init(path: String, root: ConfigNode) {
    self.path = path
    self.root = root
  }

  /// True when a file that says so much is a step, and not a pipeline.
  public static func isStep(_ root: ConfigNode) -> Bool { root["kind"] != nil }

  /// The path of a file that this one names, seen from its folder.
  public func sibling(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
    return String(path[...slash]) + name
  }
}

/// A kind of steps that are written as files: `lexicon`, `pattern`.
public struct StepKind: Sendable {
  /// What stands behind `kind:`.
  public var name: String
  /// One sentence on what such a step gives.
  public var summary: String
  /// Reads a file, and describes the step that it is.
  public var describe: @Sendable (StepFile, any ResourceProvider) throws(AnalysisError) -> StepDescriptor

  /// Describes a kind.
  public init(
    _ name: String, summary: String,
    describe: @escaping @Sendable (StepFile, any ResourceProvider) throws(AnalysisError) -> StepDescriptor
  ) {
    self.name = name
    self.summary = summary
    self.describe = describe
  }
}

/// A text with what a step has to find in it, as the step's own file says.
public struct StepExample: Sendable {
  /// One finding that has to be among those of the text.
  public struct Wanted: Sendable {
    /// The fields that it has to have, as the output writes them; `evidence` and those of captures are quotations.
    public var fields: [JSONValue.Member]
    /// Where the file asks for it.
    public var location: SourceLocation?

    /// Asks for a finding.
    public init(fields: [JSONValue.Member], location: SourceLocation?) {
      self.fields = fields
      self.location = location
    }
  }

  /// The text.
  public var text: String
  /// Its language; nil where it is to be told from the text.
  public var language: String?
  /// What has to be found; nil where nothing may be. An empty list asks for any finding.
  public var wanted: [Wanted]?
  /// Where the example stands.
  public var location: SourceLocation?

  /// Makes an example.
  public init(text: String, language: String?, wanted: [Wanted]?, location: SourceLocation?) {
    self.text = text
    self.language = language
    self.wanted = wanted
    self.location = location
  }
}
