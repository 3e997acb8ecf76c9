import SvodkaKit
import SvodkaLanguage

/// The fields of one mapping of a list of actors, all of them known.
struct ActorFields {
  private let node: ConfigNode

  /// - Throws: `P102` with the nearest key for one that is not known, `P103` for what is no mapping.
  init(_ node: ConfigNode, known: [String]) throws(AnalysisError) {
    guard let entries = node.entries else {
      throw AnalysisError(
        .wrongValue, "expected a mapping with " + known.joined(separator: ", ") + ", found \(node.kind)",
        location: node.location)
    }
    for entry in entries where !known.contains(entry.key) {
      throw Self.unknown(entry.key, known, at: entry.keyLocation)
    }
    self.node = node
  }

  static func unknown(_ key: String, _ known: [String], at location: SourceLocation?) -> AnalysisError {
    let remedy =
      nearestWord(to: key, among: known).map { "did you mean '\($0)'?" }
      ?? "expected one of: " + known.joined(separator: ", ")
    return AnalysisError(.unknownKey, "unknown key '\(key)': \(remedy)", location: location)
  }

  subscript(_ key: String) -> ConfigNode? { node[key] }

  func text(_ key: String) throws(AnalysisError) -> String? {
    guard let value = node[key] else { return nil }
    return try Self.text(value, key)
  }

  static func text(_ value: ConfigNode, _ key: String) throws(AnalysisError) -> String {
    guard let text = value.string, !text.isEmpty else {
      throw AnalysisError(.wrongValue, "'\(key)' takes text, found \(value.kind)", location: value.location)
    }
    return text
  }

  func required(_ key: String) throws(AnalysisError) -> String {
    guard let text = try text(key) else {
      throw AnalysisError(.wrongValue, "the key '\(key)' is missing", location: node.location)
    }
    return text
  }

  func list(_ key: String) throws(AnalysisError) -> [ConfigNode] {
    guard let value = node[key] else { return [] }
    guard let elements = value.elements else {
      throw AnalysisError(.wrongValue, "'\(key)' takes a list, found \(value.kind)", location: value.location)
    }
    return elements
  }

  func type(_ key: String) throws(AnalysisError) -> EntityType? {
    guard let value = node[key] else { return nil }
    guard let type = value.string.flatMap(EntityType.init(rawValue:)) else {
      let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw AnalysisError(.wrongValue, "'\(key)' is one of \(types), not \(value.kind)", location: value.location)
    }
    return type
  }

  /// `from` and `until`.
  func period() throws(AnalysisError) -> ActorList.Period {
    let period = ActorList.Period(from: try day("from"), until: try day("until"))
    if let from = period.from, let until = period.until, until < from {
      throw AnalysisError(
        .wrongValue, "'until' (\(until)) is before 'from' (\(from))", location: node["until"]?.location)
    }
    return period
  }

  private func day(_ key: String) throws(AnalysisError) -> CivilDate? {
    guard let value = node[key] else { return nil }
    guard let text = value.string, text.utf8.count == 10, let day = CivilDate(iso: text) else {
      throw AnalysisError(
        .wrongValue, "'\(key)' takes a day such as 2016-01-30, found \(value.kind)", location: value.location)
    }
    return day
  }
}
