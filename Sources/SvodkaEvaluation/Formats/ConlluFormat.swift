public import SvodkaKit

/// CoNLL-U Plus (https://universaldependencies.org/ext-format.html): the ten columns of CoNLL-U, of which only form and white space are filled, and a
/// column of names as B-, I- and O.
///
/// White space is kept in MISC as `SpaceAfter=No` and, where it is more than a blank, `SpacesAfter`, so that the text comes back letter by letter.
/// Read are also files that have their names in MISC (`Entity=B-PER`, `NER=…`) or in a column called …ENTITY, …NER or …NE.
public struct ConlluFormat: AnnotationFormat {
  private static let column = "SVODKA:ENTITY"
  private static let columns = ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"]

  /// Makes the format.
  public init() {}

  /// One file for all documents. Fields, and all but the outermost of overlapping annotations, are left out.
  public func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations {
    var out = "# global.columns = \((Self.columns + [Self.column]).joined(separator: " "))\n"
    var losses = TokenLosses()
    for document in documents {
      let table = try TokenTable(document)
      losses.note(document, table)
      out += "# newdoc id = \(document.id)\n"
      if let language = document.language { out += "# lang = \(language)\n" }
      if table.sentences.isEmpty { out += "# text_before = \(SpaceEscapes.encoded(document.text))\n\n" }
      for (number, rows) in table.sentences.enumerated() {
        if number == 0, !table.lead.isEmpty { out += "# text_before = \(SpaceEscapes.encoded(table.lead))\n" }
        let last = rows.count - 1
        let text = rows.enumerated().map { $0.offset == last ? $0.element.form : $0.element.form + $0.element.space }
        out += "# sent_id = \(document.id)-\(number + 1)\n# text = \(SpaceEscapes.oneLine(text.joined()))\n"
        let isEnd = number == table.sentences.count - 1
        for (index, row) in rows.enumerated() {
          let misc = Self.misc(row.space, isEnd: isEnd && index == last)
          let tag = row.tag == "O" ? "O" : row.tag.prefix(2) + FileNames.encoded(String(row.tag.dropFirst(2)))
          out += "\(index + 1)\t\(row.form)\t_\t_\t_\t_\t_\t_\t_\t\(misc)\t\(tag)\n"
        }
        out += "\n"
      }
    }
    return WrittenAnnotations(files: [("", out)], losses: losses.told)
  }

  /// Between sentences a blank is understood too, at the end of a document nothing is.
  private static func misc(_ space: String, isEnd: Bool) -> String {
    if space.isEmpty { return "SpaceAfter=No" }
    return space == " " && !isEnd ? "_" : "SpacesAfter=\(SpaceEscapes.encoded(space))"
  }

  /// Reads documents; a file without `# newdoc` is one document, called after the file.
  public func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument] {
    var documents: [AnnotatedDocument] = []
    for file in files {
      var reader = ConlluReader(path: file.name)
      for (number, line) in file.content.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
      ).enumerated() {
        try reader.take(String(line), at: SourceLocation(path: file.name, line: number + 1))
      }
      documents += try reader.finished()
    }
    return documents
  }
}

/// What token formats cannot carry.
struct TokenLosses {
  private var (annotations, fields) = (0, 0)

  mutating func note(_ document: AnnotatedDocument, _ table: TokenTable) {
    annotations += table.lost
    fields += document.annotations.count { !$0.fields.isEmpty }
  }

  var told: [String] {
    (annotations > 0 ? ["\(annotations) annotations that overlap others, are torn or cover nothing"] : [])
      + (fields > 0 ? ["the fields of \(fields) annotations"] : [])
  }
}

/// White space in MISC, as UDPipe writes it.
enum SpaceEscapes {
  private static let pairs: [(Character, String)] = [
    ("\\", "\\\\"), (" ", "\\s"), ("\t", "\\t"), ("\r\n", "\\r\\n"), ("\r", "\\r"), ("\n", "\\n"), ("|", "\\p"),
  ]

  static func encoded(_ text: String) -> String {
    text.map { character in pairs.first { $0.0 == character }?.1 ?? String(character) }.joined()
  }

  static func decoded(_ text: String) -> String {
    var out = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
        switch character {
        case "s": out += " "
        case "t": out += "\t"
        case "r": out += "\r"
        case "n": out += "\n"
        case "p": out += "|"
        default: out.append(character)
        }
      } else if character == "\\" {
        isEscaped = true
      } else {
        out.append(character)
      }
    }
    return out
  }

  /// A sentence as its comment has it: line ends as blanks.
  static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
