import SvodkaKit
import SvodkaLanguage

/// Reads `tree:` of a pattern: named words, each but one with the word on which it hangs.
///
/// ```yaml
/// tree:
///   verb: {lemma: [appoint, name]}
///   person: {of: verb, relation: [obj, nsubj:pass], entity: PER}
///   office: {of: verb, relation: obl, take: subtree, optional: true}
/// ```
enum TreeReader {
  private static let keys =
    ConditionReader.keys + DependencyPattern.Link.allCases.map(\.rawValue) + [
      "entity", "before", "after", "optional", "take",
    ]

  static func read(_ node: ConfigNode, _ reader: inout SequenceReader) throws(AnalysisError) -> DependencyPattern {
    guard let entries = node.entries, !entries.isEmpty else {
      throw AnalysisError(
        .wrongValue, "'tree' is a mapping of names to what is asked of words, found \(node.kind)",
        location: node.location)
    }
    var fields: [String: Fields] = [:]
    for entry in entries { fields[entry.key] = try Fields(entry.value, "the word '\(entry.key)'", known: keys) }
    let order = try order(fields, at: node)
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var nodes: [DependencyPattern.Node] = []
    for name in order {
      guard let given = fields[name] else { continue }
      var made = DependencyPattern.Node(name: name, condition: try ConditionReader.read(given, &reader))
      if let choice = try given.choice("entity", EntityChoice.self) {
        made.entity = choice.type.map { .type($0) } ?? .any
      }
      if let link = try link(of: given) { made.link = (link.kind, try number(link.node, numbers, given)) }
      for other in try given.texts("before") ?? [] { made.before.append(try number(other, numbers, given)) }
      for other in try given.texts("after") ?? [] { made.after.append(try number(other, numbers, given)) }
      made.isOptional = try given.truth("optional") ?? false
      made.take = try given.choice("take", DependencyPattern.Take.self) ?? .word
      nodes.append(made)
    }
    guard nodes.first?.isOptional == false else {
      throw AnalysisError(
        .wrongValue, "the word on which the others hang cannot be optional", location: node.location)
    }
    return DependencyPattern(nodes: nodes, agreements: [])
  }

  private static func number(
    _ name: String, _ numbers: [String: Int], _ fields: Fields
  ) throws(AnalysisError) -> Int {
    if let number = numbers[name] { return number }
    let near = nearestWord(to: name, among: numbers.keys.sorted()).map { ": did you mean '\($0)'?" } ?? ""
    throw AnalysisError(
      .wrongValue, "no word of the tree is called '\(name)'\(near)", location: fields.node.location)
  }

  private static func link(
    of fields: Fields
  ) throws(AnalysisError) -> (kind: DependencyPattern.Link, node: String)? {
    let links = DependencyPattern.Link.allCases.filter { fields[$0.rawValue] != nil }
    guard links.count < 2 else {
      throw AnalysisError(
        .wrongValue, "a word hangs on one other: '\(links[0].rawValue)' and '\(links[1].rawValue)' exclude each other",
        location: fields[links[1].rawValue]?.location)
    }
    guard let kind = links.first, let name = try fields.text(kind.rawValue) else { return nil }
    return (kind, name)
  }

  /// The one word that hangs on no other, then those on it, and so on, each time by name.
  private static func order(_ fields: [String: Fields], at node: ConfigNode) throws(AnalysisError) -> [String] {
    let names = fields.keys.sorted()
    var links: [String: String] = [:]
    for name in names {
      guard let given = fields[name], let link = try link(of: given) else { continue }
      guard fields[link.node] != nil else {
        let near = nearestWord(to: link.node, among: names).map { ": did you mean '\($0)'?" } ?? ""
        throw AnalysisError(
          .wrongValue, "no word of the tree is called '\(link.node)'\(near)",
          location: given[link.kind.rawValue]?.location)
      }
      links[name] = link.node
    }
    let roots = names.filter { links[$0] == nil }
    guard roots.count == 1 else {
      throw AnalysisError(
        .wrongValue,
        roots.isEmpty
          ? "the words of the tree hang on each other in a circle: let one hang on none"
          : "the words '\(roots[0])' and '\(roots[1])' are not joined: let one hang on another by 'of', 'under', 'head-of' or 'above'",
        location: node.location)
    }
    var order = roots
    var at = 0
    while at < order.count {
      order += names.filter { links[$0] == order[at] }
      at += 1
    }
    guard order.count == names.count else {
      let lost = names.filter { !order.contains($0) }
      throw AnalysisError(
        .wrongValue, "the words '\(lost.joined(separator: "', '"))' hang on each other in a circle",
        location: node.location)
    }
    return order
  }
}
