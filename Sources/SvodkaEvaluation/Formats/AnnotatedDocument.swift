public import SvodkaKit

/// A text with labelled stretches: what annotation tools exchange.
public struct AnnotatedDocument: Sendable, Hashable {
  /// A labelled stretch.
  public struct Annotation: Sendable, Hashable {
    /// The label, such as `PER` or `killed`.
    public var label: String
    /// Where it stands, in Unicode scalars; several stretches where it is torn apart.
    public var places: [Range<Int>]
    /// What else is known about it, in alphabetic order of the keys.
    public var fields: [JSONValue.Member]
    /// The key under which JSON Lines have the label: `type`, `kind` or `label`.
    public var labelKey: String

    /// Labels a stretch; fields are put into alphabetic order.
    public init(label: String, places: [Range<Int>], fields: [JSONValue.Member] = [], labelKey: String = "type") {
      self.label = label
      self.places = places
      self.fields = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      self.labelKey = labelKey
    }

    /// From the first character to the last.
    public var extent: Range<Int> { (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0) }
  }

  /// The document's id.
  public var id: String
  /// The text.
  public var text: String
  /// The language as an ISO 639 code, where it is known.
  public var language: String?
  /// The labelled stretches, in text order.
  public var annotations: [Annotation]

  /// Makes a document; annotations are put into text order, what holds before what is held.
  public init(id: String, text: String, language: String? = nil, annotations: [Annotation] = []) {
    self.id = id
    self.text = text
    self.language = language
    self.annotations = annotations.enumerated().sorted { a, b in
      let (x, y) = (a.element.extent, b.element.extent)
      return (x.lowerBound, -x.upperBound, a.offset) < (y.lowerBound, -y.upperBound, b.offset)
    }.map(\.element)
  }

  /// The annotations that do not overlap, of several the one that starts first, of those the longest; and how many others there are.
  func flat() -> (kept: [Annotation], lost: Int) {
    var kept: [Annotation] = []
    for annotation in annotations
    where annotation.places.count == 1 && !annotation.extent.isEmpty
      && annotation.extent.lowerBound >= (kept.last?.extent.upperBound ?? 0)
    {
      kept.append(annotation)
    }
    return (kept, annotations.count - kept.count)
  }
}

/// Documents written in a format, and what the format could not carry.
public struct WrittenAnnotations: Sendable, Hashable {
  /// The files: names and content. Formats with one file for all documents give it an empty name.
  public var files: [(name: String, content: String)]
  /// What was left out, in words; empty where nothing was.
  public var losses: [String]

  /// Notes files and losses.
  public init(files: [(name: String, content: String)], losses: [String] = []) {
    self.files = files
    self.losses = losses
  }

  /// Compares names, contents and losses.
  public static func == (a: Self, b: Self) -> Bool {
    a.losses == b.losses && a.files.map(\.name) == b.files.map(\.name)
      && a.files.map(\.content) == b.files.map(\.content)
  }
  /// Hashes contents.
  public func hash(into hasher: inout Hasher) { hasher.combine(files.map(\.content)) }
}

/// A format of annotation tools.
public protocol AnnotationFormat: Sendable {
  /// Writes documents.
  func write(_ documents: [AnnotatedDocument]) throws(AnalysisError) -> WrittenAnnotations
  /// Reads documents from files: their names (or paths) and contents.
  ///
  /// - Throws: `I113` with file and line for what breaks the rules of the format or does not fit its text.
  func read(_ files: [(name: String, content: String)]) throws(AnalysisError) -> [AnnotatedDocument]
  /// Reads documents, and tells each line that follows the rules of the format but has no place in a document.
  func read(
    _ files: [(name: String, content: String)], telling tell: (UntakenLine) -> Void
  ) throws(AnalysisError) -> [AnnotatedDocument]
}

extension AnnotationFormat {
  /// Reads documents from a format all of whose lines have a place in a document.
  public func read(
    _ files: [(name: String, content: String)], telling tell: (UntakenLine) -> Void
  ) throws(AnalysisError) -> [AnnotatedDocument] {
    try read(files)
  }
}

/// A line of an annotation file that was left out.
public struct UntakenLine: Sendable, Hashable {
  /// Where it stands.
  public var location: SourceLocation
  /// What it is and why it was left out.
  public var reason: String
}
