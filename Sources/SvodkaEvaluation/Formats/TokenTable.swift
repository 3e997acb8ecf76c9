import SvodkaKit
import SvodkaText

/// A document as the rows of token formats: sentences of tokens, each with its tag and the white space behind it.
struct TokenTable {
  struct Row {
    var form: String
    /// `B-PER`, `I-PER` or `O`.
    var tag: String
    /// The white space behind the token.
    var space: String
  }

  /// White space in front of the first token.
  private(set) var lead = ""
  /// Rows by sentence.
  private(set) var sentences: [[Row]] = []
  /// How many annotations the rows cannot carry: overlapping ones, torn ones, empty ones.
  private(set) var lost = 0

  /// Cuts a text by ICU's words and sentences, and once more where an annotation begins or ends.
  init(_ document: AnnotatedDocument) throws(AnalysisError) {
    let text = DocumentText(document.text)
    let offsets = ScalarOffsets(text)
    let (annotations, lost) = document.flat()
    self.lost = lost
    let spans = annotations.map {
      TextSpan(offsets.byte(atScalar: $0.extent.lowerBound), offsets.byte(atScalar: $0.extent.upperBound))
    }
    let locale = document.language ?? "en"
    var cuts = Set(try Segmenter(.words, locale: locale).boundaries(in: text, within: text.span))
    for span in spans { cuts.formUnion([span.start, span.end]) }
    var starts = Set(text.paragraphs.map(\.start))
    for paragraph in text.paragraphs {
      starts.formUnion(try Segmenter(.sentences, locale: locale).boundaries(in: text, within: paragraph))
    }
    // A sentence that begins inside an annotation does not begin there.
    starts = starts.filter { start in !spans.contains { $0.start < start && start < $0.end } }
    let edges = cuts.union(starts).sorted()
    var rows: [Row] = []
    var next = 0
    for (start, end) in zip(edges, edges.dropFirst()) {
      let piece = TextSpan(start, end)
      if starts.contains(start), !rows.isEmpty, !text.trimmed(piece).isEmpty {
        sentences.append(rows)
        rows = []
      }
      while next < spans.count, spans[next].end <= start { next += 1 }
      let core = text.trimmed(piece)
      guard !core.isEmpty else {
        addSpace(text[piece], &rows)
        continue
      }
      addSpace(text[TextSpan(start, core.start)], &rows)
      var tag = "O"
      if next < spans.count, spans[next].contains(core) {
        tag =
          (rows.isEmpty || spans[next].start >= start || !covered(spans[next], before: start, text) ? "B-" : "I-")
          + annotations[next].label
      }
      rows.append(Row(form: text[core], tag: tag, space: text[TextSpan(core.end, end)]))
    }
    if !rows.isEmpty { sentences.append(rows) }
  }

  /// True when a span has a token before `start`.
  private func covered(_ span: TextSpan, before start: Int, _ text: DocumentText) -> Bool {
    span.start < start && !text.trimmed(TextSpan(span.start, start)).isEmpty
  }

  private mutating func addSpace(_ space: String, _ rows: inout [Row]) {
    guard !space.isEmpty else { return }
    if !rows.isEmpty {
      rows[rows.count - 1].space += space
    } else if let last = sentences.indices.last {
      sentences[last][sentences[last].count - 1].space += space
    } else {
      lead += space
    }
  }
}

/// Puts tokens with tags together again.
struct TokenCollector {
  private var text = String.UnicodeScalarView()
  private var annotations: [AnnotatedDocument.Annotation] = []
  private var open: (label: String, start: Int, end: Int)?

  /// The number of scalars so far.
  private(set) var count = 0

  /// White space or other text that belongs to no token.
  mutating func add(space: String) {
    text.append(contentsOf: space.unicodeScalars)
    count += space.unicodeScalars.count
  }

  /// A token with its tag: `O`, `B-X`, `I-X`, and also `E-X`, `L-X`, `S-X`, `U-X` of the longer schemes.
  ///
  /// An `I-X` behind nothing, or behind another label, begins an annotation, as in the oldest scheme.
  mutating func add(form: String, tag: String) {
    let start = count
    add(space: form)
    let parts = tag.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return close() }
    let (prefix, label) = (parts[0], FileNames.decoded(parts[1]))
    let goesOn = ["I", "E", "L"].contains(prefix) && open?.label == label
    if !goesOn {
      close()
      open = (label, start, count)
    }
    open?.end = count
    if ["E", "L", "S", "U"].contains(prefix) { close() }
  }

  /// Ends an annotation that is open: at the end of a sentence.
  mutating func close() {
    if let open { annotations.append(.init(label: open.label, places: [open.start..<open.end])) }
    open = nil
  }

  /// The text from an offset on.
  func text(from start: Int) -> String {
    String(String.UnicodeScalarView(text.dropFirst(start)))
  }

  /// The document.
  mutating func document(id: String, language: String?) -> AnnotatedDocument {
    close()
    return AnnotatedDocument(id: id, text: String(text), language: language, annotations: annotations)
  }
}
