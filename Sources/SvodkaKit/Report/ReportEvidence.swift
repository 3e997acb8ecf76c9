/// A sentence on which a cell, a bar, a point or a statement of a report rests.
public struct ReportEvidence: Sendable, Hashable, Comparable, Codable {
  /// Names a sentence with its findings in a report: a function of what it says, the same in every run.
  public typealias ID = String

  /// The document's id, under which the report's table of documents has it.
  public var document: String
  /// The sentence.
  public var sentence: String
  /// Where the sentence begins in the analysed text, in UTF-8 bytes; nil where that is not known.
  public var offset: Int?
  /// The findings in the sentence on which it is quoted here; they may overlap.
  public var findings: [Highlight]
  /// Other findings of the report in the same sentence, filled in when the report is put together.
  public var beside: [Highlight]

  /// A finding's place in a sentence.
  public struct Highlight: Sendable, Hashable, Comparable, Codable {
    /// Where it stands, in UTF-8 bytes of the sentence.
    public var span: TextSpan
    /// What it is, in the language of the report: a name, `killed`, `conditional`; may be empty.
    public var label: String
    /// The name of the analyzer that found it; may be empty.
    public var analyzer: String
    /// The id of the finding in its document; may be empty.
    public var finding: String

    /// Marks a stretch.
    public init(_ span: TextSpan, label: String = "", analyzer: String = "", finding: String = "") {
      self.span = span
      self.label = label
      self.analyzer = analyzer
      self.finding = finding
    }

    /// By place, then by what it is.
    public static func < (a: Highlight, b: Highlight) -> Bool {
      (a.span, a.analyzer, a.finding, a.label) < (b.span, b.analyzer, b.finding, b.label)
    }
  }

  /// Quotes a sentence with its findings.
  public init(document: String, sentence: String, offset: Int? = nil, findings: [Highlight]) {
    self.document = document
    self.sentence = sentence
    self.offset = offset
    self.findings = findings
    beside = []
  }

  /// Quotes a sentence with one finding, in UTF-8 bytes of the sentence.
  public init(document: String, sentence: String, finding: TextSpan, offset: Int? = nil, label: String = "") {
    self.init(document: document, sentence: sentence, offset: offset, findings: [Highlight(finding, label: label)])
  }

  /// Quotes the sentence of a finding, both in bytes of the document; a finding that runs beyond it is marked as far as the
  /// sentence goes.
  public init(
    document: String, sentence: SpannedText, finding: TextSpan, label: String = "", analyzer: String = "",
    id: String = ""
  ) {
    let end = max(0, min(sentence.span.length, finding.end - sentence.span.start))
    let start = min(max(0, finding.start - sentence.span.start), end)
    self.init(
      document: document, sentence: sentence.text, offset: sentence.span.start,
      findings: [Highlight(TextSpan(start, end), label: label, analyzer: analyzer, finding: id)])
  }

  /// The place of the first finding.
  public var finding: TextSpan { findings.first?.span ?? TextSpan(0, 0) }

  /// True when a byte of the sentence belongs to one of its own findings.
  public func marks(_ offset: Int) -> Bool { findings.contains { $0.span.contains(offset) } }

  /// FNV-1a, 64 bits, over document, sentence and the places of findings, in hexadecimal.
  public var id: ID {
    let digits = String(hash, radix: 16)
    return "e" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The number of which ``id`` is made.
  var hash: UInt64 {
    var hash = StableHash.adding(document.utf8, to: StableHash.start)
    hash = StableHash.adding(sentence.utf8, to: StableHash.adding(0, to: hash))
    for finding in findings {
      hash = StableHash.adding(
        "\u{0}\(finding.span.start)-\(finding.span.end)\(finding.label)".utf8, to: hash)
    }
    return hash
  }

  /// By document, place and sentence.
  public static func < (a: ReportEvidence, b: ReportEvidence) -> Bool {
    if a.document != b.document { return a.document < b.document }
    if (a.offset ?? -1) != (b.offset ?? -1) { return (a.offset ?? -1) < (b.offset ?? -1) }
    if a.sentence != b.sentence { return a.sentence < b.sentence }
    return a.findings.lexicographicallyPrecedes(b.findings)
  }
}
