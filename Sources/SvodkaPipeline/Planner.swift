public import SvodkaKit
import SvodkaResources

/// Makes plans: instantiates steps, brings in the annotators that they need, and orders them.
public struct Planner: Sendable {
  private let registry: Registry
  private let resources: any ResourceProvider

  /// Makes a planner over the steps that a program knows.
  public init(registry: Registry, resources: any ResourceProvider) {
    self.registry = registry
    self.resources = resources
  }

  /// The plan for a pipeline.
  ///
  /// - Throws: `P102`…`P111` for what cannot be planned, with the place in the file.
  public func plan(_ file: PipelineFile) throws(AnalysisError) -> Plan {
    var plan = Plan(
      missingModels: [], steps: [], article: nil, input: file.input, run: file.run, digest: file.digest)
    var listed: [Plan.PlannedStep] = []
    for entry in file.steps {
      if entry.name == ArticleSettings.stepName {
        guard plan.article == nil else { throw duplicate(entry.name, entry) }
        plan.article = try ConfigNodeDecoder().decode(configuration: ArticleSettings.self, from: entry.settings)
        continue
      }
      let made = try make(entry)
      // A step may learn its name only when it is made.
      let name = made.step.identity.name
      guard !listed.contains(where: { $0.step.identity.name == name }) else { throw duplicate(name, entry) }
      listed.append(made)
    }
    var brought = Providers(profile: StepDescriptor.Profile(rawValue: file.run.profile))
    let annotators = try providers(for: listed, &brought)
    // A language that has one of its models needs no other.
    plan.missingModels = brought.missing.filter { missing in
      !annotators.contains { $0.profile != .rules && $0.languages?.contains(missing.language) ?? false }
    }
    // Where some models are there, those of other languages may never be needed: a document that needs one says so.
    let hasModels = annotators.contains { $0.profile != .rules }
    if let missing = plan.missingModels.first,
      file.run.models == "required" && !hasModels || brought.profile != nil
    {
      throw missing.error(at: .init(path: file.path))
    }
    plan.steps = try ordered(annotators) + listed.filter { $0.step.provides.isEmpty }
    let sources = plan.steps.flatMap { planned -> [String] in
      if case .annotator(let annotator) = planned.step { annotator.sourceHashes } else { [] }
    }
    if !sources.isEmpty {
      plan.digest = "sha256:" + SHA256.hex(Array((file.digest + "\n" + sources.joined(separator: "\n")).utf8))
    }
    return plan
  }

  private func duplicate(_ name: String, _ entry: PipelineFile.Entry) -> AnalysisError {
    AnalysisError(
      .duplicateStep, "the step '\(name)' stands twice: remove one of them", location: entry.location)
  }

  private func make(_ entry: PipelineFile.Entry) throws(AnalysisError) -> Plan.PlannedStep {
    let descriptor = try self.descriptor(of: entry)
    let step: Step
    do throws(AnalysisError) {
      step = try descriptor.make(.init(configuration: entry.settings, resources: resources))
    } catch {
      var error = error
      error.step = entry.name
      if error.location == nil { error.location = entry.location }
      throw error
    }
    return Plan.PlannedStep(
      step: step, condition: entry.condition, languages: descriptor.languages, profile: descriptor.profile,
      isListed: true,
      location: entry.location, descriptor: descriptor, file: entry.file?.path)
  }

  private func descriptor(of entry: PipelineFile.Entry) throws(AnalysisError) -> StepDescriptor {
    if let file = entry.file { return try registry.step(of: file, resources: resources) }
    if let known = registry[entry.name] { return known }
    let names = registry.steps.map(\.identity.name) + [ArticleSettings.stepName]
    let remedy =
      nearestWord(to: entry.name, among: names).map { "did you mean '\($0)'?" }
      ?? "known are: " + names.sorted().joined(separator: ", ")
    throw AnalysisError(.unknownStep, "no step is called '\(entry.name)': \(remedy)", location: entry.location)
  }

  /// Which annotators of the registry may be brought in.
  private struct Providers {
    /// The profile that the pipeline names.
    let profile: StepDescriptor.Profile?
    var missing: [Plan.MissingModel] = []

    init(profile: StepDescriptor.Profile?) { self.profile = profile }

    /// A language that has no model of the named profile is served by the one that it has.
    private static func has(
      _ profile: StepDescriptor.Profile, for languages: [String]?, among candidates: [StepDescriptor]
    ) -> Bool {
      candidates.contains { candidate in
        candidate.profile == profile
          && (candidate.languages?.contains { languages?.contains($0) ?? true } ?? true)
      }
    }

    mutating func takes(_ descriptor: StepDescriptor, among candidates: [StepDescriptor]) -> Bool {
      if let profile, descriptor.profile != .rules, descriptor.profile != profile,
        profile == .rules || Self.has(profile, for: descriptor.languages, among: candidates)
      {
        return false
      }
      guard !descriptor.isAvailable() else { return true }
      for language in descriptor.languages ?? [] {
        let model = Plan.MissingModel(step: descriptor.identity.name, language: language)
        if !missing.contains(model) { missing.append(model) }
      }
      return false
    }
  }

