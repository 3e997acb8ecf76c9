public import SvodkaKit

/// brat standoff: a text file and an annotation file a document (https://brat.nlplab.org/standoff.html).
///
/// Offsets count Unicode scalars. A stretch over a line end is split there, as brat wants it, and joined again on reading. Fields that are
/// whole numbers or single words become attributes, quotations with offsets relations to a stretch of their own, all others a note in JSON.
public struct BratFormat: AnnotationFormat {
  /// The attribute that keeps under which key JSON Lines have the label, where it is not `type`.
  static let labelKey = "label-key"

  /// Makes the format.
  public init() {}

  /// Writes `ID.txt` and `ID.ann`; what a file name cannot hold is percent-encoded.
  public func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations {
    var files: [(name: String, content: String)] = []
    var lost = 0
    for document in documents {
      var writer = BratWriter(text: ScalarText(document.text))
      for annotation in document.annotations where !writer.add(annotation) { lost += 1 }
      let name = FileNames.encoded(document.id)
      files.append((name + ".txt", document.text))
      files.append((name + ".ann", writer.content))
    }
    let losses = lost > 0 ? ["\(lost) annotations that cover no character"] : []
    return WrittenAnnotations(files: files, losses: losses)
  }

  /// Reads pairs of `X.txt` and `X.ann`.
  public func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument] {
    try read(files) { _ in }
  }

  /// Reads pairs of `X.txt` and `X.ann`. Of what brat writes, events, equivalences, links to databases, and what belongs to
  /// these or to relations, have no place here: each of their lines is told.
  public func read(
    _ files: [(name: String, content: String)], telling tell: (UntakenLine) -> Void
  ) throws(AnalysisError) -> [AnnotatedDocument] {
    var documents: [AnnotatedDocument] = []
    for file in files where file.name.hasSuffix(".ann") {
      let stem = String(file.name.dropLast(4))
      guard let text = files.first(where: { $0.name == stem + ".txt" })?.content else {
        throw AnalysisError(
          .brokenAnnotation, "the text of '\(file.name)' is missing: put '\(stem).txt' beside it",
          location: .init(path: file.name))
      }
      let reader = try BratReader(file.content, text: ScalarText(text), path: file.name)
      documents.append(
        AnnotatedDocument(
          id: FileNames.decoded(stem.split(separator: "/").last.map(String.init) ?? stem), text: text,
          annotations: try reader.annotations()))
      reader.untaken.forEach(tell)
    }
    return documents
  }
}

/// Writes one annotation file.
struct BratWriter {
  let text: ScalarText
  private(set) var content = ""
  private var (stretches, attributes, relations, notes) = (0, 0, 0, 0)

  init(text: ScalarText) { self.text = text }

  /// Writes an annotation; false for one that covers nothing but line ends.
  mutating func add(_ annotation: AnnotatedDocument.Annotation) -> Bool {
    guard let id = stretch(annotation.label, annotation.places) else { return false }
    if annotation.labelKey != "type" { attribute(BratFormat.labelKey, of: id, annotation.labelKey) }
    var rest: [JSONValue.Member] = []
    for field in annotation.fields {
      if let value = Self.attributeValue(field) {
        attribute(field.key, of: id, value)
      } else if let place = quotation(field.value), Self.isName(field.key), let other = stretch(field.key, [place]) {
        relations += 1
        content += "R\(relations)\t\(field.key) Arg1:\(id) Arg2:\(other)\n"
      } else {
        rest.append(field)
      }
    }
    if !rest.isEmpty {
      notes += 1
      content += "#\(notes)\tAnnotatorNotes \(id)\t\(JSONValue.object(rest).json())\n"
    }
    return true
  }

  private mutating func stretch(_ label: String, _ places: [Range<Int>]) -> String? {
    let pieces = places.flatMap(pieces)
    guard !pieces.isEmpty else { return nil }
    stretches += 1
    let offsets = pieces.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
    let words = pieces.map { text[$0] }.joined(separator: " ")
    content += "T\(stretches)\t\(FileNames.encoded(label)) \(offsets)\t\(words)\n"
    return "T\(stretches)"
  }

  /// A place without the line ends in it.
  private func pieces(_ place: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = place.lowerBound
    for index in place where text[index] == "\n" || text[index] == "\r" {
      if start < index { pieces.append(start..<index) }
      start = index + 1
    }
    if start < place.upperBound { pieces.append(start..<place.upperBound) }
    return pieces
  }

  private mutating func attribute(_ key: String, of id: String, _ value: String) {
    attributes += 1
    content += "A\(attributes)\t\(key) \(id) \(value)\n"
  }

  private static func attributeValue(_ field: JSONValue.Member) -> String? {
    guard isName(field.key) else { return nil }
    switch field.value {
    case .int(let number): return String(number)
    case .string(let word) where isName(word) && Int(word) == nil: return word
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x5F || byte == 0x2D
      }
  }

  /// The place of a quotation that has nothing but text and offsets, on one line.
  private func quotation(_ value: JSONValue) -> Range<Int>? {
    guard value.members?.count == 3, let start = value["start"]?.int, let end = value["end"]?.int,
      let quote = value["text"]?.string, 0 <= start, start < end, end <= text.count, text[start..<end] == quote,
      pieces(start..<end) == [start..<end]
    else { return nil }
    return start..<end
  }
}
