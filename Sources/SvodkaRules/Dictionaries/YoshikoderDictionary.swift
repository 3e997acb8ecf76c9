import SvodkaKit

/// Reads Yoshikoder's dictionaries: `<dictionary><cnode name="talks"><pnode name="negotiat*"/></cnode></dictionary>`.
///
/// Categories may lie in each other; some versions wrap all in a category that bears the dictionary's own name.
enum YoshikoderDictionary {
  static func entries(_ text: String, file: String, match: WordMatch) throws(AnalysisError) -> [LexiconEntry] {
    var tags = TagReader(text, file: file)
    var path: [String] = []
    var entries: [LexiconEntry] = []
    var isDictionary = false
    while let tag = try tags.next() {
      if tag.isEnd {
        if tag.name == "cnode" { path.removeLast() }
        continue
      }
      switch tag.name {
      case "dictionary": isDictionary = true
      case "cnode":
        path.append(try name(tag))
        if tag.isEmpty { path.removeLast() }
      case "pnode":
        guard !path.isEmpty else {
          throw AnalysisError(.wrongValue, "the word stands outside of all categories", location: tag.location)
        }
        let category = path.joined(separator: "/")
        entries.append(LexiconEntry(text: try name(tag), category: category, match: match, location: tag.location))
      default: break
      }
    }
    guard isDictionary else {
      throw AnalysisError(
        .wrongValue, "no Yoshikoder dictionary: expected the element 'dictionary'",
        location: .init(path: file, line: 1, column: 1))
    }
    return entries
  }

  private static func name(_ tag: TagReader.Tag) throws(AnalysisError) -> String {
    guard let name = tag.attributes["name"], !name.isEmpty else {
      throw AnalysisError(.wrongValue, "the element '\(tag.name)' has no 'name'", location: tag.location)
    }
    return name
  }
}
