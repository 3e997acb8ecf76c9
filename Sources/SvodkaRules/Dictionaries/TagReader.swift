import SvodkaKit

/// Reads the tags of an XML file one after the other; text between them, comments and declarations are passed over.
///
/// That is all that dictionaries need, and it tells line and column. Elements have to be closed in order.
struct TagReader {
  struct Tag {
    var name: String
    var attributes: [String: String] = [:]
    /// `</name>`; `<name/>` gives one tag that is empty.
    var isEnd = false
    var isEmpty = false
    var location: SourceLocation
  }

  private let scalars: [Unicode.Scalar]
  private let file: String
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var open: [String] = []

  init(_ text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
  }

  private var location: SourceLocation { SourceLocation(path: file, line: line, column: at - lineStart + 1) }

  /// The next tag; nil at the end of the file.
  ///
  /// - Throws: `P101` for what is no well-formed XML.
  mutating func next() throws(AnalysisError) -> Tag? {
    while at < scalars.count {
      guard scalars[at] == "<" else {
        step()
        continue
      }
      if begins("<!--") {
        try skip(past: "-->", "a comment")
      } else if begins("<?") {
        try skip(past: "?>", "an instruction")
      } else if begins("<!") {
        try skip(past: ">", "a declaration")
      } else {
        return try tag()
      }
    }
    guard let last = open.last else { return nil }
    throw broken("the element '\(last)' is not closed")
  }

  private mutating func tag() throws(AnalysisError) -> Tag {
    var tag = Tag(name: "", location: location)
    step()
    if at < scalars.count, scalars[at] == "/" {
      tag.isEnd = true
      step()
    }
    tag.name = word()
    guard !tag.name.isEmpty else { throw broken("'<' without the name of an element: write &lt;") }
    while true {
      skipBlanks()
      guard at < scalars.count else { throw broken("the tag '\(tag.name)' does not end") }
      if scalars[at] == ">" { break }
      if scalars[at] == "/" {
        tag.isEmpty = true
        step()
        continue
      }
      let key = word()
      skipBlanks()
      guard !key.isEmpty, at < scalars.count, scalars[at] == "=" else {
        throw broken("expected an attribute such as name=\"…\" in the tag '\(tag.name)'")
      }
      step()
      skipBlanks()
      tag.attributes[key] = try value()
    }
    step()
    if tag.isEnd {
      guard open.popLast() == tag.name else {
        throw AnalysisError(
          .brokenYAML, "the file is no XML here: '</\(tag.name)>' closes nothing", location: tag.location)
      }
    } else if !tag.isEmpty {
      open.append(tag.name)
    }
    return tag
  }

  private mutating func value() throws(AnalysisError) -> String {
    guard at < scalars.count, scalars[at] == "\"" || scalars[at] == "'" else {
      throw broken("the value of an attribute stands in quotation marks")
    }
    let mark = scalars[at]
    step()
    var value = String.UnicodeScalarView()
    while at < scalars.count, scalars[at] != mark {
      if scalars[at] == "&" {
        value.append(try reference())
      } else {
        value.append(scalars[at])
        step()
      }
    }
    guard at < scalars.count else { throw broken("a quotation mark is missing") }
    step()
    return String(value)
  }

  private mutating func reference() throws(AnalysisError) -> Unicode.Scalar {
    var name = ""
    step()
    while at < scalars.count, scalars[at] != ";", name.utf8.count < 12 {
      name.unicodeScalars.append(scalars[at])
      step()
    }
    let number: Unicode.Scalar? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name
        .hasPrefix("#")
      { UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) } else {
        ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name]
      }
    guard let number, at < scalars.count, scalars[at] == ";" else {
      throw broken("'&\(name)' stands for no letter: write &amp; for the sign itself")
    }
    step()
    return number
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while at < scalars.count, !Self.isBlank(scalars[at]), !"<>/=\"'&".unicodeScalars.contains(scalars[at]) {
      word.append(scalars[at])
      step()
    }
    return String(word)
  }

  private mutating func skipBlanks() { while at < scalars.count, Self.isBlank(scalars[at]) { step() } }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\n", "\r"].contains(scalar) }

  private func begins(_ mark: String) -> Bool { scalars[at...].starts(with: mark.unicodeScalars) }

  private mutating func skip(past mark: String, _ what: String) throws(AnalysisError) {
    let start = location
    while at < scalars.count, !begins(mark) { step() }
    guard at < scalars.count else {
      throw AnalysisError(.brokenYAML, "the file is no XML here: \(what) does not end", location: start)
    }
    for _ in mark.unicodeScalars { step() }
  }

  private mutating func step() {
    at += 1
    if scalars[at - 1] == "\n" {
      line += 1
      lineStart = at
    }
  }

  private func broken(_ problem: String) -> AnalysisError {
    AnalysisError(.brokenYAML, "the file is no XML here: \(problem)", location: location)
  }
}
