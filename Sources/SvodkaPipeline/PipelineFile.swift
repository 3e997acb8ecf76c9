public import SvodkaKit
import SvodkaResources

/// A pipeline as its file says it, with includes and variables resolved but no step made yet.
public struct PipelineFile: Sendable {
  /// One step as the file lists it.
  public struct Entry: Sendable {
    /// The step's name.
    public var name: String
    /// Its settings.
    public var settings: ConfigNode
    /// Which documents it runs on.
    public var condition: Condition
    /// Where it stands.
    public var location: SourceLocation?
    /// The file that the step is, where it is not one of the program's.
    public var file: StepFile?

    /// Lists a step.
    public init(
      name: String, settings: ConfigNode = .empty, condition: Condition = Condition(), location: SourceLocation? = nil,
      file: StepFile? = nil
    ) {
      self.file = file
      self.name = name
      self.settings = settings
      self.condition = condition
      self.location = location
    }
  }

  /// `when:` of a step.
  public struct Condition: Sendable, Hashable, StepConfiguration {
    /// The languages of documents on which the step runs; nil for all.
    public var lang: OneOrMany?
    /// The sources (outlets) on whose documents it runs; nil for all.
    public var source: OneOrMany?

    /// No restriction.
    public init() {}

    /// True when a document is one of those meant.
    public func holds(language: String, source outlet: String?) -> Bool {
      (lang?.values.contains(language) ?? true) && (source.map { $0.values.contains(outlet ?? "") } ?? true)
    }

    /// `lang: ru, source: herald`, or nothing where there is no restriction.
    public var description: String {
      [("lang", lang), ("source", source)]
        .compactMap { key, values in values.map { "\(key): " + $0.values.joined(separator: "|") } }
        .joined(separator: ", ")
    }
  }

  /// One value, or a list of them.
  public struct OneOrMany: Codable, Sendable, Hashable {
    /// The values.
    public var values: [String]

    /// Reads text or a list of texts.
    public init(from decoder: any Decoder) throws {
      if let list = try? [String](from: decoder) { values = list } else { values = [try String(from: decoder)] }
    }

    /// Writes a list.
    public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
  }

  /// `input:` of a pipeline.
  public struct Input: StepConfiguration, Hashable {
    /// `auto`, `text`, `html` or `jsonl`.
    public var format = "auto"
    /// Auto-detection.
    public init() {}
  }

  /// `run:` of a pipeline.
  public struct Run: StepConfiguration, Hashable {
    /// How many documents are analysed at once: `auto` or a number.
    public var width = "auto"
    /// Whether a missing language model is an error: `optional` or `required`.
    public var models = "optional"
    /// With what layers are made: `auto` (the most accurate that is installed), `accurate`, `fast` or `rules`.
    public var profile = "auto"
    /// One document a processor.
    public init() {}
  }

  /// The file's path, as given.
  public var path: String
  /// The SHA-256 of the file and of those that it includes, as `sha256:…`; see `PipelineReader`.
  public var digest: String
  /// How documents are read.
  public var input = Input()
  /// How they are run.
  public var run = Run()
  /// The steps in the order of the file.
  public var steps: [Entry]

  /// Makes a pipeline in code, of steps with their default settings; its digest is that of a file that says as much.
  public init(steps names: [String]) {
    self.init(
      path: "(built in)",
      digest: "sha256:" + SHA256.hex(Array("svodka: 1\nsteps: [\(names.joined(separator: ", "))]\n".utf8)),
      steps: names.map { Entry(name: $0) })
  }

  /// Makes a pipeline in code.
  public init(path: String, digest: String, steps: [Entry]) {
    self.path = path
    self.digest = digest
    self.steps = steps
  }
}
