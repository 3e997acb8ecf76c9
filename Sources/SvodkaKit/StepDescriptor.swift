/// Gives steps their data files: lexicons, tables, rules.
public protocol ResourceProvider: Sendable {
  /// The bytes of `path` (such as `Lexicons/en.yaml`) of the target or plugin `owner`, and the file they came from.
  ///
  /// - Throws: `R101` when there is no such file.
  func read(_ path: String, of owner: String) throws(AnalysisError) -> (bytes: [UInt8], file: String)
  /// What is made of data files once and shared by all steps that hold this provider, such as a table that two of them read.
  ///
  /// `key` names the value among those of its type. An error is not remembered.
  func shared<Value: Sendable>(
    _ key: String, make: () throws(AnalysisError) -> Value
  ) throws(AnalysisError) -> Value
}

extension ResourceProvider {
  /// Makes it anew.
  public func shared<Value: Sendable>(
    _ key: String, make: () throws(AnalysisError) -> Value
  ) throws(AnalysisError) -> Value {
    try make()
  }
}

/// A step as a registry knows it: a name, and a function that makes the step from its configuration.
public struct StepDescriptor: Sendable {
  /// What a step is made from.
  public struct Making: Sendable {
    /// The settings under the step's name in the pipeline file.
    public var configuration: ConfigNode
    /// Where data files come from.
    public var resources: any ResourceProvider

    /// Joins configuration and resources.
    public init(configuration: ConfigNode, resources: any ResourceProvider) {
      self.configuration = configuration
      self.resources = resources
    }

    /// Reads the settings strictly, over the defaults.
    public func configured<T: StepConfiguration>(_ type: T.Type) throws(AnalysisError) -> T {
      try ConfigNodeDecoder().decode(configuration: type, from: configuration)
    }
  }

  /// The step's identity.
  public var identity: Identity
  /// One sentence on what it gives.
  public var summary: String
  /// The layers it can provide; empty for an analyzer.
  public var provides: [AnyLayer]
  /// Which languages it provides them for; nil for any.
  public var languages: [String]?
  /// With what it makes them: `rules`, or the profile of a model. Of several that make one layer for one language,
  /// the most accurate that is available is taken, unless the pipeline lists a step or names a profile.
  public var profile: Profile
  /// Whether what it needs beside the program (a model, a library) is installed.
  public var isAvailable: @Sendable () -> Bool
  /// Makes the step.
  public var make: @Sendable (Making) throws(AnalysisError) -> Step
  /// What makes two findings equal; nil for a step that cannot be evaluated.
  public var comparison: Comparison?
  /// The examples that a step brings along, for `svodka check`.
  public var examples: [StepExample] = []
  /// What it is made of, for a reader: so many entries, so many patterns.
  public var facts: [String] = []

  /// With what layers are made, the most accurate first.
  public enum Profile: String, Sendable, CaseIterable, Comparable {
    /// A large model.
    case accurate
    /// A small model.
    case fast
    /// Rules and tables, always there.
    case rules

    /// The more accurate comes first.
    public static func < (a: Profile, b: Profile) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .accurate: 0
      case .fast: 1
      case .rules: 2
      }
    }
  }

  /// Describes an annotator.
  public init(
    annotator identity: Identity, summary: String, provides: [AnyLayer], languages: [String]? = nil,
    profile: Profile = .rules, isAvailable: @escaping @Sendable () -> Bool = { true },
    make: @escaping @Sendable (Making) throws(AnalysisError) -> any Annotator
  ) {
    self.identity = identity
    self.summary = summary
    self.provides = provides
    self.languages = languages
    self.profile = profile
    self.isAvailable = isAvailable
    self.make = { (making) throws(AnalysisError) in .annotator(try make(making)) }
  }

  /// Describes an analyzer.
  public init<A: Analyzer>(
    analyzer identity: Identity, summary: String, make: @escaping @Sendable (Making) throws(AnalysisError) -> A
  ) {
    self.identity = identity
    self.summary = summary
    provides = []
    profile = .rules
    isAvailable = { true }
    comparison = (A.self as? any Evaluable.Type)?.comparison
    self.make = { (making) throws(AnalysisError) in .analyzer(AnyAnalyzer(try make(making))) }
  }
}

/// A step ready to run.
public enum Step: Sendable {
  /// Provides layers.
  case annotator(any Annotator)
  /// Provides findings.
  case analyzer(AnyAnalyzer)

  /// The step's identity.
  public var identity: Identity {
    switch self {
    case .annotator(let step): step.identity
    case .analyzer(let step): step.identity
    }
  }
  /// What it needs.
  public var requirements: Requirements {
    switch self {
    case .annotator(let step): step.requirements
    case .analyzer(let step): step.requirements
    }
  }
  /// The layers it makes.
  public var provides: [AnyLayer] {
    switch self {
    case .annotator(let step): step.provides
    case .analyzer: []
    }
  }
}

/// The steps that a program knows, passed in as a value: there is no global registry.
public struct Registry: Sendable {
  /// The descriptors in the order of their registration.
  public private(set) var steps: [StepDescriptor] = []
  /// The kinds of steps that may be written as files.
  public let kinds: [StepKind]

  /// Registers steps, and the kinds of steps that are written as files.
  ///
  /// - Throws: `P108` when two have one name.
  public init(_ steps: [StepDescriptor], kinds: [StepKind] = []) throws(AnalysisError) {
    self.kinds = kinds
    for step in steps {
      guard self[step.identity.name] == nil else {
        throw AnalysisError(.duplicateStep, "two steps are called '\(step.identity.name)': rename one of them")
      }
      self.steps.append(step)
    }
  }

  /// The step of a name.
  public subscript(_ name: String) -> StepDescriptor? { steps.first { $0.identity.name == name } }

  /// The step that a file is.
  ///
  /// - Throws: `P115` when its kind is not known, `P108` when a step of the program has its name, and what the kind has to say.
  public func step(of file: StepFile, resources: any ResourceProvider) throws(AnalysisError) -> StepDescriptor {
    let name = file.root["kind"]?.string ?? ""
    guard let kind = kinds.first(where: { $0.name == name }) else {
      let known = kinds.map(\.name)
      let remedy =
        nearestWord(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "known are: " + known.joined(separator: ", ")
      throw AnalysisError(
        .unknownKind, "no step is of the kind '\(name)': \(remedy)", location: file.root["kind"]?.location)
    }
    let step = try kind.describe(file, resources)
    guard self[step.identity.name] == nil else {
      throw AnalysisError(
        .duplicateStep, "a step of the program is called '\(step.identity.name)': give the file's another name",
        location: file.root["name"]?.location)
    }
    return step
  }
}
