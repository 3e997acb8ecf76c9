import SvodkaKit

/// Reads `agree:` of a pattern: `[adjective, noun]`, a list of such lists, or `{words: […], in: [number, case]}`.
enum AgreementReader {
  static func read(_ node: ConfigNode?, names: [String]) throws(AnalysisError) -> [Agreement] {
    guard let node else { return [] }
    if let elements = node.elements, elements.contains(where: { $0.elements != nil || $0.entries != nil }) {
      var agreements: [Agreement] = []
      for element in elements { agreements.append(try one(element, names)) }
      return agreements
    }
    return [try one(node, names)]
  }

  private static func one(_ node: ConfigNode, _ known: [String]) throws(AnalysisError) -> Agreement {
    var words = node
    var features = Agreement.Feature.allCases
    if node.entries != nil {
      let fields = try Fields(node, "'agree'", known: ["words", "in"])
      if let list = try fields.texts("in") {
        features = []
        for text in list { features.append(try Agreement.Feature.named(text, "in", at: fields["in"]?.location)) }
      }
      guard let inner = fields["words"] else {
        throw AnalysisError(.wrongValue, "'agree' needs its 'words'", location: node.location)
      }
      words = inner
    }
    let names = try words.texts(of: "agree")
    guard names.count > 1 else {
      throw AnalysisError(
        .wrongValue, "'agree' takes the names of at least two captures", location: words.location)
    }
    for name in names where !known.contains(name) {
      let near = nearestWord(to: name, among: known).map { ": did you mean '\($0)'?" } ?? ": name one by 'capture'"
      throw AnalysisError(.wrongValue, "no part of the pattern is called '\(name)'\(near)", location: words.location)
    }
    return Agreement(names: names, features: features)
  }
}
