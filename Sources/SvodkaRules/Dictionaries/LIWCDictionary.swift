import SvodkaKit

/// Reads LIWC's `.dic` files.
///
/// Between two lines of `%` stand the categories, a number and a name each; those that begin with tabs belong to the
/// category above with fewer. Behind them stands one word or phrase a line, with the numbers of its categories.
/// Conditions of the 2001 and 2007 dictionaries (`<of>131/125`, `(02 134)125/464`) are passed over, as in quanteda.
enum LIWCDictionary {
  private struct Category {
    var depth: Int
    var path: String
  }

  static func entries(_ text: String, file: String, match: WordMatch) throws(AnalysisError) -> [LexiconEntry] {
    var names: [Int: String] = [:]
    var above: [Category] = []
    var entries: [LexiconEntry] = []
    var signs = 0
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let place = SourceLocation(path: file, line: number + 1, column: 1)
      let cells = line.split { $0 == " " || $0 == "\t" }
      guard let first = cells.first else { continue }
      if first == "%" {
        signs += 1
      } else if signs == 1 {
        guard let code = Int(first), cells.count > 1 else {
          throw AnalysisError(
            .wrongValue, "expected the number of a category and its name, found '\(line)'", location: place)
        }
        let depth = line.prefix { $0 == "\t" }.count
        above.removeAll { $0.depth >= depth }
        let name = cells[1...].joined(separator: " ")
        let path = (above.last.map { $0.path + "/" } ?? "") + name
        above.append(Category(depth: depth, path: path))
        guard names.updateValue(path, forKey: code) == nil else {
          throw AnalysisError(.wrongValue, "the category \(code) stands twice: remove one", location: place)
        }
      } else if signs > 1 {
        entries += try words(line, names, match, place)
      } else {
        break
      }
    }
    guard signs > 1 else {
      throw AnalysisError(
        .wrongValue, "no LIWC dictionary: expected the categories between two lines of '%'",
        location: .init(path: file, line: 1, column: 1))
    }
    return entries
  }

  private static func words(
    _ line: Substring, _ names: [Int: String], _ match: WordMatch, _ place: SourceLocation
  ) throws(AnalysisError) -> [LexiconEntry] {
    var cells = line.split { $0 == " " || $0 == "\t" }
    guard !cells.contains(where: { $0.contains("<of>") }) else { return [] }
    // What stands in brackets holds only beside other words.
    if let open = cells.indices.dropFirst().first(where: {
      cells[$0].hasPrefix("(") && Int(cells[$0].dropFirst().prefix(1)) != nil
    }) {
      let close = cells[open...].firstIndex { $0.contains(")") } ?? open
      cells.removeSubrange(open...close)
    }
    let codes = cells.reversed().prefix { Int($0) != nil }.count
    guard codes > 0, codes < cells.count else {
      throw AnalysisError(
        .wrongValue, "expected a word and the numbers of its categories, found '\(line)'", location: place)
    }
    let text = cells.dropLast(codes).joined(separator: " ")
    var entries: [LexiconEntry] = []
    for cell in cells.suffix(codes) {
      guard let code = Int(cell), let name = names[code] else {
        throw AnalysisError(
          .wrongValue, "the category \(cell) of '\(text)' is not declared between the lines of '%'", location: place)
      }
      entries.append(LexiconEntry(text: text, category: name, match: match, location: place))
    }
    return entries
  }
}
