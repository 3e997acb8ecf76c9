#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit
import SvodkaResources

/// Reads pipeline files strictly.
public struct PipelineReader: Sendable {
  /// The version of the pipeline file that this program reads.
  public static let version = 1

  private let variables: [String: String]

  /// Makes a reader; `${name}` in a file is looked up in `variables`.
  public init(variables: [String: String]) { self.variables = variables }

  /// Reads a pipeline file and the files that it includes.
  ///
  /// - Throws: `I101` for a file that cannot be read; `P101`…`P112` with file, line and column for what does not fit.
  public func read(path: String) throws(AnalysisError) -> PipelineFile {
    var reading = Reading(variables: variables)
    var pipeline = try reading.file(path, includedFrom: nil)
    pipeline.digest = "sha256:" + SHA256.hex(reading.bytes)
    return pipeline
  }
}

/// One reading, with the files that are open in it.
private struct Reading {
  let variables: [String: String]
  var bytes: [UInt8] = []
  var open: [String] = []

  mutating func file(_ path: String, includedFrom location: SourceLocation?) throws(AnalysisError) -> PipelineFile {
    guard !open.contains(path) else {
      throw AnalysisError(
        .includeCycle, "\(path) includes itself: " + (open + [path]).joined(separator: " -> "), location: location)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AnalysisError(
        .unreadableInput, "the pipeline file '\(path)' cannot be read: check path and rights", location: location)
    }
    bytes.append(contentsOf: data)
    open.append(path)
    defer { open.removeLast() }
    let written = try YAMLReader().read(Array(data), file: path)
    // A step written as a file, run by itself, is a pipeline of that one step, which reads pages without their furniture.
    if StepFile.isStep(written) {
      let step = try PipelineFile.Entry(StepFile(path: path, root: written))
      let article = PipelineFile.Entry(name: ArticleSettings.stepName)
      return PipelineFile(path: path, digest: "", steps: open.count == 1 ? [article, step] : [step])
    }
    let root = try substituted(written)
    guard let entries = root.entries else {
      throw AnalysisError(
        .wrongValue, "expected a mapping with 'svodka: \(PipelineReader.version)' and 'steps:', found \(root.kind)",
        location: root.location)
    }
    var pipeline = PipelineFile(path: path, digest: "", steps: [])
    let known = ["svodka", "input", "steps", "run", "use"]
    for entry in entries where !known.contains(entry.key) {
      throw unknown(entry, known)
    }
    try checkVersion(root)
    if let used = root["use"] { pipeline.steps += try included(used, from: path) }
    if let input = root["input"] {
      pipeline.input = try ConfigNodeDecoder().decode(configuration: PipelineFile.Input.self, from: input)
      try check(pipeline.input.format, among: ["auto", "text", "html", "jsonl"], "format", input["format"])
    }
    if let run = root["run"] {
      pipeline.run = try ConfigNodeDecoder().decode(configuration: PipelineFile.Run.self, from: run)
      try check(pipeline.run.models, among: ["optional", "required"], "models", run["models"])
      let profiles = ["auto"] + StepDescriptor.Profile.allCases.map(\.rawValue)
      try check(pipeline.run.profile, among: profiles, "profile", run["profile"])
      if pipeline.run.width != "auto", (Int(pipeline.run.width) ?? 0) < 1 {
        throw AnalysisError(
          .wrongValue, "'width' is 'auto' or a number from 1, not '\(pipeline.run.width)'",
          location: run["width"]?.location)
      }
    }
    guard let steps = root["steps"] ?? root["use"].map({ _ in ConfigNode(.sequence([])) }) else {
      throw AnalysisError(
        .wrongValue, "the key 'steps' is missing: list the steps to run under it", location: root.location)
    }
    guard let elements = steps.elements else {
      throw AnalysisError(.wrongValue, "'steps' takes a list, found \(steps.kind)", location: steps.location)
    }
    for element in elements { pipeline.steps += try step(element, in: path) }
    return pipeline
  }

  private func unknown(_ entry: ConfigNode.Entry, _ known: [String]) -> AnalysisError {
    let remedy =
      nearestWord(to: entry.key, among: known).map { "did you mean '\($0)'?" }
      ?? "expected one of: " + known.joined(separator: ", ")
    return AnalysisError(.unknownKey, "unknown key '\(entry.key)': \(remedy)", location: entry.keyLocation)
  }

  private func checkVersion(_ root: ConfigNode) throws(AnalysisError) {
    guard let version = root["svodka"] else {
      throw AnalysisError(
        .unknownVersion, "the file does not start with 'svodka: \(PipelineReader.version)': add this line",
        location: root.location)
    }
    guard case .int(PipelineReader.version) = version.content else {
      throw AnalysisError(
        .unknownVersion, "this program reads 'svodka: \(PipelineReader.version)', found \(version.kind)",
        location: version.location)
    }
  }