  /// The annotators that are listed, and those of the registry that someone needs.
  private func providers(
    for listed: [Plan.PlannedStep], _ brought: inout Providers
  ) throws(AnalysisError) -> [Plan.PlannedStep] {
    var chosen = listed.filter { !$0.step.provides.isEmpty }
    try checkUnique(chosen)
    var waiting = listed
    var types: [LayerID: AnyLayer] = [:]
    while !waiting.isEmpty {
      let reader = waiting.removeFirst()
      for layer in reader.step.requirements.declared + reader.step.provides {
        if let known = types[layer.id], known != layer {
          throw AnalysisError(
            .layerTypeMismatch,
            "the layer '\(layer.id)' is a \(known.typeName) to one step and a \(layer.typeName) to '\(reader.step.identity.name)'",
            step: reader.step.identity.name, location: reader.location)
        }
        types[layer.id] = layer
      }
      // A listed step serves the languages that it knows, and those of the registry the rest.
      for layer in reader.step.requirements.declared
      where !chosen.contains(where: { $0.isListed && $0.languages == nil && $0.step.provides.contains(layer) }) {
        let found = try registered(layer, for: reader, besides: chosen, &brought)
        chosen += found
        waiting += found
        try checkUnique(chosen)
      }
    }
    return chosen
  }

  private func registered(
    _ layer: AnyLayer, for reader: Plan.PlannedStep, besides chosen: [Plan.PlannedStep], _ brought: inout Providers
  ) throws(AnalysisError) -> [Plan.PlannedStep] {
    let candidates = registry.steps.filter { $0.provides.contains { $0.id == layer.id } }
    let isRequired = reader.step.requirements.layers.contains(layer)
    guard !candidates.isEmpty || !isRequired || chosen.contains(where: { $0.step.provides.contains(layer) }) else {
      throw AnalysisError(
        .missingProvider,
        "'\(reader.step.identity.name)' needs the layer '\(layer.id)', and no known step makes it: add a plugin that does",
        step: reader.step.identity.name, location: reader.location)
    }
    var made: [Plan.PlannedStep] = []
    for descriptor in candidates where brought.takes(descriptor, among: candidates) {
      guard !chosen.contains(where: { $0.step.identity == descriptor.identity }) else { continue }
      let step = try descriptor.make(.init(configuration: .empty, resources: resources))
      made.append(
        Plan.PlannedStep(
          step: step, condition: .init(), languages: descriptor.languages, profile: descriptor.profile,
          isListed: false, location: nil, descriptor: descriptor))
    }
    if isRequired, made.isEmpty, !chosen.contains(where: { $0.step.provides.contains(layer) }) {
      throw missingModel(for: layer, of: reader, among: candidates)
    }
    return made
  }

  /// What a step needs is made by models alone, and none of them is there.
  private func missingModel(
    for layer: AnyLayer, of reader: Plan.PlannedStep, among candidates: [StepDescriptor]
  ) -> AnalysisError {
    let name = reader.step.identity.name
    let known = reader.step.requirements.languages
    let fitting = candidates.first { overlap($0.languages, known) } ?? candidates.first
    let language = fitting?.languages?.first { known?.contains($0) ?? true } ?? "und"
    var error = Plan.MissingModel(step: fitting?.identity.name ?? name, language: language).error(at: reader.location)
    error.message =
      "'\(name)' needs the layer '\(layer.id)', which only language models make: "
      + (candidates.contains { $0.isAvailable() }
        ? "the pipeline asks for the profile 'rules', which has none" : error.message)
    error.step = name
    return error
  }

  private func checkUnique(_ annotators: [Plan.PlannedStep]) throws(AnalysisError) {
    for (i, first) in annotators.enumerated() {
      for second in annotators[(i + 1)...] {
        let shared = first.step.provides.filter { layer in second.step.provides.contains { $0.id == layer.id } }
        guard let layer = shared.first, overlap(first.languages, second.languages),
          first.isListed == second.isListed, first.isListed || first.profile == second.profile
        else { continue }
        let (a, b) = (first.step.identity.name, second.step.identity.name)
        throw AnalysisError(
          .twoProviders,
          "both '\(a)' and '\(b)' make the layer '\(layer.id)' for "
            + (languages(first.languages, second.languages) ?? "every language")
            + ": list the one that you want under 'steps'",
          location: second.location ?? first.location)
      }
    }
  }

  private func overlap(_ a: [String]?, _ b: [String]?) -> Bool {
    guard let a, let b else { return true }
    return a.contains { b.contains($0) }
  }

  private func languages(_ a: [String]?, _ b: [String]?) -> String? {
    guard let a else { return b?.joined(separator: ", ") }
    guard let b else { return a.joined(separator: ", ") }
    return a.filter { b.contains($0) }.joined(separator: ", ")
  }

  /// Annotators after those whose layers they read; of those that could go first, the one listed or brought in first.
  private func ordered(_ annotators: [Plan.PlannedStep]) throws(AnalysisError) -> [Plan.PlannedStep] {
    var waiting = annotators
    var done: [Plan.PlannedStep] = []
    while !waiting.isEmpty {
      let blocked = { (step: Plan.PlannedStep) in
        step.step.requirements.declared.contains { layer in
          waiting.contains { $0.step.provides.contains(layer) && $0.step.identity != step.step.identity }
        } || step.step.requirements.declared.contains { step.step.provides.contains($0) }
      }
      guard let next = waiting.firstIndex(where: { !blocked($0) }) else {
        let names = waiting.map { "'\($0.step.identity.name)'" }.joined(separator: ", ")
        throw AnalysisError(
          .cycle, "the steps \(names) need each other's layers: one of them has to do without",
          location: waiting.compactMap(\.location).first)
      }
      done.append(waiting.remove(at: next))
    }
    return done
  }
}
