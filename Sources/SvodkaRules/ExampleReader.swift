import SvodkaKit

/// Reads `examples:` of a rule file.
///
/// ```yaml
/// examples:
///   matches:
///     - The EU imposed sanctions on Minsk.
///     - {text: ЕС снял эмбарго., lang: ru, finds: {category: lifting, evidence: эмбарго}}
///   rejects:
///     - They talked about the weather.
/// ```
enum ExampleReader {
  static func read(_ node: ConfigNode) throws(AnalysisError) -> [StepExample] {
    let fields = try Fields(node, "'examples'", known: ["matches", "rejects"])
    var examples: [StepExample] = []
    for (key, rejects) in [("matches", false), ("rejects", true)] {
      guard let list = fields[key] else { continue }
      guard let elements = list.elements else {
        throw AnalysisError(.wrongValue, "'\(key)' is a list of texts, found \(list.kind)", location: list.location)
      }
      for element in elements { examples.append(try example(element, rejects: rejects)) }
    }
    return examples
  }

  private static func example(_ node: ConfigNode, rejects: Bool) throws(AnalysisError) -> StepExample {
    if let text = node.string {
      return StepExample(text: text, language: nil, wanted: rejects ? nil : [], location: node.location)
    }
    let fields = try Fields(node, "an example", known: rejects ? ["text", "lang"] : ["text", "lang", "finds"])
    guard let text = try fields.text("text") else {
      throw AnalysisError(.wrongValue, "an example needs its 'text'", location: node.location)
    }
    var wanted: [StepExample.Wanted] = []
    if let finds = fields["finds"] {
      for element in finds.elements ?? [finds] { wanted.append(try Self.wanted(element)) }
    }
    return StepExample(
      text: text, language: try fields.text("lang"), wanted: rejects ? nil : wanted, location: node.location)
  }

  private static func wanted(_ node: ConfigNode) throws(AnalysisError) -> StepExample.Wanted {
    let fields = try Fields(node, "what an example finds", known: ["category", "evidence", "captures"])
    var members: [JSONValue.Member] = []
    for key in ["category", "evidence"] {
      if let text = try fields.text(key) { members.append(.init(key, .string(text))) }
    }
    if let captures = fields["captures"] {
      guard let entries = captures.entries else {
        throw AnalysisError(
          .wrongValue, "'captures' is a mapping of names to quotations, found \(captures.kind)",
          location: captures.location)
      }
      var quoted: [JSONValue.Member] = []
      for entry in entries {
        guard let text = entry.value.string else {
          throw AnalysisError(
            .wrongValue, "a capture is quoted as text, found \(entry.value.kind)", location: entry.value.location)
        }
        quoted.append(.init(entry.key, .string(text)))
      }
      members.append(.init("captures", .object(quoted)))
    }
    return StepExample.Wanted(fields: members, location: node.location)
  }
}
