#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaKit
import SvodkaResources
import SvodkaText

/// The dictionaries of other programs that a lexicon may take up by `dictionary: FILE`.
enum DictionaryFormat: String, CaseIterable, Sendable {
  /// LIWC's `.dic`: numbered categories between percent signs, then words with the numbers of theirs.
  case liwc
  /// Yoshikoder's `.ykd`: categories (`cnode`) with words (`pnode`), as XML; Lexicoder's `.lcd` is the same.
  case yoshikoder
  /// quanteda's YAML: mappings of categories to lists of words, nothing else.
  case quanteda

  /// The format by the end of a file's name.
  init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "dic": self = .liwc
    case "ykd", "lcd": self = .yoshikoder
    case "yaml", "yml": self = .quanteda
    default: return nil
    }
  }

  /// The words of a dictionary with their categories.
  func entries(_ bytes: [UInt8], file: String, match: WordMatch) throws(AnalysisError) -> [LexiconEntry] {
    switch self {
    case .liwc: return try LIWCDictionary.entries(text(bytes), file: file, match: match)
    case .yoshikoder: return try YoshikoderDictionary.entries(text(bytes), file: file, match: match)
    case .quanteda:
      var reader = LexiconReader(match: match)
      let root = try YAMLReader().read(bytes, file: file)
      guard root.entries != nil else {
        throw AnalysisError(
          .wrongValue, "expected a mapping of categories to words, found \(root.kind)", location: root.location)
      }
      try reader.read(root, under: "")
      return reader.entries
    }
  }

  /// Older files are in Windows' code pages.
  private func text(_ bytes: [UInt8]) -> String { TextDecoder().decode(bytes, declared: nil).text }
}

/// `dictionary:` of a lexicon: the path of a file seen from the lexicon's, or `{file: PATH, format: liwc}`, or several.
enum DictionaryReading {
  static func entries(
    _ node: ConfigNode, of file: StepFile, match: WordMatch, contents: inout ContentHash
  ) throws(AnalysisError) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    for element in node.elements ?? [node] {
      let name: String
      var format: DictionaryFormat?
      if let path = element.string {
        name = path
      } else {
        let fields = try Fields(element, "a dictionary", known: ["file", "format"])
        guard let path = try fields.text("file") else {
          throw AnalysisError(.wrongValue, "a dictionary needs its 'file'", location: element.location)
        }
        name = path
        format = try fields.choice("format", DictionaryFormat.self)
      }
      let path = file.sibling(name)
      guard let format = format ?? DictionaryFormat(path: path) else {
        throw AnalysisError(
          .wrongValue,
          "the format of '\(name)' is not told by its name: write {file: \(name), format: "
            + DictionaryFormat.allCases.map(\.rawValue).joined(separator: "|") + "}", location: element.location)
      }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw AnalysisError(
          .missingResource, "the dictionary '\(path)' cannot be read: check path and rights",
          location: element.location)
      }
      contents.add(Array(data))
      entries += try format.entries(Array(data), file: path, match: match)
    }
    return entries
  }
}
