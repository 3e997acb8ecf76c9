import SvodkaKit

/// The keys of a mapping in a rule file, each of which has to be known.
struct Fields {
  let node: ConfigNode

  /// Opens a mapping; `what` names it in messages.
  ///
  /// - Throws: `P103` for what is no mapping, `P102` for a key that is not among `known`.
  init(_ node: ConfigNode, _ what: String, known: [String]) throws(AnalysisError) {
    guard let entries = node.entries else {
      throw AnalysisError(.wrongValue, "\(what) is a mapping, found \(node.kind)", location: node.location)
    }
    for entry in entries where !known.contains(entry.key) {
      let remedy =
        nearestWord(to: entry.key, among: known).map { "did you mean '\($0)'?" }
        ?? "expected one of: " + known.joined(separator: ", ")
      throw AnalysisError(.unknownKey, "unknown key '\(entry.key)': \(remedy)", location: entry.keyLocation)
    }
    self.node = node
  }

  subscript(_ key: String) -> ConfigNode? {
    guard let value = node[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  /// Text, a number or a truth value, as it was written.
  func text(_ key: String) throws(AnalysisError) -> String? {
    guard let value = self[key] else { return nil }
    guard let text = value.string else {
      throw AnalysisError(.wrongValue, "'\(key)' is text, found \(value.kind)", location: value.location)
    }
    return text
  }

  /// One text or a list of texts.
  func texts(_ key: String) throws(AnalysisError) -> [String]? {
    guard let value = self[key] else { return nil }
    return try value.texts(of: key)
  }

  func truth(_ key: String) throws(AnalysisError) -> Bool? {
    guard let value = self[key] else { return nil }
    guard case .bool(let truth) = value.content else {
      throw AnalysisError(.wrongValue, "'\(key)' is true or false, found \(value.kind)", location: value.location)
    }
    return truth
  }

  /// A share from 0 to 1.
  func share(_ key: String) throws(AnalysisError) -> Double? {
    guard let value = self[key] else { return nil }
    let number: Double? =
      switch value.content {
      case .int(let whole): Double(whole)
      case .double(let number): number
      default: nil
      }
    guard let number, (0...1).contains(number) else {
      throw AnalysisError(
        .wrongValue, "'\(key)' is a number from 0 to 1, found \(value.kind)", location: value.location)
    }
    return number
  }

  /// One of the words that an enumeration knows.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) throws(AnalysisError) -> Choice? {
    guard let text = try text(key) else { return nil }
    return try Choice.named(text, key, at: self[key]?.location)
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  static func named(
    _ text: String, _ key: String, at location: SourceLocation?
  ) throws(AnalysisError) -> Self {
    if let choice = Self(rawValue: text) { return choice }
    let known = Self.allCases.map(\.rawValue)
    let near = nearestWord(to: text, among: known).map { ": did you mean '\($0)'?" } ?? ""
    throw AnalysisError(
      .wrongValue, "'\(key)' is one of \(known.joined(separator: ", ")), not '\(text)'\(near)", location: location)
  }
}

extension ConfigNode {
  /// One text or a list of texts.
  func texts(of key: String) throws(AnalysisError) -> [String] {
    var texts: [String] = []
    for element in elements ?? [self] {
      guard let text = element.string else {
        throw AnalysisError(
          .wrongValue, "'\(key)' is text or a list of texts, found \(element.kind)", location: element.location)
      }
      texts.append(text)
    }
    return texts
  }
}
