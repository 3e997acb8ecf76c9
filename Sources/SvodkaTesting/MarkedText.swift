public import SvodkaKit

/// A text with spans drawn under it, for tests that read like text:
/// ```
/// Сергей Лавров приехал в ООН.
/// ~~~~~~~~~~~~~           ~~~   PER ORG
/// ```
/// Each run of `~` marks the characters above it; the words behind the last run are the labels of the runs, in order.
/// A text may have several lines, each with or without such a line below.
public struct MarkedText: Sendable, Hashable {
  /// A marked stretch.
  public struct Mark: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes.
    public var span: TextSpan
    /// What is written behind the runs.
    public var label: String
    /// Marks a stretch.
    public init(_ span: TextSpan, _ label: String) {
      self.span = span
      self.label = label
    }
  }

  /// The text without the drawing.
  public let text: DocumentText
  /// The marked stretches, in text order.
  public let marks: [Mark]

  /// What is wrong with a drawing.
  public struct Misdrawn: Error, Sendable, CustomStringConvertible {
    /// The line and what is wrong with it.
    public let description: String
  }

  /// Reads a drawing.
  ///
  /// - Throws: ``Misdrawn`` when runs and labels do not fit each other or the line above.
  public init(_ drawing: String) throws {
    var text = ""
    var marks: [Mark] = []
    var above: (line: String, start: Int)?
    for line in drawing.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("~"), line.drop(while: { $0 == " " }).first == "~", let (words, start) = above {
        marks += try Self.marks(String(line), under: words, at: start)
      } else {
        if above != nil { text += "\n" }
        above = (String(line), text.utf8.count)
        text += line
      }
    }
    self.text = DocumentText(text)
    self.marks = marks.sorted { $0.span < $1.span }
  }

  /// Draws spans under a text: what ``init(_:)`` reads. Spans that cross a line end are drawn on their first line.
  public static func draw(_ text: DocumentText, _ marks: [Mark]) -> String {
    var out: [String] = []
    var start = 0
    for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
      out.append(String(line))
      let end = start + line.utf8.count
      let here = marks.filter { $0.span.start >= start && $0.span.start < end }.sorted { $0.span < $1.span }
      var drawn = ""
      for mark in here {
        let column = text[TextSpan(start, mark.span.start)].count
        let width = text[TextSpan(mark.span.start, min(mark.span.end, end))].count
        guard column >= drawn.count else { continue }
        drawn += String(repeating: " ", count: column - drawn.count) + String(repeating: "~", count: width)
      }
      if !here.isEmpty { out.append(drawn + "   " + here.map(\.label).joined(separator: " ")) }
      start = end + 1
    }
    return out.joined(separator: "\n")
  }

  private static func marks(_ drawing: String, under line: String, at start: Int) throws -> [Mark] {
    let characters = Array(drawing)
    guard let last = characters.lastIndex(of: "~") else { return [] }
    let labels = characters[(last + 1)...].split(separator: " ").map { String($0) }
    let columns = Array(line)
    var runs: [TextSpan] = []
    var column = 0
    while column <= last {
      guard characters[column] == "~" else {
        column += 1
        continue
      }
      let first = column
      while column <= last, characters[column] == "~" { column += 1 }
      guard column <= columns.count else {
        throw Misdrawn(description: "a run reaches beyond the end of «\(line)»")
      }
      let bytes = { (range: Range<Int>) in columns[range].reduce(0) { $0 + $1.utf8.count } }
      let from = start + bytes(0..<first)
      runs.append(TextSpan(from, from + bytes(first..<column)))
    }
    guard labels.count == runs.count else {
      throw Misdrawn(description: "\(runs.count) runs but \(labels.count) labels under «\(line)»")
    }
    return zip(runs, labels).map { Mark($0, $1) }
  }
}
