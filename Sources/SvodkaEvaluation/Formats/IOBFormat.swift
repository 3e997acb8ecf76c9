public import SvodkaKit

/// One token a line with its tag in the last column (CoNLL-2003 and its kin): `B-PER`, `I-PER`, `O`; sentences divided by an empty line, documents by `-DOCSTART-`.
///
/// The format does not say where white space stood: on reading, tokens are divided by a blank and sentences by a line end.
public struct IOBFormat: AnnotationFormat {
  /// Makes the format.
  public init() {}

  /// One file for all documents. White space, fields, and all but the outermost of overlapping annotations, are left out.
  public func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations {
    var out = ""
    var losses = TokenLosses()
    for document in documents {
      let table = try TokenTable(document)
      losses.note(document, table)
      out += "-DOCSTART-\t\(FileNames.encoded(document.id))\tO\n\n"
      for rows in table.sentences {
        for row in rows {
          let tag = row.tag == "O" ? "O" : row.tag.prefix(2) + FileNames.encoded(String(row.tag.dropFirst(2)))
          // A token of the text may hold white space where an annotation does not follow the words.
          out += "\(row.form)\t\(tag)\n"
        }
        out += "\n"
      }
    }
    return WrittenAnnotations(files: [("", out)], losses: ["white space between tokens"] + losses.told)
  }

  /// Reads documents; a file without `-DOCSTART-` is one document, called after the file.
  public func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument] {
    var documents: [AnnotatedDocument] = []
    for file in files {
      var collector = TokenCollector()
      var id: String?
      var gap = ""
      func end() {
        guard id != nil || collector.count > 0 else { return }
        let name = id ?? file.name.split(separator: "/").last.map(String.init) ?? file.name
        documents.append(collector.document(id: name, language: nil))
        (collector, id, gap) = (TokenCollector(), nil, "")
      }
      for (number, line) in file.content.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }
      ).enumerated() {
        let separators: (Character) -> Bool = line.contains("\t") ? { $0 == "\t" } : { $0 == " " }
        let columns = line.split(whereSeparator: separators).map(String.init)
        if columns.isEmpty {
          collector.close()
          if !gap.isEmpty { gap = "\n" }
          continue
        }
        if columns[0] == "-DOCSTART-" {
          end()
          id =
            columns.count == 3 && columns[1] != "-X-"
            ? FileNames.decoded(columns[1]) : "\(file.name)-\(documents.count + 1)"
          continue
        }
        guard columns.count >= 2, let tag = columns.last, Self.isTag(tag) else {
          throw AnalysisError(
            .brokenAnnotation, "a line is a token and, last, its tag: O, B-X or I-X",
            location: .init(path: file.name, line: number + 1))
        }
        collector.add(space: gap)
        collector.add(form: columns[0], tag: tag)
        gap = " "
      }
      end()
    }
    return documents
  }

  private static func isTag(_ tag: String) -> Bool {
    tag == "O" || ["B-", "I-", "E-", "L-", "S-", "U-"].contains { tag.hasPrefix($0) && tag.count > 2 }
  }
}
