public import SvodkaKit

/// What is said about documents from outside: `--meta source=NAME` and `--meta-from-path '{source}/{date}-*.html'`.
public struct MetadataAdditions: Sendable {
  private var fixed: [(name: String, value: String)] = []
  private var patterns: [PathPattern] = []

  /// Adds nothing.
  public init() {}

  /// True when nothing is added.
  public var isEmpty: Bool { fixed.isEmpty && patterns.isEmpty }

  /// Adds a field to every document, given as `name=value`.
  ///
  /// - Throws: `C101` when it is not of that form, or `date` is no ISO 8601 date.
  public mutating func add(_ assignment: String) throws(AnalysisError) {
    guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
      throw AnalysisError(.badArgument, "'\(assignment)' is no metadata: write it as name=value")
    }
    let name = String(assignment[..<equals])
    let value = String(assignment[assignment.index(after: equals)...])
    if name == "date", !PublicationDate.isValid(value) {
      throw AnalysisError(
        .badArgument, "'\(value)' is no date: write a day such as 2016-01-30, or a time with its offset")
    }
    fixed.append((name, value))
  }

  /// Takes fields from the paths of documents; see ``PathPattern``.
  ///
  /// - Throws: `C101` for a pattern that cannot be read.
  public mutating func add(pathPattern: String) throws(AnalysisError) {
    patterns.append(try PathPattern(pathPattern))
  }

  /// Puts the fields into a document's metadata, over what the document says of itself; a fixed field goes before one
  /// from the path. Returns a warning for a path that a pattern does not fit, or whose date is none.
  func apply(to metadata: inout Metadata, path: String?) -> [AnalysisError] {
    var warnings: [AnalysisError] = []
    for pattern in patterns {
      guard let path else { continue }
      guard let fields = pattern.fields(of: path) else {
        warnings.append(
          AnalysisError(
            .badArgument, "the path does not fit --meta-from-path '\(pattern.text)': check the pattern",
            location: .init(path: path)))
        continue
      }
      for field in fields { set(field.name, field.value, in: &metadata, path: path, warnings: &warnings) }
    }
    for field in fixed { set(field.name, field.value, in: &metadata, path: path, warnings: &warnings) }
    return warnings
  }

  private func set(
    _ name: String, _ value: String, in metadata: inout Metadata, path: String?, warnings: inout [AnalysisError]
  ) {
    switch name {
    case "source": metadata.source = value
    case "title": metadata.title = value
    case "url": metadata.url = value
    case "author": metadata.author = [value]
    case "date":
      if PublicationDate.isValid(value) {
        metadata.date = value
      } else {
        warnings.append(PublicationDate.warning(value, location: path.map { .init(path: $0) }))
        metadata.extra.set("date_raw", .string(value))
      }
    default: metadata.extra.set(name, .string(value))
    }
  }
}

extension [JSONValue.Member] {
  /// Replaces the value of a key, or adds the key at the end.
  mutating func set(_ key: String, _ value: JSONValue) {
    if let index = firstIndex(where: { $0.key == key }) {
      self[index].value = value
    } else {
      append(.init(key, value))
    }
  }
}
