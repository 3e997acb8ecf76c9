public import SvodkaKit

/// W3C Web Annotation (https://www.w3.org/TR/annotation-model/): one AnnotationPage a document, one a line.
///
/// Positions count Unicode code points, as the model asks. Each annotation has a position and a quotation with the text around it; they have to agree.
/// The text itself is carried by the page, under a key of our own context.
public struct WebAnnotationFormat: AnnotationFormat {
  private static let context: JSONValue = ["http://www.w3.org/ns/anno.jsonld", ["text": "urn:svodka:text"]]
  /// How much text around a quotation is given, in scalars.
  private static let around = 24

  /// Makes the format.
  public init() {}

  /// One page a line; nothing is left out.
  public func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations {
    var lines = ""
    for document in documents {
      let text = ScalarText(document.text)
      let source = "urn:svodka:document:" + FileNames.encoded(document.id)
      let items = document.annotations.enumerated().map { number, annotation in
        Self.item(annotation, id: "\(source)#\(number + 1)", source: source, text)
      }
      let page: JSONValue = .object(
        [
          .init("@context", Self.context), .init("id", .string(source)), .init("type", "AnnotationPage"),
          .init("text", .string(document.text)),
        ] + (document.language.map { [.init("language", .string($0))] } ?? []) + [.init("items", .array(items))])
      lines += page.json() + "\n"
    }
    return WrittenAnnotations(files: [("", lines)])
  }

  private static func item(
    _ annotation: AnnotatedDocument.Annotation, id: String, source: String, _ text: ScalarText
  ) -> JSONValue {
    var bodies: [JSONValue] = [
      ["type": "TextualBody", "purpose": "classifying", "value": .string(annotation.label)]
    ]
    if !annotation.fields.isEmpty || annotation.labelKey != "type" {
      let fields: JSONValue = .object(annotation.fields + [.init("label-key", .string(annotation.labelKey))])
      bodies.append(
        [
          "type": "TextualBody", "purpose": "describing", "format": "application/json", "value": .string(fields.json()),
        ])
    }
    let targets = annotation.places.map { place -> JSONValue in
      let before = text[max(0, place.lowerBound - around)..<place.lowerBound]
      let after = text[place.upperBound..<min(text.count, place.upperBound + around)]
      return [
        "source": .string(source),
        "selector": [
          ["type": "TextPositionSelector", "start": .int(place.lowerBound), "end": .int(place.upperBound)],
          [
            "type": "TextQuoteSelector", "exact": .string(text[place]), "prefix": .string(before),
            "suffix": .string(after),
          ],
        ],
      ]
    }
    return [
      "id": .string(id), "type": "Annotation", "motivation": "classifying", "body": .array(bodies),
      "target": targets.count == 1 ? targets[0] : .array(targets),
    ]
  }

  /// Reads pages.
  public func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument] {
    var documents: [AnnotatedDocument] = []
    for file in files {
      for (line, page) in try JSONRows.read(Array(file.content.utf8), path: file.name) {
        documents.append(try document(page, at: SourceLocation(path: file.name, line: line)))
      }
    }
    return documents
  }

  private func document(_ page: JSONValue, at place: SourceLocation) throws(AnalysisError) -> AnnotatedDocument {
    guard let id = page["id"]?.string, let text = page["text"]?.string, let items = page["items"]?.array else {
      throw AnalysisError(
        .brokenAnnotation, "a page needs 'id', 'text' and 'items': write it with `svodka convert`", location: place)
    }
    let scalars = ScalarText(text)
    var annotations: [AnnotatedDocument.Annotation] = []
    for item in items { annotations.append(try annotation(item, in: scalars, at: place)) }
    let name = id.hasPrefix("urn:svodka:document:") ? String(id.dropFirst("urn:svodka:document:".count)) : id
    return AnnotatedDocument(
      id: FileNames.decoded(name), text: text, language: page["language"]?.string, annotations: annotations)
  }

  private func annotation(
    _ item: JSONValue, in text: ScalarText, at place: SourceLocation
  ) throws(AnalysisError) -> AnnotatedDocument.Annotation {
    let bodies = item["body"]?.array ?? [item["body"]].compactMap { $0 }
    let label = bodies.first { ["classifying", "tagging"].contains($0["purpose"]?.string) }?["value"]?.string
    guard let label else {
      throw AnalysisError(.brokenAnnotation, "an annotation has no body that classifies", location: place)
    }
    var places: [Range<Int>] = []
    for target in item["target"]?.array ?? [item["target"]].compactMap({ $0 }) {
      places.append(try self.place(target, in: text, at: place))
    }
    var fields: [JSONValue.Member] = []
    if let described = bodies.first(where: { $0["format"]?.string == "application/json" })?["value"]?.string {
      fields = try JSONRows.read(Array(described.utf8), path: place.path).first?.row.members ?? []
    }
    return AnnotatedDocument.Annotation(
      label: label, places: places, fields: fields.filter { $0.key != "label-key" },
      labelKey: fields.first { $0.key == "label-key" }?.value.string ?? "type")
  }

  private func place(
    _ target: JSONValue, in text: ScalarText, at place: SourceLocation
  ) throws(AnalysisError) -> Range<Int> {
    let selectors = target["selector"]?.array ?? [target["selector"]].compactMap { $0 }
    let quote = selectors.first { $0["type"]?.string == "TextQuoteSelector" }?["exact"]?.string
    if let position = selectors.first(where: { $0["type"]?.string == "TextPositionSelector" }) {
      guard let start = position["start"]?.int, let end = position["end"]?.int, 0 <= start, start <= end,
        end <= text.count, quote == nil || text[start..<end] == quote
      else {
        throw AnalysisError(
          .brokenAnnotation, "a position does not cover its quotation «\(quote ?? "")»", location: place)
      }
      return start..<end
    }
    guard let quote, let first = text.first(quote, from: 0) else {
      throw AnalysisError(
        .brokenAnnotation, "a target has no position, and its quotation is not in the text", location: place)
    }
    return first
  }
}
