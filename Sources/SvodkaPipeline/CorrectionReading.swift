import SvodkaKit

/// Reads the rows of a file of corrections.
struct CorrectionReading {
  var findings: [(document: String, analyzer: String, finding: String, action: Corrections.Action)] = []
  var joins: [(from: String, to: String)] = []
  var splits: [EntityJoins.Split] = []
  private var seen: [String: SourceLocation] = [:]

  private static let actions = ["accept", "reject", "edit", "merge", "split"]

  mutating func add(_ row: JSONValue, at location: SourceLocation) throws(AnalysisError) {
    func failure(_ message: String) -> AnalysisError { AnalysisError(.badCorrection, message, location: location) }
    func text(_ key: String) throws(AnalysisError) -> String {
      guard let value = row[key]?.string, !value.isEmpty else { throw failure("the correction has no '\(key)'") }
      return value
    }
    let action = try text("action")
    guard Self.actions.contains(action) else {
      throw failure(
        "there is no correction '\(action)': expected one of " + Self.actions.joined(separator: ", "))
    }
    _ = try text("by")
    switch action {
    case "merge":
      let (from, to) = (try text("from"), try text("to"))
      guard from != to else { throw failure("the entity '\(from)' cannot be merged with itself") }
      joins.append((from, to))
    case "split":
      let documents = (row["documents"]?.array ?? []).compactMap(\.string)
      guard !documents.isEmpty else { throw failure("the correction has no 'documents', a list of ids") }
      splits.append(.init(entity: try text("entity"), documents: documents, into: try text("to")))
    default:
      let (document, analyzer, finding) = (try text("document"), try text("analyzer"), try text("finding"))
      let key = [document, analyzer, finding].joined(separator: "\u{0}")
      if let first = seen.updateValue(location, forKey: key) {
        throw failure("the finding '\(finding)' of '\(document)' is corrected twice, first at \(first): keep one row")
      }
      let asked: Corrections.Action
      switch action {
      case "accept": asked = .accept
      case "reject": asked = .reject
      default:
        guard let values = row["set"]?.members, !values.isEmpty else {
          throw failure("the correction has no 'set', an object of fields and their values")
        }
        asked = .edit(values)
      }
      findings.append((document, analyzer, finding, asked))
    }
  }
}