  private func check(
    _ value: String, among allowed: [String], _ key: String, _ node: ConfigNode?
  ) throws(AnalysisError) {
    guard !allowed.contains(value) else { return }
    let near = nearestWord(to: value, among: allowed).map { ": did you mean '\($0)'?" } ?? ""
    throw AnalysisError(
      .wrongValue, "'\(key)' is one of \(allowed.joined(separator: ", ")), not '\(value)'\(near)",
      location: node?.location)
  }

  private mutating func included(_ node: ConfigNode, from path: String) throws(AnalysisError) -> [PipelineFile.Entry] {
    var entries: [PipelineFile.Entry] = []
    for file in node.elements ?? [node] {
      guard let name = file.string else {
        throw AnalysisError(.wrongValue, "'use' takes the path of a file, found \(file.kind)", location: file.location)
      }
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      let isAbsolute = name.hasPrefix("/") || !path.contains("/")
      entries += try self.file(isAbsolute ? name : folder + "/" + name, includedFrom: file.location).steps
    }
    return entries
  }

  private mutating func step(_ node: ConfigNode, in path: String) throws(AnalysisError) -> [PipelineFile.Entry] {
    if case .string(let name) = node.content { return [.init(name: name, location: node.location)] }
    guard let entries = node.entries, let first = entries.first else {
      throw AnalysisError(
        .wrongValue, "expected the name of a step, or a name with its settings, found \(node.kind)",
        location: node.location)
    }
    if let used = node["use"], first.key == "use" || first.key == "when" {
      return try self.used(used, entries, in: path)
    }
    guard let named = entries.first(where: { $0.key != "when" }) else {
      throw AnalysisError(.wrongValue, "'when' belongs to a step: name the step first", location: node.location)
    }
    var step = PipelineFile.Entry(name: named.key, settings: named.value, location: named.keyLocation)
    if case .null = step.settings.content { step.settings = .empty }
    for entry in entries where entry.key != named.key {
      guard entry.key == "when" else {
        throw AnalysisError(
          .unknownKey,
          "unknown key '\(entry.key)' beside the step '\(named.key)': expected 'when', or settings indented under '\(named.key):'",
          location: entry.keyLocation)
      }
      step.condition = try ConfigNodeDecoder().decode(configuration: PipelineFile.Condition.self, from: entry.value)
    }
    return [step]
  }

  /// A step `use: FILE`, with `when` where the file is a step and not a pipeline.
  private mutating func used(
    _ node: ConfigNode, _ entries: [ConfigNode.Entry], in path: String
  ) throws(AnalysisError) -> [PipelineFile.Entry] {
    var steps = try included(node, from: path)
    for entry in entries where entry.key != "use" {
      guard entry.key == "when" else {
        throw AnalysisError(
          .unknownKey, "unknown key '\(entry.key)' beside 'use': expected 'when'", location: entry.keyLocation)
      }
      guard steps.allSatisfy({ $0.file != nil }) else {
        throw AnalysisError(
          .wrongValue, "'when' belongs to a step, and this file is a pipeline: write 'when' at its steps",
          location: entry.keyLocation)
      }
      let condition = try ConfigNodeDecoder().decode(configuration: PipelineFile.Condition.self, from: entry.value)
      for index in steps.indices { steps[index].condition = condition }
    }
    return steps
  }

  /// Puts the values of variables into texts; `$$` stands for a dollar sign.
  private func substituted(_ node: ConfigNode) throws(AnalysisError) -> ConfigNode {
    var node = node
    switch node.content {
    case .string(let text) where text.contains("$"):
      let filled = try fill(text, at: node.location)
      let isWholeVariable = text.hasPrefix("${") && text.hasSuffix("}") && text.split(separator: "$").count == 1
      node.content = isWholeVariable ? YAMLReader.plainScalar(filled) : .string(filled)
    case .sequence(let elements):
      var filled: [ConfigNode] = []
      for element in elements { filled.append(try substituted(element)) }
      node.content = .sequence(filled)
    case .mapping(let entries):
      var filled: [ConfigNode.Entry] = []
      for var entry in entries {
        entry.value = try substituted(entry.value)
        filled.append(entry)
      }
      node.content = .mapping(filled)
    default: break
    }
    return node
  }

  private func fill(_ text: String, at location: SourceLocation?) throws(AnalysisError) -> String {
    var out = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      out += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if rest.hasPrefix("$") {
        out += "$"
        rest = rest.dropFirst()
      } else if rest.hasPrefix("{"), let close = rest.firstIndex(of: "}") {
        let name = String(rest[..<close].dropFirst())
        guard let value = variables[name] else {
          let near = nearestWord(to: name, among: variables.keys.sorted()).map { " (is '\($0)' meant?)" } ?? ""
          throw AnalysisError(
            .unknownVariable,
            "'${\(name)}' has no value\(near): give it with --set \(name)=VALUE or in the environment",
            location: location)
        }
        out += value
        rest = rest[rest.index(after: close)...]
      } else {
        out += "$"
      }
    }
    return out + rest
  }
}
