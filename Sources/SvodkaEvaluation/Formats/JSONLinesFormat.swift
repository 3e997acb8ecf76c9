public import SvodkaKit

/// Svodka's own JSON Lines: gold as `evaluate` reads it, or output of `analyze --with-text`.
public struct JSONLinesFormat: AnnotationFormat {
  private let analyzer: String?

  /// Reads the findings of `analyzer` from rows of output; of nil, the first that there are.
  public init(analyzer: String? = nil) { self.analyzer = analyzer }

  /// One row a document; names under `entities`, other records under `gold`.
  public func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations {
    var lines = ""
    for document in documents {
      let text = ScalarText(document.text)
      let records = document.annotations.map { Self.record($0, text) }
      let list = document.annotations.first.map { $0.labelKey == "type" } ?? true ? "entities" : "gold"
      let row: JSONValue = .object(
        [.init("id", .string(document.id))] + (document.language.map { [.init("lang", .string($0))] } ?? [])
          + [.init("text", .string(document.text)), .init(list, .array(records))])
      lines += row.json() + "\n"
    }
    return WrittenAnnotations(files: [("", lines)])
  }

  private static func record(_ annotation: AnnotatedDocument.Annotation, _ text: ScalarText) -> JSONValue {
    let extent = annotation.extent
    let quote = annotation.labelKey == "type" ? "text" : "evidence"
    var members: [JSONValue.Member] = [
      .init("start", .int(extent.lowerBound)), .init("end", .int(extent.upperBound)),
      .init(quote, .string(text[extent])), .init(annotation.labelKey, .string(annotation.label)),
    ]
    if annotation.places.count > 1 {
      members.append(
        .init("places", .array(annotation.places.map { ["start": .int($0.lowerBound), "end": .int($0.upperBound)] })))
    }
    return .object(members + annotation.fields)
  }

  /// Reads rows. A record without offsets stands where its quotation first does.
  public func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument] {
    var documents: [AnnotatedDocument] = []
    for file in files {
      for (line, row) in try JSONRows.read(Array(file.content.utf8), path: file.name) {
        documents.append(try document(row, at: SourceLocation(path: file.name, line: line)))
      }
    }
    return documents
  }

  private func document(_ row: JSONValue, at place: SourceLocation) throws(AnalysisError) -> AnnotatedDocument {
    guard let id = row["id"]?.string, let text = row["text"]?.string ?? row["document"]?["text"]?.string else {
      throw AnalysisError(
        .brokenAnnotation, "a row needs 'id' and 'text': write output with `analyze --with-text`", location: place)
    }
    let found = row["findings"]?.members?.first { analyzer == nil ? $0.value.array != nil : $0.key == analyzer }
    let records = row["gold"]?.array ?? row["entities"]?.array ?? found?.value.array ?? []
    let scalars = ScalarText(text)
    var annotations: [AnnotatedDocument.Annotation] = []
    for record in records {
      for part in record["mentions"]?.array ?? [record] {
        annotations.append(try annotation(record, part, in: scalars, at: place))
      }
    }
    return AnnotatedDocument(id: id, text: text, language: row["lang"]?.string, annotations: annotations)
  }

  private func annotation(
    _ record: JSONValue, _ part: JSONValue, in text: ScalarText, at place: SourceLocation
  ) throws(AnalysisError) -> AnnotatedDocument.Annotation {
    let keys = ["type", "kind", "label"]
    guard let labelKey = keys.first(where: { record[$0]?.string != nil }), let label = record[labelKey]?.string else {
      throw AnalysisError(.brokenAnnotation, "a record has neither 'type', 'kind' nor 'label'", location: place)
    }
    let quoteKey = labelKey == "type" ? "text" : "evidence"
    let quote = part[quoteKey]?.string
    let extent: Range<Int>
    if let start = part["start"]?.int, let end = part["end"]?.int ?? quote.map({ start + $0.unicodeScalars.count }) {
      guard 0 <= start, start <= end, end <= text.count, quote == nil || text[start..<end] == quote else {
        throw AnalysisError(.brokenAnnotation, "\(start)..<\(end) does not cover «\(quote ?? "")»", location: place)
      }
      extent = start..<end
    } else if let quote, let first = text.first(quote, from: 0) {
      extent = first
    } else {
      throw AnalysisError(
        .brokenAnnotation, "a record quotes «\(quote ?? "")», which is not in the text", location: place)
    }
    let pieces = (part["places"]?.array ?? []).compactMap { piece -> Range<Int>? in
      guard let start = piece["start"]?.int, let end = piece["end"]?.int, start <= end else { return nil }
      return start..<end
    }
    let used = Set([labelKey, quoteKey, "start", "end", "mentions", "places"])
    return AnnotatedDocument.Annotation(
      label: label, places: pieces.isEmpty ? [extent] : pieces,
      fields: (record.members ?? []).filter { !used.contains($0.key) }, labelKey: labelKey)
  }
}
